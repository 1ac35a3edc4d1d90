package archsearch.indexer.lucene;

import archsearch.indexer.tags.TagVocabulary;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.jspecify.annotations.Nullable;

/**
 * The tag vocabulary of a commit: a file of its own beside Lucene's, closed by Lucene's checksum. Each commit that changes it writes
 * a new file and names it in its {@link CommitData}, so the vocabulary changes together with the articles.
 */
final class VocabularyFile {
    private static final String PREFIX = "tag-vocabulary-";

    private VocabularyFile() {}

    /**
     * Writes the file for a commit and makes sure that it is on disk.
     *
     * @param commitNumber the number that the commit will have
     * @return the file's name
     */
    static String write(Directory directory, TagVocabulary vocabulary, long commitNumber) throws IOException {
        String name = PREFIX + commitNumber;
        if (List.of(directory.listAll()).contains(name)) {
            // Of a commit that never was: the number is still free.
            directory.deleteFile(name);
        }
        StringWriter text = new StringWriter();
        vocabulary.write(text);
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
            out.writeBytes(bytes, bytes.length);
            CodecUtil.writeFooter(out);
        }
        directory.sync(List.of(name));
        return name;
    }

    /**
     * The vocabulary of a commit; empty where it names none.
     *
     * @throws IOException if the file is missing or damaged
     */
    static TagVocabulary read(Directory directory, CommitData commit) throws IOException {
        String name = commit.vocabularyFile();
        if (name == null) {
            return TagVocabulary.empty();
        }
        try (ChecksumIndexInput in = directory.openChecksumInput(name)) {
            byte[] bytes = new byte[Math.toIntExact(in.length() - CodecUtil.footerLength())];
            in.readBytes(bytes, 0, bytes.length);
            CodecUtil.checkFooter(in);
            return TagVocabulary.read(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    /** Deletes the files of earlier commits, as far as that is possible: what was committed does not fail by what is left over. */
    static void deleteOthers(Directory directory, @Nullable String current) {
        try {
            for (String file : Arrays.asList(directory.listAll())) {
                if (file.startsWith(PREFIX) && !file.equals(current)) {
                    directory.deleteFile(file);
                }
            }
        } catch (IOException e) {
            // A few kilobytes stay; the next commit tries again.
        }
    }
}
