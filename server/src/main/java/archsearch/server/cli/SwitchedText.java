package archsearch.server.cli;

import archsearch.indexer.ArticleIndex;
import archsearch.indexer.Generation;
import archsearch.server.api.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes another generation live and tells people and scripts. */
final class SwitchedText {
    private SwitchedText() {}

    /** Makes another generation live. */
    interface Change {
        /** The generation that is live now. */
        Generation make(ArticleIndex articles) throws IOException;
    }

    /**
     * Makes a change and prints one line or one object about it.
     *
     * @param folder of the index
     * @param what happens to the generation, for the line
     */
    static void make(RootCommand root, boolean json, ArticleIndex articles, Path folder, String what, Change change)
            throws IOException {
        long start = System.nanoTime();
        String replaced = live(articles);
        Generation generation = change.make(articles);
        long tookMs = (System.nanoTime() - start) / 1_000_000;
        print(root.terminal(), json, what, folder, generation, replaced, tookMs);
    }

    /** The name of the live generation, or null where it cannot be told. */
    private static @Nullable String live(ArticleIndex articles) {
        try {
            return articles.live().map(Generation::name).orElse(null);
        } catch (IOException e) {
            // What is damaged is what the command is run to mend.
            return null;
        }
    }

    private static void print(
            Terminal terminal,
            boolean json,
            String what,
            Path folder,
            Generation generation,
            @Nullable String replaced,
            long tookMs) {
        terminal.out()
                .println(
                        json
                                ? SafeText.json(Json.write(View.of(folder, generation, replaced, tookMs)))
                                : SafeText.of(line(what, generation, replaced)));
        terminal.out().flush();
    }

    private static String line(String what, Generation generation, @Nullable String replaced) {
        String line = String.format(
                Locale.ROOT,
                "generation %s %s, %,d %s of %s",
                generation.name(),
                what,
                generation.articles(),
                generation.articles() == 1 ? "article" : "articles",
                generation.committedAt());
        return replaced == null || replaced.equals(generation.name()) ? line : line + "; before it was " + replaced;
    }

    private record View(
            String index,
            String generation,
            int articles,
            String committedAt,
            @Nullable String replaced,
            long tookMs) {
        static View of(Path folder, Generation generation, @Nullable String replaced, long tookMs) {
            return new View(
                    folder.toString(),
                    generation.name(),
                    generation.articles(),
                    generation.committedAt().toString(),
                    replaced,
                    tookMs);
        }
    }
}
