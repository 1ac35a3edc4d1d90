package archsearch.server.cli;

import archsearch.indexer.article.Article;
import archsearch.searcher.ArticleResponse;
import archsearch.searcher.Hit;
import archsearch.searcher.MarkedText;
import archsearch.searcher.Match;
import archsearch.searcher.Repost;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.SimilarResponse;
import archsearch.searcher.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes an answer for people who read it in a terminal. Everything that comes from articles or from the request goes through
 * {@link SafeText}.
 */
final class AnswerText {
    private static final int WIDEST = 100;
    /** Reposts shown beside a hit. */
    private static final int MOST_REPOSTS = 3;

    private static final String DOT = " · ";

    private final int width;
    private final boolean colours;

    /** Lines are wrapped for a terminal only: what is piped is searched and cut by other programs. */
    AnswerText(Terminal terminal) {
        this.width = terminal.outShown() ? Math.min(terminal.columns(), WIDEST) : Integer.MAX_VALUE;
        this.colours = terminal.colours();
    }

    /** The answer's lines, without line ends. */
    List<String> lines(SearchResponse response) {
        List<String> lines = new ArrayList<>();
        if (response.correctedFrom() != null) {
            lines.add("no articles for " + SafeText.of(response.correctedFrom())
                    + (response.total() > 0 ? "; showing results for " : "; searched for ")
                    + SafeText.of(response.parsed()));
            lines.add("");
        }
        for (Hit hit : response.hits()) {
            hit(hit, lines);
            lines.add("");
        }
        lines.add(styled(Style.FACT, total(response)));
        response.suggestions().forEach(suggestion -> lines.add(suggestion(suggestion)));
        if (!response.hits().isEmpty() && response.request().page() < response.reachablePages()) {
            lines.add("next: "
                    + SafeText.of(SearchWords.of(response.request().toBuilder()
                            .page(response.request().page() + 1)
                            .build())));
        }
        return lines;
    }

    private void hit(Hit hit, List<String> lines) {
        String number = hit.rank() + ". ";
        String indent = " ".repeat(number.length());
        List<String> title = wrapped(hit.title(), Style.TITLE, indent.length());
        lines.add(number + title.getFirst());
        title.stream().skip(1).forEach(line -> lines.add(indent + line));
        plain(facts(hit.article()), Style.FACT, indent, lines);
        if (!hit.summary().text().isBlank()) {
            wrapped(hit.summary(), Style.PLAIN, indent.length()).forEach(line -> lines.add(indent + line));
        }
        if (!hit.tags().isEmpty()) {
            wrapped(tags(hit.tags()), Style.TAG, indent.length()).forEach(line -> lines.add(indent + line));
        }
        List<Match> partners = hit.why().stream().filter(m -> m.term() != null).toList();
        if (!partners.isEmpty()) {
            String why = partners.stream().map(Match::toString).collect(Collectors.joining("; "));
            plain(why, Style.FACT, indent, lines);
        }
        String url = hit.article().url();
        if (url != null) {
            lines.add(indent + SafeText.of(url));
        }
        reposts(hit.article(), hit.reposts(), MOST_REPOSTS, indent, lines);
        if (hit.explanation() != null) {
            hit.explanation().lines().forEach(line -> lines.add(indent + styled(Style.FACT, SafeText.of(line))));
        }
    }

    /** Where else the article was published; the title only where it is another. */
    private void reposts(Article article, List<Repost> reposts, int most, String indent, List<String> lines) {
        for (Repost repost : reposts.subList(0, Math.min(most, reposts.size()))) {
            Article other = repost.article();
            List<String> parts =
                    new ArrayList<>(List.of(other.publisher(), other.date().toString()));
            if (!other.title().equals(article.title())) {
                parts.add(other.title());
            }
            parts.add(other.id());
            plain("also at " + String.join(DOT, parts), Style.FACT, indent, lines);
        }
        if (reposts.size() > most) {
            plain("and at " + (reposts.size() - most) + " more", Style.FACT, indent, lines);
        }
    }

    /** One article with everything known of it. */
    List<String> lines(ArticleResponse response) {
        Article article = response.article();
        List<String> lines = new ArrayList<>();
        plain(article.title(), Style.TITLE, "", lines);
        plain(facts(article), Style.FACT, "", lines);
        if (!article.summary().isBlank()) {
            lines.add("");
            plain(article.summary(), Style.PLAIN, "", lines);
        }
        lines.add("");
        if (!article.tags().isEmpty()) {
            List<MarkedText> tags =
                    article.tags().stream().map(MarkedText::unmarked).toList();
            wrapped(tags(tags), Style.TAG, 0).forEach(lines::add);
        }
        if (article.url() != null) {
            lines.add(SafeText.of(article.url()));
        }
        plain(
                "language " + article.lang().code() + DOT + article.likes() + " likes" + DOT + "id " + article.id(),
                Style.FACT,
                "",
                lines);
        reposts(article, response.reposts(), Integer.MAX_VALUE, "", lines);
        return lines;
    }

    /** Articles like one. */
    List<String> lines(SimilarResponse response) {
        List<String> lines = new ArrayList<>();
        for (Hit hit : response.hits()) {
            hit(hit, lines);
            lines.add("");
        }
        int found = response.hits().size();
        lines.add(styled(
                Style.FACT,
                (found == 1 ? "1 article" : found + " articles") + " like "
                        + SafeText.of(response.request().id()) + DOT + Math.round(response.tookNanos() / 1e6) + " ms"));
        return lines;
    }

    private void plain(String text, Style style, String indent, List<String> lines) {
        wrapped(MarkedText.unmarked(text), style, indent.length()).forEach(line -> lines.add(indent + line));
    }

    private static String facts(Article article) {
        List<String> facts =
                new ArrayList<>(List.of(article.publisher(), article.date().toString()));
        if (!article.category().isEmpty()) {
            facts.add(article.category());
        }
        if (article.readMinutes() > 0) {
            facts.add(article.readMinutes() + " min read");
        }
        return String.join(DOT, facts);
    }

    /** All tags as one text, {@code #Kafka  #Redis}, with their marks moved along. */
    private static MarkedText tags(List<MarkedText> tags) {
        StringBuilder text = new StringBuilder();
        List<MarkedText.Mark> marks = new ArrayList<>();
        for (MarkedText tag : tags) {
            text.append(text.isEmpty() ? "#" : "  #");
            int shift = text.length();
            tag.marks().forEach(mark -> marks.add(new MarkedText.Mark(mark.start() + shift, mark.end() + shift)));
            text.append(tag.text());
        }
        return new MarkedText(text.toString(), marks);
    }

    private static String total(SearchResponse response) {
        String articles = response.total() == 1 ? "1 article" : response.total() + " articles";
        List<String> parts = new ArrayList<>();
        String q = response.correctedFrom() == null ? response.request().q() : response.parsed();
        parts.add(q.isEmpty() ? articles : articles + " for " + SafeText.of(q));
        if (response.request().page() > 1 || response.pages() > 1) {
            parts.add("page " + response.request().page() + " of " + response.pages());
        }
        parts.add(Math.round(response.tookNanos() / 1e6) + " ms");
        if (response.partial()) {
            parts.add("stopped at the time limit, there may be more");
        }
        return String.join(DOT, parts);
    }

    private static String suggestion(Suggestion suggestion) {
        String change = switch (suggestion.kind()) {
            case SPELLING -> "this spelling";
            case PINYIN -> "the Chinese word";
            case DROP_WORD, DROP_FILTERS -> "without " + SafeText.of(String.join(", ", suggestion.dropped()));
            case ANY_WORD -> "any of the words";
        };
        return "try " + change + " (" + suggestion.count() + "): " + SafeText.of(SearchWords.of(suggestion.request()));
    }

    private List<String> wrapped(MarkedText marked, Style style, int indent) {
        MarkedText safe = new MarkedText(SafeText.of(marked.text()), marked.marks());
        return LineBreaks.of(safe.text(), Math.max(Terminal.LEAST_COLUMNS / 2, width - indent)).stream()
                .map(line -> styled(safe, line, style))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** One line of a text: its marks as matches, the rest in the given style. */
    private String styled(MarkedText marked, LineBreaks.Line line, Style style) {
        StringBuilder styled = new StringBuilder();
        int at = line.start();
        for (MarkedText.Mark mark : marked.marks()) {
            int start = Math.clamp(mark.start(), at, line.end());
            int end = Math.clamp(mark.end(), start, line.end());
            styled.append(styled(style, marked.text().substring(at, start)));
            styled.append(styled(Style.MATCH, marked.text().substring(start, end)));
            at = end;
        }
        return styled.append(styled(style, marked.text().substring(at, line.end())))
                .toString();
    }

    private String styled(Style style, String text) {
        return colours ? style.of(text) : text;
    }
}
