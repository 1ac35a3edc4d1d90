package archsearch.server.page;

import archsearch.indexer.article.Language;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.Match;
import archsearch.searcher.Repost;
import archsearch.searcher.Sort;
import archsearch.searcher.Suggestion;
import archsearch.server.api.ApiDescription;
import archsearch.server.api.Problem;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** The site's own words in one language. Whole sentences, never pieces that a page puts together. Immutable. */
public sealed interface Wording permits EnglishWording, ChineseWording {
    /** A bound of numbers from here on is none for people. */
    int ENDLESS = 1_000_000;

    /** The words in a language. */
    static Wording of(Language language) {
        return switch (language) {
            case EN -> new EnglishWording();
            case ZH -> new ChineseWording();
        };
    }

    /** The value of {@code lang} in HTML for a text in a language. */
    static String htmlLang(Language language) {
        return switch (language) {
            case EN -> "en";
            case ZH -> "zh-Hans";
        };
    }

    Language language();

    default String htmlLang() {
        return htmlLang(language());
    }

    /** A number with separators between thousands, which both languages write alike. */
    default String number(long n) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(n);
    }

    String date(LocalDate date);

    String month(YearMonth month);

    String languageName(Language language);

    // Frame

    String skipToContent();

    String searchLabel();

    String searchButton();

    String home();

    String tags();

    String publishers();

    String about();

    String json();

    // Script

    String suggestionsLabel();

    /** How many suggestions there are; {@code #} stands for the number. */
    String suggestionsFound();

    /** The kinds of suggestion beside tags and publishers, in one word each. */
    String termKind();

    String titleKind();

    String keysTitle();

    List<KeyHelp> keys();

    /** The setting that switches the keys on that work without Ctrl. */
    String singleKeys();

    String close();

    // Card

    String minutes(int minutes);

    String likes(int likes);

    /** What stands in an article for what was typed. */
    String foundBy(List<Match> partners);

    String readAt(String site);

    // Results

    String searchTitle(String q, int page);

    String resultsHeading(String q);

    /** How many hits, how fast, and from the index of which day in UTC. */
    String status(int total, long millis, LocalDate indexDay, int docs);

    String sortLabel();

    String sort(Sort sort);

    String perPage();

    String howRead();

    String readAs();

    String partial();

    String filters(int selected);

    String filterHeading();

    String facet(FacetDim dim);

    /** How several values of a dimension go together; empty where only one can be selected. */
    String facetHint(FacetDim dim);

    String facetValue(FacetDim dim, String value);

    String removeFilter(String name, String value);

    String showMore(int more);

    String dates();

    String from();

    String to();

    String minutesMax();

    String minutesMaxChip(int minutes);

    String fromChip(LocalDate from);

    String toChip(LocalDate to);

    String apply();

    String clearAll();

    String selectedFilters();

    // No results

    String noResults(String q, boolean filtered);

    String tryInstead();

    /**
     * What a suggestion changes.
     *
     * @param dropped the words or filters that it leaves out
     */
    String suggestion(Suggestion.Kind kind, List<String> dropped);

    /**
     * That another query was answered.
     *
     * @param found whether it has hits
     */
    String corrected(String typed, String answered, boolean found);

    String allArticles(int docs);

    String pageBeyond(int pages);

    String lastPage(int page);

    // Paging

    String pagesLabel();

    String pageOf(int page, int pages);

    String pageNumber(int page);

    String previous();

    String next();

    String onlyReachable(int pages);

    // Listings

    String listingTitle(FacetDim dim, String value, int page);

    String listingLine(FacetDim dim, int total, int page, int pages, int first, int last);

    String searchWithin(String value);

    String oftenWith();

    String topPublishers();

    String years();

    String searchFromHere();

    /** That articles carry a name in other spellings, too. */
    String alsoWritten(List<String> spellings);

    String sameAs();

    String articles(int count);

    // Reposts

    /** Stands before one or two places. */
    String alsoAt();

    String alsoAtOthers(int places);

    String moreReposts(int more);

    String repost(Repost.Kind kind);

    String foldingLabel();

    String folding(boolean grouped);

    // Lists of values

    String indexTitle(FacetDim dim);

    /** How many values there are that begin with a prefix, or at all where it is empty. */
    String valuesLine(FacetDim dim, int count, String prefix);

    String findValue(FacetDim dim);

    String valueOrder(FacetRequest.Order order);

    String lettersLabel();

    String mostArticles();

    String onlyListed(int values);

    String facetTitle(FacetDim dim, String q);

    String backToResults();

    String valueWithCount(String value, int count);

    // Home

    String homeTitle();

    String homeLead();

    /**
     * What is indexed.
     *
     * @param years the first and the last year, or the only one; may be empty
     */
    String homeStatus(int docs, int publishers, List<String> years, LocalDate indexDay);

    String topTags();

    String newest();

    String seeAll();

    // Article

    String similar();

    String noSummary();

    String idLabel();

    // Trends

    String trends();

    String trendsTitle();

    /** Which tags are shown, by years or months, and how the drawings are to be read. */
    String trendsLine(int tags, boolean compared, FacetDim dim);

    /** How many articles there are, and how many of them at the time with the most. */
    String trendLine(int total, String peak, int most);

    String trendsTable();

    String compareTags();

    String compareHint(int most);

    String otherTag();

    String compare();

    String compareOverTime();

    // Help

    /** The name of the help page in links to it. */
    default String helpLink() {
        return help().title();
    }

    HelpWording help();

    // The API

    String apiTitle();

    String contents();

    String apiDocument();

    /** Stands before an example. */
    String apiExample();

    String apiParameters(int count);

    String apiAnswer();

    /** What a parameter may be, where it stands and what counts without it. */
    String parameter(ApiDescription.Parameter parameter);

    // Problems

    String problemTitle(Problem.Kind kind);

    String problemHelp(Problem.Kind kind);

    String missingValue(FacetDim dim, String name);

    String missingValueHelp(FacetDim dim);

    String nearestValues(FacetDim dim);

    String inTheText();

    String missingArticle(String id);

    String missingArticleHelp();

    String didYouMean(String name);

    String requestId(String id);

    String tryAgain();
}
