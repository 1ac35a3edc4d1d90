package archsearch.server.page;

import archsearch.indexer.article.Language;
import archsearch.searcher.SearchRequest;
import archsearch.server.url.Address;
import archsearch.server.url.Parameter;
import archsearch.server.url.RequestUrl;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its content.
 *
 * @param words the page's own words
 * @param title the title of the window
 * @param assets what the page loads
 * @param box the search box at the top
 * @param home the address of the home page
 * @param tags the address of the list of tags
 * @param publishers the address of the list of publishers
 * @param trends the address of the page about tags over time
 * @param help the address of the page about the query language
 * @param api the address of the page about the API
 * @param languages the page in each language, named in that language
 * @param canonical the one address of the page's content for search engines, absolute; null where they should not list the page
 * @param feed the address of a feed of what the page shows, or null
 * @param data what the page is about, as {@link archsearch.server.api.JsonLd} writes it, or null
 */
public record Frame(
        Wording words,
        String title,
        Assets assets,
        SearchBox box,
        String home,
        String tags,
        String publishers,
        String trends,
        String help,
        String api,
        List<LanguageChoice> languages,
        @Nullable String canonical,
        @Nullable String feed,
        @Nullable String data) {

    /** The page in another language. */
    public record LanguageChoice(String name, String lang, String href, boolean current) {}

    /**
     * A frame with an empty search box.
     *
     * @param url the page's own path
     * @param address the page's own address
     */
    static Frame of(Reader reader, Assets assets, String title, RequestUrl url, Address address, boolean listed) {
        Address empty = Address.of(SearchRequest.of("")).in(reader.chosen());
        SearchBox box = SearchBox.of(reader.words().searchLabel(), RequestUrl.SEARCH, empty, Set.of(Parameter.Q));
        return of(reader, assets, title, box, url, address, listed);
    }

    static Frame of(
            Reader reader,
            Assets assets,
            String title,
            SearchBox box,
            RequestUrl url,
            Address address,
            boolean listed) {
        return new Frame(
                reader.words(),
                title + " · archsearch",
                assets,
                box,
                page(reader, ""),
                page(reader, "tags"),
                page(reader, "publishers"),
                page(reader, "trends"),
                page(reader, "help"),
                page(reader, "api"),
                Arrays.stream(Language.values())
                        .map(l -> new LanguageChoice(
                                l == Language.ZH ? "中文" : "English",
                                Wording.htmlLang(l),
                                url.href(address.in(l)),
                                l == reader.language()))
                        .toList(),
                listed ? reader.site() + url.href(address.in(null)) : null,
                null,
                null);
    }

    /**
     * The same frame with what programs look for in it.
     *
     * @param newFeed the address of a feed, or null
     * @param newData what the page is about, or null; left out where search engines should not list the page
     */
    Frame offering(@Nullable String newFeed, @Nullable String newData) {
        return new Frame(
                words,
                title,
                assets,
                box,
                home,
                tags,
                publishers,
                trends,
                help,
                api,
                languages,
                canonical,
                newFeed,
                canonical == null ? null : newData);
    }

    private static String page(Reader reader, String segment) {
        RequestUrl url = RequestUrl.page(segment);
        return url.href(url.defaults().in(reader.chosen()));
    }
}
