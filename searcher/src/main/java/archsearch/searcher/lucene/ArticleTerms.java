package archsearch.searcher.lucene;

import archsearch.indexer.analysis.FieldReading;
import archsearch.indexer.lucene.IndexSchema;
import java.io.IOException;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.uhighlight.OverlaySingleDocTermsLeafReader;

/** A segment as if its texts held one article's words and no others; all else of it is as it was. */
final class ArticleTerms {
    private ArticleTerms() {}

    /**
     * The segment with the words of an article only, read from the article's stored texts. What it takes depends on the length of the
     * texts, not on the index.
     *
     * @param doc the article in the segment; it keeps this number
     */
    static LeafReader over(LeafReader segment, int doc) throws IOException {
        Document stored = segment.storedFields().document(doc, Set.copyOf(IndexSchema.TEXT_FIELDS));
        MemoryIndex texts = new MemoryIndex(true);
        for (String textField : IndexSchema.TEXT_FIELDS) {
            for (FieldReading reading : FieldReading.values()) {
                texts.addField(IndexSchema.field(textField, reading), stored.get(textField), IndexSchema.analyzer());
            }
        }
        LeafReader words =
                texts.createSearcher().getIndexReader().leaves().getFirst().reader();
        LeafReader article = segment;
        for (String textField : IndexSchema.TEXT_FIELDS) {
            for (FieldReading reading : FieldReading.values()) {
                article =
                        new OverlaySingleDocTermsLeafReader(article, words, IndexSchema.field(textField, reading), doc);
            }
        }
        return article;
    }
}
