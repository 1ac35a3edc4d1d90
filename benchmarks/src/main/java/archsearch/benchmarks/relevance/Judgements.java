package archsearch.benchmarks.relevance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which articles are relevant to which topics.
 *
 * @param grades by topic and article; above 0 is relevant, more is better
 */
record Judgements(Map<String, Map<String, Integer>> grades) {
    /**
     * Reads TREC's qrels: lines of topic, a column that nobody uses, article, grade.
     *
     * @throws IOException if the file cannot be read or a line is not of this form
     */
    static Judgements read(Path file) throws IOException {
        Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] columns = line.strip().split("\\s+", -1);
            if (columns.length != 4 || !columns[3].matches("-?\\d{1,9}")) {
                throw new IOException(file + ":" + number + ": found '" + line + "', expected: topic 0 article grade");
            }
            grades.computeIfAbsent(columns[0], topic -> new LinkedHashMap<>())
                    .put(columns[2], Integer.valueOf(columns[3]));
        }
        return new Judgements(grades);
    }

    /** The judgements of the topics that the predicate accepts. */
    Judgements only(Predicate<String> topic) {
        Map<String, Map<String, Integer>> kept = new LinkedHashMap<>(grades);
        kept.keySet().removeIf(topic.negate());
        return new Judgements(kept);
    }

    /** The articles relevant to a topic; empty where there are none. */
    Set<String> relevant(String topic) {
        return grades.getOrDefault(topic, Map.of()).entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
