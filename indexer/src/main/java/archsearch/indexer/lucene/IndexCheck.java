package archsearch.indexer.lucene;

import archsearch.indexer.Generation;
import archsearch.indexer.IndexCondition;
import archsearch.indexer.IndexCondition.Neighbour;
import archsearch.indexer.IndexCondition.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Looks through an index folder: from the pointer to the live generation, its commit and files, to every article. Holds no lock, so
 * an update may replace the files while they are looked at; then what seemed wrong is looked at again.
 */
final class IndexCheck {
    /** An update would have to be committed within each look for all of them to be in vain. */
    private static final int LOOKS = 3;

    private final IndexFolder folder;

    IndexCheck(IndexFolder folder) {
        this.folder = folder;
    }

    /** The folder's condition, or empty where nothing was ever committed to it. */
    Optional<IndexCondition> run() throws IOException {
        for (int look = 1; ; look++) {
            String before = commit();
            Optional<IndexCondition> condition = look();
            if (condition.isEmpty() || condition.get().isSound() || before.equals(commit())) {
                return condition;
            }
            if (look == LOOKS) {
                throw new IOException("the index " + folder.root() + " was written to each of " + LOOKS
                        + " times it was looked at; let its writers end, then try again");
            }
        }
    }

    /** Names the commit that is live now; what is wrong with a folder that has none comes out by looking. */
    private String commit() {
        try {
            String name = folder.live().orElse("");
            if (name.isEmpty() || !Files.isDirectory(folder.generation(name))) {
                return name;
            }
            try (Directory directory = folder.open(name)) {
                return name + ' ' + SegmentInfos.getLastCommitGeneration(directory);
            }
        } catch (IOException e) {
            return "";
        }
    }

    private Optional<IndexCondition> look() throws IOException {
        Findings findings = new Findings();
        Optional<String> live;
        try {
            live = folder.live();
        } catch (UnreadableIndexException e) {
            findings.add(Part.POINTER, folder.pointer().toString(), String.valueOf(e.getMessage()));
            return Optional.of(findings.condition(null, neighbours(Optional.empty())));
        }
        List<Neighbour> neighbours = neighbours(live);
        if (live.isEmpty()) {
            if (neighbours.isEmpty()) {
                return Optional.empty();
            }
            findings.add(
                    Part.POINTER,
                    folder.pointer().toString(),
                    "is missing, though there are generations; it was deleted, or the first build has not ended");
            return Optional.of(findings.condition(null, neighbours));
        }
        if (!Files.isDirectory(folder.generation(live.get()))) {
            findings.add(
                    Part.POINTER,
                    folder.pointer().toString(),
                    "names generation " + live.get() + ", but there is no folder " + folder.generation(live.get()));
            return Optional.of(findings.condition(null, neighbours));
        }
        Generation generation = new GenerationCheck(folder, live.get(), findings).run(GenerationCheck.Depth.ARTICLES);
        return Optional.of(findings.condition(generation, neighbours));
    }

    private List<Neighbour> neighbours(Optional<String> live) throws IOException {
        Optional<String> previous = folder.previous(live);
        List<Neighbour> neighbours = new ArrayList<>();
        for (String name : folder.names()) {
            if (live.equals(Optional.of(name))) {
                continue;
            }
            boolean isNewer = live.isEmpty() || name.compareTo(live.get()) > 0;
            Neighbour.Kind older =
                    previous.equals(Optional.of(name)) ? Neighbour.Kind.PREVIOUS : Neighbour.Kind.LEFTOVER;
            Neighbour.Kind newer = folder.hasCommit(name) ? Neighbour.Kind.NEWER : Neighbour.Kind.UNFINISHED;
            neighbours.add(new Neighbour(name, isNewer ? newer : older));
        }
        return neighbours;
    }

    /** What a look has found so far. Not thread-safe. */
    static final class Findings {
        private final List<IndexCondition.Fault> faults = new ArrayList<>();
        private long faultCount;
        private String format = "";
        private int files;
        private long bytes;
        private int segments;
        private long articles;

        void add(Part part, String where, String detail) {
            faultCount++;
            if (faults.size() < IndexCondition.MAX_LISTED) {
                faults.add(new IndexCondition.Fault(part, where, detail));
            }
        }

        boolean isSound() {
            return faultCount == 0;
        }

        Optional<IndexCondition.Fault> first() {
            return faults.stream().findFirst();
        }

        void format(String found) {
            format = found;
        }

        void file(long size) {
            files++;
            bytes += size;
        }

        void segment() {
            segments++;
        }

        void article() {
            articles++;
        }

        long articles() {
            return articles;
        }

        private IndexCondition condition(@Nullable Generation generation, List<Neighbour> neighbours) {
            return new IndexCondition(
                    generation, format, files, bytes, segments, articles, neighbours, faultCount, faults);
        }
    }
}
