package archsearch.benchmarks.engine;

import archsearch.indexer.article.Article;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Looks at titles alone, for every piece of a query as it stands, and puts the shortest title first. Where topics are pieces of titles
 * without slips this is what can be known of the wanted article: several titles may hold all the pieces, and the shorter one is the
 * likelier to have given them. So it tells how much there is to be reached in such a set.
 */
public final class TitleEngine implements RankedEngine {
    private static final String FILE = "titles.tsv";

    @Override
    public String name() {
        return "titles";
    }

    @Override
    public void index(Path articles, Path folder) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve(FILE)))) {
            DumpArticles.each(articles, article -> out.println(line(article)));
        }
    }

    /** Titles have neither tabs nor line breaks: the reader of dumps takes them for spaces. */
    private static String line(Article article) {
        return article.id() + '\t' + folded(article.title());
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public Ranking open(Path folder) throws IOException {
        return new Titles(Files.readAllLines(folder.resolve(FILE)).stream()
                .map(line -> line.split("\t", 2))
                .map(columns -> new Title(columns[0], columns[1]))
                .sorted(Comparator.comparingInt(title -> title.text().length()))
                .toList());
    }

    @Override
    public String code() throws IOException {
        return ContentHash.of(TitleEngine.class);
    }

    private record Title(String id, String text) {}

    /** All titles, the shortest first. */
    private record Titles(List<Title> titles) implements Ranking {
        @Override
        public List<String> ids(String query, int depth) {
            List<String> pieces = Arrays.asList(folded(query.strip()).split("\\s+"));
            return titles.stream()
                    .filter(title -> pieces.stream().allMatch(title.text()::contains))
                    .limit(depth)
                    .map(Title::id)
                    .toList();
        }

        @Override
        public void close() {
            // It holds no files.
        }
    }
}
