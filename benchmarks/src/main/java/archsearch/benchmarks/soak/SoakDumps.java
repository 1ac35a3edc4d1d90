package archsearch.benchmarks.soak;

import archsearch.benchmarks.dumps.MadeUpArticles;
import archsearch.indexer.article.Article;
import archsearch.indexer.dump.DumpWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Dumps that differ in articles that are known, and what an index has to hold after each. Every whole dump has the same articles but
 * for one part in twenty, which is one of two in turn, and a few that no other dump has. An update adds a few of its own and changes
 * some that every whole dump has. Not thread-safe.
 */
final class SoakDumps {
    /** Likes of a made-up article are fewer than this, so that those which a run made or changed can be told. */
    private static final int FIRST_VERSION = 1_000;

    private static final int OWN = 10;
    private static final int CHANGED = 20;
    /** Articles of the part in turn that are looked up. */
    private static final int SAMPLED_OF_PART = 30;
    /** Articles that queries are made from, and that are asked for by their ids. */
    private static final int KEPT = 2_000;

    private static final int PART_ONE_IN = 20;

    private final Path folder;
    private final MadeUpArticles source;
    private final Set<String> ids = new HashSet<>();
    private final List<Article> always = new ArrayList<>();
    private final List<Article> changed = new ArrayList<>();
    private final List<Path> common = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private int commonArticles;

    /** One of the parts that whole dumps have in turn. */
    private record Part(Path file, IndexState state) {}

    /**
     * A dump to index.
     *
     * @param files what it consists of
     * @param own versions of the articles that it has and others have not, or have otherwise
     * @param state what an index of it alone holds; of an update, {@link IndexState#updated} tells it
     */
    record Dump(List<Path> files, Map<String, Integer> own, IndexState state) {}

    private SoakDumps(Path folder, long seed) {
        this.folder = folder;
        this.source = new MadeUpArticles(seed, true);
    }

    /**
     * Makes up the articles that are in more than one dump.
     *
     * @param articles about how many articles whole dumps have
     */
    static SoakDumps write(Path folder, int articles, long seed) throws IOException {
        SoakDumps dumps = new SoakDumps(folder, seed);
        int part = Math.max(OWN, articles / PART_ONE_IN);
        dumps.writeCommon(Math.max(CHANGED, articles - part - OWN));
        // Not as many as the other, so that the number of articles tells the two apart.
        dumps.writePart("part-0.jsonl", part);
        dumps.writePart("part-1.jsonl", part + 3);
        return dumps;
    }

    private void writeCommon(int count) throws IOException {
        Path file = folder.resolve("common.jsonl");
        try (DumpWriter out = DumpWriter.toFile(file)) {
            for (int i = 0; i < count; i++) {
                Article article = next();
                out.write(article);
                if (i < CHANGED) {
                    changed.add(article);
                } else if (always.size() < KEPT) {
                    always.add(article);
                }
            }
            out.finish();
        }
        common.add(file);
        commonArticles = count;
    }

    private void writePart(String name, int count) throws IOException {
        Path file = folder.resolve(name);
        Map<String, Integer> sample = new HashMap<>();
        try (DumpWriter out = DumpWriter.toFile(file)) {
            for (int i = 0; i < count; i++) {
                Article article = next();
                out.write(article);
                if (i < SAMPLED_OF_PART) {
                    sample.put(article.id(), article.likes());
                }
            }
            out.finish();
        }
        parts.add(new Part(file, new IndexState(count, sample)));
    }

    private Article next() {
        Article article = source.next();
        while (!ids.add(article.id())) {
            article = source.next();
        }
        return article;
    }

    /** Articles that every state of the index has as they are here. */
    List<Article> always() {
        return always;
    }

    /**
     * The dump of a batch reindex.
     *
     * @param run its number, which no other run has
     */
    Dump whole(int run) throws IOException {
        Part part = parts.get(run % parts.size());
        Map<String, Integer> own = new HashMap<>();
        Path file = writeRun(run, List.of(), own);
        Map<String, Integer> versions = new HashMap<>(part.state().versions());
        changed.forEach(article -> versions.put(article.id(), article.likes()));
        versions.putAll(own);
        List<Path> files = new ArrayList<>(common);
        files.addAll(List.of(part.file(), file));
        return new Dump(files, own, new IndexState(commonArticles + part.state().articles() + own.size(), versions));
    }

    /**
     * The dump of an update.
     *
     * @param run its number, which no other run has
     */
    Dump update(int run) throws IOException {
        Map<String, Integer> own = new HashMap<>();
        Path file = writeRun(run, changed, own);
        return new Dump(List.of(file), own, new IndexState(own.size(), own));
    }

    private Path writeRun(int run, List<Article> changes, Map<String, Integer> versions) throws IOException {
        int version = FIRST_VERSION + run;
        Path file = folder.resolve("run.jsonl");
        try (DumpWriter out = DumpWriter.toFile(file)) {
            for (Article article : changes) {
                write(article, version, out, versions);
            }
            for (int i = 0; i < OWN; i++) {
                write(next(), version, out, versions);
            }
            out.finish();
        }
        return file;
    }

    private static void write(Article article, int version, DumpWriter out, Map<String, Integer> versions)
            throws IOException {
        out.write(Article.builder(article.title(), article.publisher(), article.date())
                .id(article.id())
                .summary(article.summary())
                .tags(article.tags())
                .category(article.category())
                .likes(version)
                .readMinutes(article.readMinutes())
                .lang(article.lang())
                .build());
        versions.put(article.id(), version);
    }
}
