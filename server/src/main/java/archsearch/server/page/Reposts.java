package archsearch.server.page;

import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.article.Article;
import archsearch.searcher.Repost;
import archsearch.server.url.RequestUrl;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where else an article was published.
 *
 * @param heading stands before the places, or for them while they are folded
 * @param folded whether the places are shown on demand only
 * @param places oldest first; at least one
 * @param rest the article's page, which lists more places, or null where all are listed
 */
public record Reposts(
        String heading,
        boolean folded,
        List<Place> places,
        @Nullable Link rest) {
    /** More places than these push the next hit out of sight. */
    private static final int UNFOLDED = 2;

    /** An article copied to hundreds of places must not make a page of hits long. */
    static final int ON_CARD = 10;

    static final int ON_PAGE = 200;

    /**
     * Another article that tells the same.
     *
     * @param publisher names its publisher and leads to its page on this site
     * @param date written for the reader
     * @param kind how much it has in common
     * @param title null where it is the same
     * @param lang the language of its title as HTML names it
     */
    public record Place(
            Link publisher,
            String date,
            LocalDate isoDate,
            String kind,
            @Nullable String title,
            String lang) {}

    /** Where else, in few words for a list of hits; null for an article that was published once. */
    static @Nullable Reposts onCard(Reader reader, Article article, List<Repost> reposts) {
        if (reposts.isEmpty()) {
            return null;
        }
        Wording words = reader.words();
        boolean folded = reposts.size() > UNFOLDED;
        int more = reposts.size() - ON_CARD;
        return new Reposts(
                folded ? words.alsoAtOthers(reposts.size()) : words.alsoAt(),
                folded,
                places(reader, article, reposts, ON_CARD),
                more > 0 ? new Link(words.moreReposts(more), Card.href(reader, article)) : null);
    }

    /** Where else, in full; null for an article that was published once. */
    static @Nullable Reposts onPage(Reader reader, Article article, List<Repost> reposts) {
        return reposts.isEmpty()
                ? null
                : new Reposts(
                        reader.words().alsoAtOthers(reposts.size()),
                        false,
                        places(reader, article, reposts, ON_PAGE),
                        null);
    }

    private static List<Place> places(Reader reader, Article article, List<Repost> reposts, int most) {
        String key = TextKey.of(article.title());
        return reposts.stream()
                .limit(most)
                .map(r -> place(reader, r, TextKey.of(r.article().title()).equals(key)))
                .toList();
    }

    private static Place place(Reader reader, Repost repost, boolean sameTitle) {
        Article other = repost.article();
        RequestUrl url = RequestUrl.page("articles", other.id());
        return new Place(
                new Link(other.publisher(), url.href(url.defaults().in(reader.chosen()))),
                reader.words().date(other.date()),
                other.date(),
                reader.words().repost(repost.kind()),
                sameTitle ? null : other.title(),
                Wording.htmlLang(other.lang()));
    }
}
