package archsearch.indexer.lucene;

import archsearch.indexer.ArticleReader;
import archsearch.indexer.Generation;
import archsearch.indexer.RepostsFound;
import archsearch.indexer.article.Article;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles of one Lucene commit along the terms of their ids, which Lucene keeps in order of their UTF-8 bytes: the
 * order of code points.
 */
final class LuceneArticleReader implements ArticleReader {
    private static final Comparator<Article> OLDEST_FIRST =
            Comparator.comparing(Article::date).thenComparing(Article::id);

    private final Directory directory;
    private final DirectoryReader reader;
    private final Generation generation;
    private final StoredFields stored;
    private final @Nullable Bits liveDocs;
    private final @Nullable TermsEnum ids;
    private final @Nullable TermsEnum lookup;
    private @Nullable PostingsEnum postings;
    private @Nullable PostingsEnum lookupPostings;
    private boolean withinTerm;

    private LuceneArticleReader(IndexFolder folder, String name, Directory directory, DirectoryReader reader)
            throws IOException {
        this.directory = directory;
        this.reader = reader;
        this.generation = LuceneArticleIndex.generation(folder, name, reader.getIndexCommit(), reader.numDocs());
        this.stored = reader.storedFields();
        this.liveDocs = MultiBits.getLiveDocs(reader);
        Terms terms = MultiTerms.getTerms(reader, IndexSchema.ID);
        this.ids = terms == null ? null : terms.iterator();
        this.lookup = terms == null ? null : terms.iterator();
    }

    /**
     * Opens the live generation of a folder, or nothing where nothing was ever committed.
     *
     * @throws UnreadableIndexException if it is damaged or of another format
     */
    static Optional<ArticleReader> open(IndexFolder folder) throws IOException {
        while (true) {
            Optional<String> name = folder.live();
            if (name.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(open(folder, name.get()));
            } catch (IOException e) {
                // Writers may have replaced and deleted the generation since its name was read; then its successor is
                // there.
                if (folder.live().equals(name)) {
                    throw e instanceof UnreadableIndexException || e instanceof AccessDeniedException
                            ? e
                            : UnreadableIndexException.damaged(folder, String.valueOf(e.getMessage()), e);
                }
            }
        }
    }

    /** Opens one generation. The exceptions are Lucene's own. */
    static LuceneArticleReader open(IndexFolder folder, String name) throws IOException {
        Directory directory = folder.open(name);
        try {
            DirectoryReader reader = DirectoryReader.open(directory);
            try {
                return new LuceneArticleReader(folder, name, directory, reader);
            } catch (IOException | RuntimeException e) {
                reader.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    @Override
    public Generation generation() {
        return generation;
    }

    @Override
    public boolean contains(String id) throws IOException {
        if (lookup == null || !lookup.seekExact(new BytesRef(id))) {
            return false;
        }
        lookupPostings = lookup.postings(lookupPostings, PostingsEnum.NONE);
        return nextLive(lookupPostings) != DocIdSetIterator.NO_MORE_DOCS;
    }

    @Override
    public @Nullable Article next() throws IOException {
        if (ids == null) {
            return null;
        }
        while (true) {
            if (!withinTerm) {
                if (ids.next() == null) {
                    return null;
                }
                postings = ids.postings(postings, PostingsEnum.NONE);
                withinTerm = true;
            }
            int doc = postings == null ? DocIdSetIterator.NO_MORE_DOCS : nextLive(postings);
            if (doc != DocIdSetIterator.NO_MORE_DOCS) {
                return article(doc, ids.term());
            }
            withinTerm = false;
        }
    }

    @Override
    public RepostsFound reposts() throws IOException {
        Map<Long, List<Integer>> groups = new TreeMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), IndexSchema.REPOST_GROUP);
            for (int doc = numbers.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = numbers.nextDoc()) {
                if (numbers.longValue() != 0 && (liveDocs == null || liveDocs.get(leaf.docBase + doc))) {
                    groups.computeIfAbsent(numbers.longValue(), n -> new ArrayList<>())
                            .add(leaf.docBase + doc);
                }
            }
        }
        List<List<Article>> listed = new ArrayList<>();
        for (List<Integer> docs : groups.values()) {
            List<Article> group = new ArrayList<>();
            for (int doc : docs) {
                group.add(IndexSchema.article(stored.document(doc)));
            }
            group.sort(OLDEST_FIRST);
            listed.add(group);
        }
        listed.sort(Comparator.comparing(List::getFirst, OLDEST_FIRST));
        long articles = groups.values().stream().mapToLong(List::size).sum();
        return new RepostsFound(
                groups.size(), articles, listed.subList(0, Math.min(listed.size(), RepostsFound.MAX_LISTED)));
    }

    /** The next document that is not deleted; Lucene keeps deleted ones until it merges their segment. */
    private int nextLive(PostingsEnum documents) throws IOException {
        int doc = documents.nextDoc();
        while (doc != DocIdSetIterator.NO_MORE_DOCS && liveDocs != null && !liveDocs.get(doc)) {
            doc = documents.nextDoc();
        }
        return doc;
    }

    private Article article(int doc, BytesRef id) throws IOException {
        try {
            return IndexSchema.article(stored.document(doc));
        } catch (IOException | RuntimeException e) {
            // A damaged block of stored fields shows as any of them.
            throw new UnreadableIndexException(
                    "the article " + id.utf8ToString() + " of generation " + generation.name() + " cannot be read: "
                            + e,
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            reader.close();
        }
    }
}
