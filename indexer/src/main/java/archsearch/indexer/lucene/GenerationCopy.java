package archsearch.indexer.lucene;

import archsearch.indexer.GenerationRefusedException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;

/** Copies a generation's last commit from one index folder to another. */
final class GenerationCopy {
    /** A writer would have to commit within each try for all of them to be in vain. */
    private static final int MOST_TRIES = 5;

    private final IndexFolder from;

    GenerationCopy(IndexFolder from) {
        this.from = from;
    }

    /**
     * Makes a new index folder of the live generation. It is put together beside its place and moved there when it is complete.
     *
     * @return the folder name of the generation, or empty where nothing was ever committed
     */
    Optional<String> toNewFolder(Path place) throws IOException {
        Path full = place.toAbsolutePath();
        Path parent = full.getParent();
        if (parent == null || (Files.exists(full) && !isEmptyFolder(full))) {
            throw new FileAlreadyExistsException(
                    place.toString(), null, "is there already; name a folder that is not there yet or is empty");
        }
        Path unfinished = parent.resolve(full.getFileName() + ".unfinished");
        IndexFolder.delete(unfinished);
        try {
            IndexFolder copy = new IndexFolder(unfinished);
            Optional<String> name = liveTo(copy);
            if (name.isPresent()) {
                new SwitchCheck(copy).sound(name.get());
                copy.makeLive(name.get());
                Files.move(unfinished, full, StandardCopyOption.ATOMIC_MOVE);
                IndexFolder.syncFolder(parent);
            }
            return name;
        } finally {
            IndexFolder.delete(unfinished);
        }
    }

    private static boolean isEmptyFolder(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(place)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Copies what is live, also where it is replaced while its files are opened. */
    private Optional<String> liveTo(IndexFolder target) throws IOException {
        for (int tries = 1; ; tries++) {
            Optional<String> name = from.live();
            if (name.isEmpty()) {
                return name;
            }
            long commit = from.commitNumber(name.get());
            try {
                copy(name.get(), target, name.get());
                return name;
            } catch (IOException e) {
                IndexFolder.delete(target.generation(name.get()));
                if (tries == MOST_TRIES || (from.live().equals(name) && from.commitNumber(name.get()) == commit)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Copies a generation into a new one, and makes sure that it is on the disk.
     *
     * @param as the folder name of the new generation
     */
    void copy(String name, IndexFolder target, String as) throws IOException {
        List<IndexInput> open = new ArrayList<>();
        try (Directory source = from.open(name);
                Directory copy = target.create(as)) {
            // All are opened before the first is copied: from then on it does not matter what a writer deletes.
            Map<String, IndexInput> files = new LinkedHashMap<>();
            for (String file : files(source)) {
                IndexInput in = source.openInput(file, IOContext.READONCE);
                open.add(in);
                files.put(file, in);
            }
            for (Map.Entry<String, IndexInput> file : files.entrySet()) {
                try (IndexOutput out = copy.createOutput(file.getKey(), IOContext.DEFAULT)) {
                    out.copyBytes(file.getValue(), file.getValue().length());
                }
            }
            copy.sync(files.keySet());
            copy.syncMetaData();
        } finally {
            IOUtils.close(open);
        }
    }

    private static List<String> files(Directory directory) throws IOException {
        SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
        List<String> files = new ArrayList<>(commit.files(true));
        String vocabulary = CommitData.of(commit).vocabularyFile();
        if (vocabulary != null) {
            files.add(vocabulary);
        }
        return files;
    }

    /** The live generation of a folder that is to be restored. */
    String sourceName() throws IOException {
        return from.live()
                .orElseThrow(() -> new GenerationRefusedException("there is no index in " + from.root()
                        + "; name a folder that was made by: archsearch snapshot"));
    }
}
