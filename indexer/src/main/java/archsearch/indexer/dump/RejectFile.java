package archsearch.indexer.dump;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A file of rejects, JSON Lines of {@code {"file","line","reason","detail","text"}}. Correct {@code text} in it and name the file
 * as a dump. It grows beside its place under the name with {@code .part} and takes its place on {@link #close()}, so the reject
 * file that is being read may also be the one that is written. Not thread-safe.
 */
public final class RejectFile implements AutoCloseable {
    private final JsonFactory json = new JsonFactory();
    private final Path file;
    private final Path part;
    private final BufferedWriter out;

    /** Starts the file; an existing one stays until this one is closed. */
    public RejectFile(Path file) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        this.out = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
    }

    /** Adds a reject. */
    public void write(DumpRecord.Rejected reject) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), line)) {
            generator.writeStartObject();
            generator.writeStringProperty("file", wellFormed(reject.location().file()));
            generator.writeNumberProperty("line", reject.location().line());
            generator.writeStringProperty("reason", reject.reason().word());
            generator.writeStringProperty("detail", wellFormed(reject.detail()));
            generator.writeStringProperty("text", wellFormed(reject.text()));
            generator.writeEndObject();
        }
        out.write(line.toString());
        out.write('\n');
        out.flush();
    }

    /** The text with every unpaired surrogate, which UTF-8 cannot hold, replaced. */
    private static String wellFormed(String text) {
        StringBuilder sound = new StringBuilder(text.length());
        text.codePoints().forEach(c -> sound.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
        return sound.toString();
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
