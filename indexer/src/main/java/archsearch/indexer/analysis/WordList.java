package archsearch.indexer.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the word lists that lie beside this package: one entry a line, {@code #} starts a comment line. */
final class WordList {
    private WordList() {}

    /** The words of a list. */
    static Set<String> read(String resource) {
        return Set.copyOf(lines(resource));
    }

    /**
     * The words of a list that says how each is read: the word, then a syllable for each of its characters, with spaces between.
     *
     * @throws IllegalStateException if a line has more or fewer syllables than characters
     */
    static Map<String, List<String>> readings(String resource) {
        Map<String, List<String>> readings = new HashMap<>();
        for (String line : lines(resource)) {
            List<String> parts = List.of(line.split(" "));
            String word = parts.getFirst();
            List<String> syllables = parts.subList(1, parts.size());
            if (syllables.size() != word.codePointCount(0, word.length())) {
                throw new IllegalStateException("the word list " + resource + " has the line \"" + line
                        + "\"; expected is a word and a syllable for each of its characters");
            }
            readings.put(word, syllables);
        }
        return Map.copyOf(readings);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = WordList.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the word list " + resource + " is missing from the jar");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the word list " + resource, e);
        }
    }
}
