package archsearch.indexer.dump;

import archsearch.indexer.article.Article;
import archsearch.indexer.dump.ArticleFields.Field;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes articles as a dump of JSON Lines that {@link DumpReader} reads back as the same articles. Every line has every field, in
 * one order, but for {@code url}, which is absent where an article has none: equal articles give equal bytes. Characters that are
 * not seen, or that programs take for a line end, are escaped. Not thread-safe.
 */
public final class DumpWriter implements AutoCloseable {
    private final JsonFactory json =
            JsonFactory.builder().characterEscapes(new Unseen()).build();
    private final @Nullable NewFile file;
    private final Writer out;

    private DumpWriter(@Nullable NewFile file, OutputStream out) {
        this.file = file;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** A dump into a stream, which is flushed by {@link #finish} and never closed. */
    public static DumpWriter to(OutputStream out) {
        return new DumpWriter(null, out);
    }

    /**
     * A dump that becomes the file by {@link #finish}, and leaves it as it was without; compressed where the name ends in {@code
     * .gz} or {@code .zst}.
     *
     * @throws IOException if the path is a folder or cannot be written
     */
    public static DumpWriter toFile(Path path) throws IOException {
        NewFile file = NewFile.at(path);
        try {
            return new DumpWriter(file, compressed(file.out(), String.valueOf(path.getFileName())));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static OutputStream compressed(OutputStream out, String name) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".gz")) {
            return new GZIPOutputStream(out, 1 << 16);
        }
        return lower.endsWith(".zst") ? new ZstdOutputStream(out) : out;
    }

    /** Adds an article. */
    public void write(Article article) throws IOException {
        StringWriter line = new StringWriter(1 << 10);
        try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), line)) {
            write(article, generator);
        }
        out.append(line.getBuffer()).append('\n');
    }

    private static void write(Article article, JsonGenerator generator) {
        generator.writeStartObject();
        generator.writeStringProperty(Field.ID.word(), article.id());
        generator.writeStringProperty(Field.TITLE.word(), article.title());
        generator.writeStringProperty(Field.SUMMARY.word(), article.summary());
        generator.writeArrayPropertyStart(Field.TAGS.word());
        for (String tag : article.tags()) {
            generator.writeString(tag);
        }
        generator.writeEndArray();
        generator.writeStringProperty(Field.PUBLISHER.word(), article.publisher());
        generator.writeStringProperty(Field.DATE.word(), article.date().toString());
        generator.writeStringProperty(Field.CATEGORY.word(), article.category());
        generator.writeNumberProperty(Field.LIKES.word(), article.likes());
        generator.writeNumberProperty(Field.READ_MINUTES.word(), article.readMinutes());
        generator.writeStringProperty(Field.LANG.word(), article.lang().code());
        if (article.url() != null) {
            generator.writeStringProperty(Field.URL.word(), article.url());
        }
        generator.writeEndObject();
    }

    /** Makes sure that everything is written; a file takes its place now. */
    public void finish() throws IOException {
        if (file == null) {
            out.flush();
        } else {
            out.close();
            file.takePlace();
        }
    }

    /** Gives up a file that was not finished. */
    @Override
    public void close() throws IOException {
        if (file != null) {
            try (file) {
                out.close();
            }
        }
    }

    /** Escapes what JSON leaves raw: controls above ASCII, marks of direction, separators of lines. */
    private static final class Unseen extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        private static final int DELETE = 0x7F;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[DELETE] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            boolean unseen = Character.isISOControl(c)
                    || c == '\u2028'
                    || c == '\u2029'
                    || (c <= Character.MAX_VALUE && FieldText.isInvisible((char) c));
            return unseen ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", c)) : null;
        }
    }
}
