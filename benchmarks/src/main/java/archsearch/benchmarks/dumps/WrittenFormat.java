package archsearch.benchmarks.dumps;

import archsearch.indexer.article.Article;
import java.io.IOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The formats that made-up dumps can have. The names are those of the command line. */
enum WrittenFormat {
    /** JSON Lines, without ids. */
    jsonl {
        @Override
        void write(Article article, long number, Writer out) throws IOException {
            out.write(JsonMapper.shared()
                    .writeValueAsString(new JsonLine(
                            article.title(),
                            article.summary(),
                            article.tags(),
                            article.publisher(),
                            article.date().toString(),
                            article.category(),
                            article.likes(),
                            article.readMinutes())));
            out.write('\n');
        }
    },
    /** CSV with a header row. */
    csv {
        @Override
        void write(Article article, long number, Writer out) throws IOException {
            if (number == 0) {
                out.write("title,summary,tags,publisher,date,category,likes,readMinutes\n");
            }
            out.write(Stream.of(
                            article.title(),
                            article.summary(),
                            String.join("|", article.tags()),
                            article.publisher(),
                            article.date().toString(),
                            article.category(),
                            String.valueOf(article.likes()),
                            String.valueOf(article.readMinutes()))
                    .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(",", "", "\n")));
        }
    },
    /** Listing pages of an aggregator, a hundred cards each, all in one file. */
    listing {
        @Override
        void write(Article article, long number, Writer out) throws IOException {
            if (number % CARDS == 0) {
                out.write("Tagged articles\n" + CARDS * PAGES + " articles\nPage " + (1 + number / CARDS % PAGES)
                        + " of " + PAGES + "\n");
            }
            for (String line : List.of(
                    article.publisher(),
                    article.publisher(),
                    DAY.format(article.date()) + " · " + article.category(),
                    "",
                    article.title(),
                    "",
                    article.summary(),
                    "",
                    String.join("", article.tags()),
                    article.likes() + " likes · " + article.readMinutes() + " min read",
                    article.title())) {
                out.write(line);
                out.write('\n');
            }
        }
    };

    private static final int CARDS = 100;
    private static final int PAGES = 10;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH);

    private record JsonLine(
            String title,
            String summary,
            List<String> tags,
            String publisher,
            String date,
            String category,
            int likes,
            int readMinutes) {}

    /**
     * Writes one record, and before it what the format wants there.
     *
     * @param number how many were written before
     */
    abstract void write(Article article, long number, Writer out) throws IOException;
}
