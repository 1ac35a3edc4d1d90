package archsearch.server.cli;

import archsearch.indexer.ArticleIndex;
import archsearch.indexer.Generation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells people and scripts that another generation became live. */
final class SwitchedText {
    private SwitchedText() {}

    /** The name of the live generation, or null where it cannot be told. */
    static @Nullable String live(ArticleIndex articles) {
        try {
            return articles.live().map(Generation::name).orElse(null);
        } catch (IOException e) {
            // What is damaged is what the command is run to mend.
            return null;
        }
    }

    /**
     * Prints one line or one object.
     *
     * @param what happened to the generation, for the line
     * @param replaced the generation that was live, or null where that could not be told
     */
    static void print(
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
                                ? SafeText.json(ReportJson.MAPPER.writeValueAsString(
                                        View.of(folder, generation, replaced, tookMs)))
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
