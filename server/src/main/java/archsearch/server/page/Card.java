package archsearch.server.page;

import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.article.Article;
import archsearch.indexer.article.Language;
import archsearch.searcher.FacetDim;
import archsearch.searcher.Hit;
import archsearch.searcher.MarkedText;
import archsearch.searcher.Match;
import archsearch.server.url.RequestUrl;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An article in a list.
 *
 * @param href its page on this site
 * @param lang the language of title, summary and tags as HTML names it
 * @param wordsLang the language of the rest as HTML names it; null where it is the same
 * @param title with matches marked
 * @param date written for the reader
 * @param isoDate the same day for machines
 * @param category null where unknown
 * @param minutes null where unknown
 * @param likes null where there are none
 * @param summary a snippet with matches marked; empty where there is none
 * @param why what the glossary found it by; null where the words of the query did alone
 * @param reposts where else it was published, or null
 * @param out where the article can be read, or null
 */
public record Card(
        String href,
        String lang,
        @Nullable String wordsLang,
        List<Segment> title,
        Link publisher,
        String date,
        LocalDate isoDate,
        @Nullable Link category,
        @Nullable String minutes,
        @Nullable String likes,
        List<Segment> summary,
        List<Tag> tags,
        @Nullable String why,
        @Nullable Reposts reposts,
        @Nullable OutLink out) {

    /** A tag with matches marked. */
    public record Tag(List<Segment> text, String href) {
        private String name() {
            return text.stream().map(Segment::text).collect(Collectors.joining());
        }
    }

    static Card of(Reader reader, Hit hit) {
        return of(
                reader,
                hit.article(),
                hit.title(),
                Snippet.of(hit.summary(), locale(hit)),
                tags(reader, hit),
                why(reader, hit),
                Reposts.onCard(reader, hit.article(), hit.reposts()));
    }

    /** The whole article without marks. */
    static Card of(Reader reader, Article article) {
        List<Tag> tags = article.tags().stream()
                .map(t -> tag(reader, t, MarkedText.unmarked(t)))
                .toList();
        return of(
                reader,
                article,
                MarkedText.unmarked(article.title()),
                Segment.of(MarkedText.unmarked(article.summary())),
                tags,
                null,
                null);
    }

    private static Card of(
            Reader reader,
            Article a,
            MarkedText title,
            List<Segment> summary,
            List<Tag> tags,
            @Nullable String why,
            @Nullable Reposts reposts) {
        Wording words = reader.words();
        return new Card(
                href(reader, a),
                Wording.htmlLang(a.lang()),
                a.lang() == reader.language() ? null : words.htmlLang(),
                Segment.of(title),
                link(reader, FacetDim.PUBLISHER, a.publisher()),
                words.date(a.date()),
                a.date(),
                a.category().isEmpty() ? null : link(reader, FacetDim.CATEGORY, a.category()),
                a.readMinutes() == 0 ? null : words.minutes(a.readMinutes()),
                a.likes() == 0 ? null : words.likes(a.likes()),
                summary,
                tags,
                why,
                reposts,
                OutLink.of(words, a.url()));
    }

    /** The same card without one of its tags, in whatever spelling, for a page that is about that tag. */
    Card withoutTag(String tag) {
        String own = TextKey.of(tag);
        return new Card(
                href,
                lang,
                wordsLang,
                title,
                publisher,
                date,
                isoDate,
                category,
                minutes,
                likes,
                summary,
                tags.stream().filter(t -> !TextKey.of(t.name()).equals(own)).toList(),
                why,
                reposts,
                out);
    }

    /** Each partner once, in whatever spellings the article has it. */
    private static @Nullable String why(Reader reader, Hit hit) {
        Map<String, Match> partners = new LinkedHashMap<>();
        for (Match m : hit.why()) {
            if (m.term() != null) {
                partners.putIfAbsent(TextKey.of(m.text()) + '\n' + TextKey.of(m.term()), m);
            }
        }
        return partners.isEmpty() ? null : reader.words().foundBy(List.copyOf(partners.values()));
    }

    private static Locale locale(Hit hit) {
        return hit.article().lang() == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    private static List<Tag> tags(Reader reader, Hit hit) {
        List<Tag> tags = new ArrayList<>();
        for (MarkedText tag : hit.tags()) {
            tags.add(tag(reader, tag.text(), tag));
        }
        return tags;
    }

    private static Tag tag(Reader reader, String tag, MarkedText text) {
        return new Tag(Segment.of(text), RequestUrl.hrefOf(FacetDim.TAG, tag, reader.chosen()));
    }

    private static Link link(Reader reader, FacetDim dim, String value) {
        return new Link(value, RequestUrl.hrefOf(dim, value, reader.chosen()));
    }

    static String href(Reader reader, Article a) {
        RequestUrl url = RequestUrl.page("articles", a.id());
        return url.href(url.defaults().in(reader.chosen()));
    }
}
