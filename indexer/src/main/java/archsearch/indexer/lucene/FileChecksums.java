package archsearch.indexer.lucene;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.TreeSet;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.jspecify.annotations.Nullable;

/**
 * Compares files with the checksum that Lucene writes at the end of each. Lucene itself does so when it merges segments, but not
 * when it opens them: a changed byte would come out as a wrong answer, or not at all.
 */
public final class FileChecksums {
    private FileChecksums() {}

    /**
     * Reads the files of a generation through.
     *
     * @throws UnreadableIndexException naming the first that is missing, cut short or changed, and what to do
     */
    public static void verify(IndexFolder folder, String name, Directory directory, Collection<String> files)
            throws UnreadableIndexException {
        for (String file : new TreeSet<>(files)) {
            try {
                verify(directory, file);
            } catch (IOException | RuntimeException | InternalError e) {
                // An InternalError is Java's answer where a file is cut short while it is read.
                throw UnreadableIndexException.damaged(
                        folder, folder.generation(name).resolve(file) + ": " + inWords(e), e);
            }
        }
    }

    /** Reads one file through and returns its length. The exceptions are Lucene's own, of many kinds where a file is damaged. */
    static long verify(Directory directory, String file) throws IOException {
        try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(in);
            return in.length();
        }
    }

    /** What is wrong with a file, by the exception that reading it gave. */
    static String inWords(Throwable e) {
        if (missing(e) != null) {
            return "the file is missing";
        }
        return e instanceof CorruptIndexException damaged ? "damaged: " + damaged.getOriginalMessage() : e.toString();
    }

    /** A missing file, which Lucene may take for a damage of the file that names it. */
    static @Nullable NoSuchFileException missing(Throwable e) {
        Throwable cause = e;
        while (cause != null && !(cause instanceof NoSuchFileException)) {
            cause = cause.getCause();
        }
        return (NoSuchFileException) cause;
    }
}
