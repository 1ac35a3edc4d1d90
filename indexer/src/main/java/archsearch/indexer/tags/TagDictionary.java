package archsearch.indexer.tags;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The operator's corrections of tag splits. The file is UTF-8 text, a byte order mark and CRLF are accepted, blank lines and
 * lines that start with {@code # } (or are {@code #}) are comments. Every other line is one of
 *
 * <ul>
 *   <li>a tag by itself, as in {@code Service Orchestration}: wherever a line holds it, with the same capitals, it is
 *       preferred to every reading that cuts it or hides it in a longer name;
 *   <li>{@code gluedline<TAB>tag|tag|tag}: this very line reads so. The tags must concatenate to the line.
 * </ul>
 *
 * <p>Immutable.
 */
public final class TagDictionary {
    /** Greatest size of a file, in bytes: some 200,000 tags, far more than a person writes. */
    public static final int MAX_BYTES = 4 << 20;

    private static final TagDictionary EMPTY = new TagDictionary(Set.of(), Map.of());

    private final Set<String> tags;
    private final Map<String, List<String>> lines;

    private TagDictionary(Set<String> tags, Map<String, List<String>> lines) {
        this.tags = tags;
        this.lines = lines;
    }

    /** A dictionary that corrects nothing. */
    public static TagDictionary empty() {
        return EMPTY;
    }

    /**
     * Reads a dictionary file.
     *
     * @throws IOException if the file cannot be read, is larger than {@link #MAX_BYTES} or holds a line of another form; the
     *     message names the file and, where there is one, the line
     */
    public static TagDictionary read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new IOException(
                    file + ": larger than " + MAX_BYTES + " bytes; a tag dictionary is expected to be short");
        }
        return parse(file.toString(), decode(file, bytes));
    }

    private static String decode(Path file, byte[] bytes) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < bytes.length && isWellFormed(bytes, i); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new IOException(file + ":" + line + ": not UTF-8; save the file as UTF-8", e);
        }
    }

    /** Whether the bytes up to the next line end after {@code from} are UTF-8; only asked at the start of a line. */
    private static boolean isWellFormed(byte[] bytes, int from) {
        if (from > 0 && bytes[from - 1] != '\n') {
            return true;
        }
        int to = from;
        while (to < bytes.length && bytes[to] != '\n') {
            to++;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static TagDictionary parse(String file, String text) throws IOException {
        Set<String> tags = new HashSet<>();
        Map<String, List<String>> lines = new HashMap<>();
        int number = 0;
        for (String raw : text.split("\n", -1)) {
            number++;
            String line = (number == 1 && raw.startsWith("\uFEFF") ? raw.substring(1) : raw).strip();
            if (line.isEmpty() || line.equals("#") || line.startsWith("# ")) {
                continue;
            }
            String where = file + ":" + number + ": ";
            int tab = line.indexOf('\t');
            if (tab < 0) {
                tags.add(checkedTag(where, line));
            } else {
                addLine(lines, where, line.substring(0, tab), line.substring(tab + 1));
            }
        }
        return new TagDictionary(Set.copyOf(tags), Map.copyOf(lines));
    }

    private static String checkedTag(String where, String tag) throws IOException {
        if (tag.indexOf('|') >= 0) {
            throw new IOException(
                    where + "found '|' but no tab; expected one tag, or a glued line, a tab and its tags");
        }
        if (tag.length() > GluedTags.MAX_LINE) {
            throw new IOException(
                    where + "the tag has " + tag.length() + " characters; expected at most " + GluedTags.MAX_LINE);
        }
        return tag;
    }

    private static void addLine(Map<String, List<String>> lines, String where, String glued, String split)
            throws IOException {
        if (split.indexOf('\t') >= 0) {
            throw new IOException(where + "found a second tab; expected a glued line, one tab and its tags split by |");
        }
        List<String> tags = List.of(split.split("\\|", -1));
        if (tags.contains("")) {
            throw new IOException(where + "found an empty tag; expected tags split by a single |");
        }
        String joined = String.join("", tags);
        if (!joined.equals(glued)) {
            throw new IOException(where + "the tags make \"" + joined + "\" but the glued line is \"" + glued
                    + "\"; expected the same");
        }
        List<String> before = lines.putIfAbsent(glued, tags);
        if (before != null && !before.equals(tags)) {
            throw new IOException(where + "\"" + glued + "\" was already split as " + String.join("|", before)
                    + "; remove one of the two lines");
        }
    }

    /**
     * The line of a dictionary file that makes a glued line read as these tags; empty where no file can say so, as for a tag that
     * holds the separator.
     *
     * @param tags concatenated they must be {@code glued}
     */
    public static Optional<String> line(String glued, List<String> tags) {
        boolean separable = !tags.isEmpty() && tags.stream().noneMatch(tag -> tag.isEmpty() || tag.indexOf('|') >= 0);
        boolean readable = glued.indexOf('\t') < 0 && glued.equals(glued.strip()) && !glued.startsWith("# ");
        return separable && readable && String.join("", tags).equals(glued)
                ? Optional.of(glued + '\t' + String.join("|", tags))
                : Optional.empty();
    }

    /** The tags of this very line, or empty where the dictionary does not name it. */
    public Optional<List<String>> split(String line) {
        return Optional.ofNullable(lines.get(line));
    }

    /** The tags named by themselves, without order. */
    public Set<String> tags() {
        return tags;
    }
}
