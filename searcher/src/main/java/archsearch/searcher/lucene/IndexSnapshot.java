package archsearch.searcher.lucene;

import archsearch.indexer.Generation;
import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.lucene.FileChecksums;
import archsearch.indexer.lucene.IndexFolder;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.indexer.lucene.UnreadableIndexException;
import archsearch.searcher.FacetDim;
import archsearch.searcher.IndexInfo;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * One generation of the index, open for searching. Searches hold it while they run, so that a generation that was replaced
 * meanwhile is closed by the last of them.
 */
final class IndexSnapshot {
    private final String folderName;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final IndexInfo info;
    private final Map<FacetDim, DimValues> values;
    private final RepostGroups reposts;
    private final RepostNumbers repostNumbers;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable PinyinWords pinyinWords;
    private volatile SnapshotCompletions completions;
    private volatile boolean cursorGiven;

    private IndexSnapshot(
            String folderName,
            DirectoryReader reader,
            IndexInfo info,
            Map<FacetDim, DimValues> values,
            RepostGroups reposts,
            RepostNumbers repostNumbers) {
        this.folderName = folderName;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.info = info;
        this.values = values;
        this.reposts = reposts;
        this.repostNumbers = repostNumbers;
        this.completions = new SnapshotCompletions(values);
    }

    /**
     * Opens a generation, after reading through all of its files.
     *
     * @throws UnreadableIndexException if one of them is damaged
     */
    static IndexSnapshot open(IndexFolder folder, String name) throws IOException {
        Directory directory = folder.open(name);
        Collection<String> files = SegmentInfos.readLatestCommit(directory).files(true);
        FileChecksums.verify(folder, name, directory, files);
        return over(folder, name, DirectoryReader.open(directory), files);
    }

    /**
     * Reads its files through again.
     *
     * @throws UnreadableIndexException if one of them is damaged, or was deleted by a writer
     */
    void verify(IndexFolder folder) throws IOException {
        FileChecksums.verify(
                folder, folderName, reader.directory(), reader.getIndexCommit().getFileNames());
    }

    /** The same generation with what was committed to it since, or this one where nothing was. */
    IndexSnapshot reopened(IndexFolder folder) throws IOException {
        DirectoryReader newer = DirectoryReader.openIfChanged(reader);
        return newer == null
                ? this
                : over(folder, folderName, newer, reader.getIndexCommit().getFileNames());
    }

    /**
     * @param verified the files that were read through before
     */
    private static IndexSnapshot over(
            IndexFolder folder, String name, DirectoryReader reader, Collection<String> verified) throws IOException {
        try {
            Set<String> added = new HashSet<>(reader.getIndexCommit().getFileNames());
            added.removeAll(verified);
            FileChecksums.verify(folder, name, reader.directory(), added);
            Generation generation =
                    LuceneArticleIndex.generation(folder, name, reader.getIndexCommit(), reader.numDocs());
            IndexInfo info = new IndexInfo(generation.name(), generation.articles(), generation.committedAt(), "");
            RepostGroups reposts = RepostGroups.read(reader);
            return new IndexSnapshot(
                    name, reader, info, readValues(reader, reposts), reposts, RepostNumbers.read(reader, reposts));
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static Map<FacetDim, DimValues> readValues(DirectoryReader reader, RepostGroups reposts)
            throws IOException {
        Map<FacetDim, DimValues> values = new EnumMap<>(FacetDim.class);
        FieldInfos fields = FieldInfos.getMergedFieldInfos(reader);
        for (FacetDim dim : FacetDim.values()) {
            String field = IndexSchema.facetField(dim.word());
            // A dimension that no article has a value in has no field.
            if (fields.fieldInfo(field) != null) {
                values.put(dim, DimValues.read(reader, dim, field, reposts));
            }
        }
        return values;
    }

    /** Takes hold of the snapshot for a search; false where it was closed meanwhile. */
    boolean acquire() {
        return reader.tryIncRef();
    }

    /** Lets go of the snapshot; the last one closes it. */
    void release() throws IOException {
        reader.decRef();
    }

    String folderName() {
        return folderName;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    /** The document number of the article with an id; empty where there is none. */
    OptionalInt doc(String id) throws IOException {
        TopDocs found = searcher.search(new TermQuery(IndexSchema.idTerm(id)), 1);
        return found.scoreDocs.length == 0 ? OptionalInt.empty() : OptionalInt.of(found.scoreDocs[0].doc);
    }

    IndexInfo info() {
        return info;
    }

    /** The values of each dimension that any article has a value in. */
    Map<FacetDim, DimValues> values() {
        return values;
    }

    /** The groups of reposts. */
    RepostGroups reposts() {
        return reposts;
    }

    /** The numbers of the articles in groups of reposts. */
    RepostNumbers repostNumbers() {
        return repostNumbers;
    }

    /** The Chinese words by their pinyin; read when they are first asked for, which few searches do. */
    PinyinWords pinyinWords() throws IOException {
        PinyinWords words = pinyinWords;
        if (words != null) {
            return words;
        }
        reading.lock();
        try {
            words = pinyinWords;
            if (words == null) {
                words = PinyinWords.read(reader);
                pinyinWords = words;
            }
            return words;
        } finally {
            reading.unlock();
        }
    }

    /** Whether anybody asked for the Chinese words of this snapshot. */
    boolean hasPinyinWords() {
        return pinyinWords != null;
    }

    SnapshotCompletions completions() {
        return completions;
    }

    /** Drops what was made for suggestions, which few searches need; made again where one does. */
    void forgetSuggestions() {
        pinyinWords = null;
        completions = new SnapshotCompletions(values);
    }

    /** Notes that somebody may come back to go on in this snapshot. */
    void giveCursor() {
        cursorGiven = true;
    }

    /** Whether a cursor leads to this snapshot. */
    boolean hasGivenCursor() {
        return cursorGiven;
    }

    /**
     * What is known of a dimension's values over the whole generation.
     *
     * @param state where Lucene's counting starts from
     * @param keys the {@link TextKey} of each spelling, so that no search has to fold them
     * @param spellings the most frequent spelling of each key
     * @param counts number of hits of a search for each key, however spelled: an article and its reposts are one
     * @param reposts the keys of the articles that are in groups
     */
    record DimValues(
            SortedSetDocValuesReaderState state,
            Map<String, String> keys,
            Map<String, String> spellings,
            Map<String, Integer> counts,
            RepostValues reposts) {

        private static DimValues read(DirectoryReader reader, FacetDim dim, String field, RepostGroups groups)
                throws IOException {
            SortedSetDocValuesReaderState state =
                    new DefaultSortedSetDocValuesReaderState(reader, field, IndexSchema.facetsConfig());
            Map<String, String> keys = new HashMap<>();
            Map<String, String> spellings = new HashMap<>();
            Map<String, Integer> best = new HashMap<>();
            Map<String, Integer> counts = new HashMap<>();
            FacetResult all = new SortedSetDocValuesFacetCounts(state).getAllChildren(dim.word());
            if (all != null) {
                for (LabelAndValue spelling : all.labelValues) {
                    String key = TextKey.of(spelling.label);
                    keys.put(spelling.label, key);
                    int count = spelling.value.intValue();
                    // An article carries one spelling of a key only.
                    counts.merge(key, count, Integer::sum);
                    // Spellings come in order, so that of equally frequent ones the first stays.
                    if (count > best.getOrDefault(key, 0)) {
                        best.put(key, count);
                        spellings.put(key, spelling.label);
                    }
                }
            }
            RepostValues reposts = RepostValues.read(state, dim, keys, groups);
            reposts.subtractRepeats(counts, groups.places());
            return new DimValues(state, keys, spellings, counts, reposts);
        }

        /** The key of a spelling that some article has. */
        String key(String spelling) {
            return keys.getOrDefault(spelling, spelling);
        }

        /** Number of hits of a search for a value, given one of its spellings. */
        int count(String spelling) {
            return counts.getOrDefault(key(spelling), 0);
        }

        /** The most frequent spelling of a value, or the other text where no article carries it. */
        String spelling(String key, String other) {
            return spellings.getOrDefault(key, other);
        }
    }
}
