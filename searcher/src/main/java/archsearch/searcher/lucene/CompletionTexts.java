package archsearch.searcher.lucene;

import archsearch.indexer.analysis.TypedMatch;
import archsearch.indexer.analysis.TypedMatch.Place;
import archsearch.indexer.analysis.TypedText;
import archsearch.indexer.analysis.Typing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * A list of short texts, the most wanted first, that is searched while somebody types: a small index in memory, over the same
 * terms as titles. Immutable and thread-safe. It holds nothing but memory, so nobody has to close it.
 */
final class CompletionTexts {
    /** Longer lists are cut: a value that rare is found by its articles. */
    static final int MAX_TEXTS = 50_000;

    private static final String TYPED = "typed";

    private static final int VISITS = 2_000;
    /** Texts tried for each one wanted: what lies beyond the indexed beginnings of words may not match. */
    private static final int TRIES_FACTOR = 4;

    /** Texts whose reading is kept once it was needed; the most wanted are met over and over. */
    private static final int MAX_READ = 5_000;

    private final List<String> texts;
    private final DirectoryReader reader;
    private final AtomicReferenceArray<@Nullable TypedText> read;

    private CompletionTexts(List<String> texts, DirectoryReader reader) {
        this.texts = texts;
        this.reader = reader;
        this.read = new AtomicReferenceArray<>(Math.min(texts.size(), MAX_READ));
    }

    /** A list of these texts, in this order. */
    static CompletionTexts of(List<String> all) {
        List<String> texts = List.copyOf(all.subList(0, Math.min(all.size(), MAX_TEXTS)));
        IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer())
                .setMergePolicy(NoMergePolicy.INSTANCE)
                .setRAMBufferSizeMB(256);
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (String text : texts) {
                writer.addDocument(document(TypedText.of(text)));
            }
            writer.commit();
            return new CompletionTexts(texts, DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be written", e);
        }
    }

    private static Document document(TypedText text) {
        Document document = new Document();
        document.add(new StringField(TYPED, text.wholeTerm(), Field.Store.NO));
        for (String term : text.terms(2)) {
            document.add(new StringField(TYPED, term, Field.Store.NO));
        }
        return document;
    }

    /** A text of the list that matches what was typed. */
    record Found(String text, TypedMatch match) {}

    /** At most {@code limit} texts: what was typed whole, those that begin with it, the others; each in the list's order. */
    List<Found> matching(Typing typing, int limit) throws IOException {
        List<Found> found = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        TypedSegments segments = new TypedSegments(reader, TYPED, typing);
        for (Place place : Place.values()) {
            if (found.size() == limit) {
                break;
            }
            int tries = TRIES_FACTOR * limit;
            for (TypedPostings postings : segments.postings(place, VISITS)) {
                int next = postings.nextDoc();
                while (next != DocIdSetIterator.NO_MORE_DOCS && found.size() < limit && tries > 0) {
                    int doc = postings.leaf().docBase + next;
                    if (seen.add(doc)) {
                        tries--;
                        text(doc).match(typing).ifPresent(match -> found.add(new Found(texts.get(doc), match)));
                    }
                    next = postings.nextDoc();
                }
            }
        }
        return found;
    }

    /** Every text of the list that matches what was typed. */
    List<String> all(Typing typing) throws IOException {
        List<String> all = new ArrayList<>();
        for (TypedPostings postings :
                new TypedSegments(reader, TYPED, typing).postings(Place.INSIDE, Integer.MAX_VALUE)) {
            int next = postings.nextDoc();
            while (next != DocIdSetIterator.NO_MORE_DOCS) {
                int doc = postings.leaf().docBase + next;
                if (text(doc).match(typing).isPresent()) {
                    all.add(texts.get(doc));
                }
                next = postings.nextDoc();
            }
        }
        return all;
    }

    private TypedText text(int doc) {
        if (doc >= read.length()) {
            return TypedText.of(texts.get(doc));
        }
        TypedText text = read.get(doc);
        if (text == null) {
            text = TypedText.of(texts.get(doc));
            read.set(doc, text);
        }
        return text;
    }

    /** The first texts of the list. */
    List<String> first(int limit) {
        return texts.subList(0, Math.min(limit, texts.size()));
    }
}
