package archsearch.benchmarks.relevance;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a ranking is measured with.
 *
 * @param name for tables and file names
 * @param articles a dump
 * @param topics as {@link Topic#read} takes them
 * @param judgements as {@link Judgements#read} takes them
 */
record TestSet(String name, Path articles, Path topics, Path judgements) {
    /**
     * The set that an option's value describes, {@code NAME:ARTICLES:TOPICS:QRELS}.
     *
     * @throws IllegalArgumentException if it has not four parts
     */
    static TestSet parse(String value) {
        String[] parts = value.split(":", -1);
        if (parts.length != 4 || Stream.of(parts).anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("found '" + value + "', expected NAME:ARTICLES:TOPICS:QRELS");
        }
        return new TestSet(parts[0], Path.of(parts[1]), Path.of(parts[2]), Path.of(parts[3]));
    }

    /**
     * The sets of a data folder: {@code articles.jsonl.gz} with four sets of known items and one of translations, and the CACM
     * collection with articles of its own, topics and judgements in {@code relevance/}.
     */
    static List<TestSet> ofFolder(Path data) {
        Path relevance = data.resolve("relevance");
        Stream<TestSet> shared = Stream.of(
                        "crosslingual-en-zh",
                        "known-item-en",
                        "known-item-en-typo",
                        "known-item-zh",
                        "known-item-mixed")
                .map(name -> in(relevance, name, data.resolve("articles.jsonl.gz")));
        return Stream.concat(shared, Stream.of(in(relevance, "cacm", relevance.resolve("cacm.jsonl.gz"))))
                .toList();
    }

    private static TestSet in(Path relevance, String name, Path articles) {
        return new TestSet(
                name, articles, relevance.resolve(name + ".topics.tsv"), relevance.resolve(name + ".qrels.txt"));
    }
}
