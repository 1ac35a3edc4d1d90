package archsearch.benchmarks.relevance;

import archsearch.benchmarks.engine.Ranking;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What an engine answered to the topics of a set.
 *
 * @param engine the engine's name
 * @param rankings article ids by topic, best first, in the order of the topics
 * @param millis milliseconds a query took in the mean, with other queries beside it
 */
record Run(String engine, Map<String, List<String>> rankings, double millis) {
    /**
     * Asks for every topic.
     *
     * @param depth most hits wanted for each
     * @param threads queries at a time
     */
    static Run of(String engine, Ranking ranking, List<Topic> topics, int depth, int threads) throws IOException {
        long start = System.nanoTime();
        Map<String, List<String>> rankings = new LinkedHashMap<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Map<String, Future<List<String>>> answers = new LinkedHashMap<>();
            for (Topic topic : topics) {
                answers.put(topic.id(), pool.submit(() -> ranking.ids(topic.query(), depth)));
            }
            for (Map.Entry<String, Future<List<String>>> answer : answers.entrySet()) {
                rankings.put(answer.getKey(), answer.getValue().get());
            }
        } catch (ExecutionException e) {
            throw new IOException(engine + " failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        double millis = (System.nanoTime() - start) / 1e6;
        return new Run(engine, rankings, topics.isEmpty() ? 0 : millis * threads / topics.size());
    }

    /** Writes the run in TREC's form: topic, Q0, article, rank, a score that falls with the rank, engine. */
    void write(Path file) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            rankings.forEach((topic, ids) -> {
                for (int i = 0; i < ids.size(); i++) {
                    out.println(topic + " Q0 " + ids.get(i) + " " + (i + 1) + " " + (ids.size() - i) + " " + engine);
                }
            });
            if (out.checkError()) {
                throw new IOException(file + ": writing failed");
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
