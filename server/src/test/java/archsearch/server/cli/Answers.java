package archsearch.server.cli;

import archsearch.indexer.article.Article;
import archsearch.searcher.Hit;
import archsearch.searcher.IndexInfo;
import archsearch.searcher.MarkedText;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Suggestion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Answers for tests. Matches are written as {@code [match]}. */
final class Answers {
    private Answers() {}

    static SearchResponse of(SearchRequest request, int total, Hit... hits) {
        return of(request, total, List.of(), List.of(hits));
    }

    static SearchResponse of(SearchRequest request, int total, List<Suggestion> suggestions, List<Hit> hits) {
        return new SearchResponse(
                request,
                request.q(),
                null,
                List.of(),
                total,
                hits,
                null,
                List.of(),
                suggestions,
                new IndexInfo("20260101T000000Z-1", 949, Instant.EPOCH, ""),
                7_400_000,
                false);
    }

    /** The answer of a query that was typed otherwise. */
    static SearchResponse corrected(String typed, SearchResponse r) {
        return new SearchResponse(
                r.request(),
                r.parsed(),
                typed,
                r.warnings(),
                r.total(),
                r.hits(),
                r.nextCursor(),
                r.facets(),
                r.suggestions(),
                r.index(),
                r.tookNanos(),
                r.partial());
    }

    static Hit hit(int rank, String title, String summary, String... tags) {
        List<MarkedText> markedTags = Arrays.stream(tags).map(Answers::marked).toList();
        Article article = Article.builder(marked(title).text(), "Youzan Coder", LocalDate.of(2019, 8, 9))
                .summary(marked(summary).text())
                .tags(markedTags.stream().map(MarkedText::text).toList())
                .category("Backend Development")
                .readMinutes(8)
                .build();
        return new Hit(article, rank, 9.3, marked(title), marked(summary), markedTags, List.of(), List.of(), null);
    }

    static MarkedText marked(String text) {
        StringBuilder plain = new StringBuilder();
        List<MarkedText.Mark> marks = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '[' -> start = plain.length();
                case ']' -> marks.add(new MarkedText.Mark(start, plain.length()));
                default -> plain.append(c);
            }
        }
        return new MarkedText(plain.toString(), marks);
    }
}
