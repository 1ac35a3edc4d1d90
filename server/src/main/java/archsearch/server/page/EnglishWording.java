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
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** English. */
record EnglishWording() implements Wording {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    @Override
    public Language language() {
        return Language.EN;
    }

    @Override
    public String date(LocalDate date) {
        return DATE.format(date);
    }

    @Override
    public String month(YearMonth month) {
        return MONTH.format(month);
    }

    @Override
    public String languageName(Language language) {
        return switch (language) {
            case EN -> "English";
            case ZH -> "Chinese";
        };
    }

    @Override
    public String skipToContent() {
        return "Skip to content";
    }

    @Override
    public String searchLabel() {
        return "Search articles";
    }

    @Override
    public String searchButton() {
        return "Search";
    }

    @Override
    public String home() {
        return "Home";
    }

    @Override
    public String tags() {
        return "Tags";
    }

    @Override
    public String publishers() {
        return "Publishers";
    }

    @Override
    public String about() {
        return "Full-text search over tech articles in Chinese and English.";
    }

    @Override
    public String json() {
        return "JSON";
    }

    @Override
    public String suggestionsLabel() {
        return "Suggestions";
    }

    @Override
    public String suggestionsFound() {
        return "Suggestions: #";
    }

    @Override
    public String termKind() {
        return "Term";
    }

    @Override
    public String titleKind() {
        return "Article";
    }

    @Override
    public String keysTitle() {
        return "Keyboard shortcuts";
    }

    @Override
    public List<KeyHelp> keys() {
        return List.of(
                KeyHelp.of("Go to the search box", "/", "Ctrl K", "⌘ K"),
                KeyHelp.of("Walk through the suggestions", "↓", "↑"),
                KeyHelp.of("Open the suggestion, or search", "Enter"),
                KeyHelp.of("Close the suggestions, then empty the box", "Esc"),
                KeyHelp.of("Next article", "j"),
                KeyHelp.of("Previous article", "k"),
                KeyHelp.of("Open the article", "o", "Enter"),
                KeyHelp.of("This list", "?"));
    }

    @Override
    public String singleKeys() {
        return "Use the keys that are pressed alone: / j k o ?";
    }

    @Override
    public String close() {
        return "Close";
    }

    @Override
    public String minutes(int minutes) {
        return minutes + " min read";
    }

    @Override
    public String foundBy(List<Match> partners) {
        return partners.stream()
                .map(m -> "“" + m.text() + "” for “" + m.term() + "”")
                .distinct()
                .collect(Collectors.joining("; ", "Found by ", ""));
    }

    @Override
    public String likes(int likes) {
        return count(likes, "like", "likes");
    }

    @Override
    public String readAt(String site) {
        return "Read at " + site;
    }

    @Override
    public String searchTitle(String q, int page) {
        return (q.isEmpty() ? "All articles" : q) + (page > 1 ? " · page " + page : "");
    }

    @Override
    public String resultsHeading(String q) {
        return q.isEmpty() ? "All articles" : "Results for " + q;
    }

    @Override
    public String status(int total, long millis, LocalDate indexDay, int docs) {
        String time = millis == 0 ? "under 1 ms" : number(millis) + " ms";
        return count(total, "result", "results") + " · " + time + " · index of " + date(indexDay) + " ("
                + articles(docs) + ")";
    }

    @Override
    public String sortLabel() {
        return "Sort by";
    }

    @Override
    public String sort(Sort sort) {
        return switch (sort) {
            case RELEVANCE -> "Relevance";
            case NEWEST -> "Newest";
            case OLDEST -> "Oldest";
            case LIKES -> "Likes";
            case MINUTES -> "Shortest";
        };
    }

    @Override
    public String perPage() {
        return "Per page";
    }

    @Override
    public String howRead() {
        return "How your query was read";
    }

    @Override
    public String readAs() {
        return "Searched for";
    }

    @Override
    public String partial() {
        return "The search ran out of time: articles may be missing and counts may be too low.";
    }

    @Override
    public String filters(int selected) {
        return selected == 0 ? "Filters" : "Filters (" + selected + ")";
    }

    @Override
    public String filterHeading() {
        return "Narrow the results";
    }

    @Override
    public String facet(FacetDim dim) {
        return switch (dim) {
            case TAG -> "Tag";
            case PUBLISHER -> "Publisher";
            case CATEGORY -> "Category";
            case LANG -> "Language";
            case YEAR -> "Year";
            case MONTH -> "Month";
            case MINUTES -> "Reading time";
        };
    }

    @Override
    public String facetHint(FacetDim dim) {
        return dim.isConjunctive() ? "all of" : dim.isDisjunctive() ? "any of" : "";
    }

    @Override
    public String facetValue(FacetDim dim, String value) {
        return switch (dim) {
            case LANG -> Language.ofCode(value).map(this::languageName).orElse(value);
            case MONTH -> month(YearMonth.parse(value));
            case MINUTES -> value + " min or less";
            case TAG, PUBLISHER, CATEGORY, YEAR -> value;
        };
    }

    @Override
    public String removeFilter(String name, String value) {
        return "Remove filter: " + name + " " + value;
    }

    @Override
    public String showMore(int more) {
        return "Show " + number(more) + " more";
    }

    @Override
    public String dates() {
        return "Date";
    }

    @Override
    public String from() {
        return "From";
    }

    @Override
    public String to() {
        return "To";
    }

    @Override
    public String minutesMax() {
        return "Minutes to read, at most";
    }

    @Override
    public String minutesMaxChip(int minutes) {
        return "at most " + minutes + " min";
    }

    @Override
    public String fromChip(LocalDate from) {
        return "from " + date(from);
    }

    @Override
    public String toChip(LocalDate to) {
        return "to " + date(to);
    }

    @Override
    public String apply() {
        return "Apply";
    }

    @Override
    public String clearAll() {
        return "Clear all";
    }

    @Override
    public String selectedFilters() {
        return "Selected filters";
    }

    @Override
    public String noResults(String q, boolean filtered) {
        if (q.isEmpty()) {
            return filtered ? "No article fits the filters that are set." : "There are no articles yet.";
        }
        return "No article matches “" + q + (filtered ? "” with the filters that are set." : "”.");
    }

    @Override
    public String tryInstead() {
        return "These searches do find something:";
    }

    @Override
    public String suggestion(Suggestion.Kind kind, List<String> dropped) {
        return switch (kind) {
            case SPELLING -> "With this spelling";
            case PINYIN -> "In Chinese characters";
            case DROP_WORD, DROP_FILTERS -> "Without " + quoted(dropped);
            case ANY_WORD -> "Any of the words instead of all of them";
        };
    }

    private static String quoted(List<String> names) {
        return names.stream().map(n -> "“" + n + "”").collect(Collectors.joining(" and "));
    }

    @Override
    public String corrected(String typed, String answered, boolean found) {
        return "No articles for “" + typed + "”; " + (found ? "showing results for “" : "searched for “") + answered
                + "”.";
    }

    @Override
    public String allArticles(int docs) {
        return docs == 1 ? "The one article there is, newest first" : "All articles, newest first";
    }

    @Override
    public String pageBeyond(int pages) {
        return pages == 1 ? "There is only one page." : "There are only " + number(pages) + " pages.";
    }

    @Override
    public String lastPage(int page) {
        return "Go to page " + number(page);
    }

    @Override
    public String pagesLabel() {
        return "Pages";
    }

    @Override
    public String pageOf(int page, int pages) {
        return "Page " + number(page) + " of " + number(pages);
    }

    @Override
    public String pageNumber(int page) {
        return "Page " + number(page);
    }

    @Override
    public String previous() {
        return "Previous";
    }

    @Override
    public String next() {
        return "Next";
    }

    @Override
    public String onlyReachable(int pages) {
        return "Only the first " + number(pages) + " pages can be opened. Narrow the search to see the rest.";
    }

    @Override
    public String listingTitle(FacetDim dim, String value, int page) {
        String title = switch (dim) {
            case TAG -> "Articles tagged " + value;
            case PUBLISHER -> "Articles by " + value;
            case CATEGORY, LANG, YEAR, MONTH, MINUTES -> value;
        };
        return page > 1 ? title + " · page " + page : title;
    }

    @Override
    public String listingLine(FacetDim dim, int total, int page, int pages, int first, int last) {
        String what = dim == FacetDim.TAG ? "Tagged articles" : "Articles by this publisher";
        String where = pages > 1 && last >= first ? " (" + number(first) + "–" + number(last) + ")" : "";
        return what + " · " + articles(total) + " · " + pageOf(page, Math.max(pages, 1)) + where;
    }

    @Override
    public String searchWithin(String value) {
        return "Search within " + value;
    }

    @Override
    public String oftenWith() {
        return "Often with";
    }

    @Override
    public String topPublishers() {
        return "Top publishers";
    }

    @Override
    public String years() {
        return "Years";
    }

    @Override
    public String searchFromHere() {
        return "All filters";
    }

    @Override
    public String alsoWritten(List<String> spellings) {
        return spellings.stream().map(s -> "“" + s + "”").collect(Collectors.joining(", ", "Also written ", "."));
    }

    @Override
    public String sameAs() {
        return "Same as";
    }

    @Override
    public String alsoAt() {
        return "Also at";
    }

    @Override
    public String alsoAtOthers(int places) {
        return "Also at " + count(places, "other place", "other places");
    }

    @Override
    public String moreReposts(int more) {
        return "and " + count(more, "more", "more");
    }

    @Override
    public String repost(Repost.Kind kind) {
        return switch (kind) {
            case TEXT -> "same text";
            case STORY -> "same story";
        };
    }

    @Override
    public String foldingLabel() {
        return "Reposts";
    }

    @Override
    public String folding(boolean grouped) {
        return grouped ? "Folded" : "One by one";
    }

    @Override
    public String valuesLine(FacetDim dim, int count, String prefix) {
        if (prefix.isEmpty()) {
            return count(count, one(dim), many(dim));
        }
        return switch (count) {
            case 0 -> "No " + one(dim) + " begins with “" + prefix + "”.";
            case 1 -> "1 " + one(dim) + " begins with “" + prefix + "”";
            default -> number(count) + ' ' + many(dim) + " begin with “" + prefix + "”";
        };
    }

    private static String one(FacetDim dim) {
        return switch (dim) {
            case TAG -> "tag";
            case PUBLISHER -> "publisher";
            case CATEGORY -> "category";
            case LANG -> "language";
            case YEAR -> "year";
            case MONTH -> "month";
            case MINUTES -> "reading time";
        };
    }

    private static String many(FacetDim dim) {
        return dim == FacetDim.CATEGORY ? "categories" : one(dim) + 's';
    }

    @Override
    public String findValue(FacetDim dim) {
        return "Find a " + one(dim);
    }

    @Override
    public String valueOrder(FacetRequest.Order order) {
        return switch (order) {
            case COUNT -> "Most articles";
            case NAME -> "A to Z";
        };
    }

    @Override
    public String lettersLabel() {
        return "Letters";
    }

    @Override
    public String onlyListed(int values) {
        return "Only " + number(values) + " are listed here. Type the beginning of a name to find any other.";
    }

    @Override
    public String facetTitle(FacetDim dim, String q) {
        String many = many(dim);
        String what = Character.toUpperCase(many.charAt(0)) + many.substring(1);
        return q.isEmpty() ? what + " in these articles" : what + " in the results for " + q;
    }

    @Override
    public String backToResults() {
        return "Back to the results";
    }

    @Override
    public String valueWithCount(String value, int count) {
        return value + ": " + articles(count);
    }

    @Override
    public String indexTitle(FacetDim dim) {
        return dim == FacetDim.TAG ? tags() : publishers();
    }

    @Override
    public String mostArticles() {
        return "Most articles";
    }

    @Override
    public String articles(int count) {
        return count(count, "article", "articles");
    }

    @Override
    public String homeTitle() {
        return "archsearch · tech articles in Chinese and English";
    }

    @Override
    public String homeLead() {
        return "Search tech articles, Chinese and English";
    }

    @Override
    public String homeStatus(int docs, int publishers, List<String> years, LocalDate indexDay) {
        return articles(docs) + " · " + count(publishers, "publisher", "publishers")
                + (years.isEmpty() ? "" : " · " + String.join("–", years)) + " · index of " + date(indexDay);
    }

    @Override
    public String topTags() {
        return "Top tags";
    }

    @Override
    public String newest() {
        return "Newest articles";
    }

    @Override
    public String seeAll() {
        return "See all";
    }

    @Override
    public String similar() {
        return "Similar articles";
    }

    @Override
    public String idLabel() {
        return "Id";
    }

    @Override
    public String noSummary() {
        return "The source has no summary of this article.";
    }

    @Override
    public String trends() {
        return "Trends";
    }

    @Override
    public String trendsTitle() {
        return "Tags over time";
    }

    @Override
    public String trendsLine(int tags, boolean compared, FacetDim dim) {
        if (tags == 0) {
            return compared ? "Nothing to compare: choose from the tags below." : "No article has a tag yet.";
        }
        String which = compared ? count(tags, "tag", "tags") : "The most frequent tags";
        String scale = compared
                ? "All drawings have one scale."
                : "Each drawing has a scale of its own; compare tags to see them on one.";
        return which + " by " + one(dim) + ". " + scale;
    }

    @Override
    public String trendLine(int total, String peak, int most) {
        return articles(total) + " · most in " + peak + ": " + number(most);
    }

    @Override
    public String trendsTable() {
        return "The same in numbers";
    }

    @Override
    public String compareTags() {
        return "Compare tags";
    }

    @Override
    public String compareHint(int most) {
        return "Up to " + most + " tags, on one scale.";
    }

    @Override
    public String otherTag() {
        return "Another tag";
    }

    @Override
    public String compare() {
        return "Compare";
    }

    @Override
    public String compareOverTime() {
        return "Compare over time";
    }

    @Override
    public HelpWording help() {
        return new EnglishHelp();
    }

    @Override
    public String apiTitle() {
        return "API";
    }

    @Override
    public String contents() {
        return "On this page";
    }

    @Override
    public String apiDocument() {
        return "The same for programs, with every field of every answer: OpenAPI 3.1";
    }

    @Override
    public String apiExample() {
        return "Example:";
    }

    @Override
    public String apiParameters(int count) {
        return count == 1 ? "1 parameter" : count + " parameters";
    }

    @Override
    public String apiAnswer() {
        return "What an answer looks like";
    }

    @Override
    public String parameter(ApiDescription.Parameter parameter) {
        String values = switch (parameter.values()) {
            case ApiDescription.Values.Characters c ->
                c.most() == 0 ? "text" : "text of up to " + number(c.most()) + " characters";
            case ApiDescription.Values.Numbers n ->
                n.most() >= ENDLESS
                        ? "number from " + n.least()
                        : "number from " + n.least() + " to " + number(n.most());
            case ApiDescription.Values.Words w -> String.join(" | ", w.words());
            case ApiDescription.Values.Days d -> "day such as 2019-08-27";
        };
        String place = switch (parameter.place()) {
            case PATH -> "part of the path";
            case ONCE -> "";
            case REPEATED -> "may be repeated";
            case LIST -> "several with commas between";
        };
        String byDefault = parameter.byDefault() == null ? "" : "default " + parameter.byDefault();
        return Stream.of(values, place, byDefault).filter(s -> !s.isEmpty()).collect(Collectors.joining("; "));
    }

    @Override
    public String problemTitle(Problem.Kind kind) {
        return kind.title();
    }

    @Override
    public String problemHelp(Problem.Kind kind) {
        return switch (kind) {
            case UNKNOWN_PARAMETER ->
                "The address has a parameter that this page does not know. Check its spelling or take it out.";
            case UNKNOWN_FIELD -> "The request has a field that is not known here. Check its spelling or take it out.";
            case BAD_VALUE -> "A value in the address or the request is not one that its parameter can have.";
            case BAD_REQUEST -> "The address or the request is damaged and cannot be read. Check how it was encoded.";
            case TOO_LARGE -> "The address or the headers of the request are longer than this server reads.";
            case UNAUTHORIZED ->
                "The admin port answers only who sends its token as 'Authorization: Bearer TOKEN'. Whoever runs the server"
                        + " has set it.";
            case NOT_FOUND -> "The address may be mistyped, or the article may be gone. A search will tell.";
            case CURSOR_GONE -> "The articles changed since the list was begun. Start again from its first page.";
            case METHOD_NOT_ALLOWED -> "Pages and API can only be read here: use GET or HEAD.";
            case BODY_TOO_LARGE -> "The body of the request is longer than is read here.";
            case WRONG_MEDIA_TYPE -> "Only bodies in JSON are read here: send 'Content-Type: application/json'.";
            case JOB_RUNNING -> "One job runs at a time. Wait for the one that runs, or cancel it.";
            case JOB_ENDED -> "The job has ended, so there is nothing left to cancel.";
            case GENERATION_REFUSED ->
                "The index does not go to that generation, since it is not there or not sound. The live one is as it was.";
            case INDEX_LOCKED ->
                "Another writer is at work on the index, such as a job or an archsearch command. Try again when it has"
                        + " ended.";
            case INDEX_UNWRITABLE ->
                "The index could not be written; the live one is as it was. Whoever runs the server finds the cause in"
                        + " its log.";
            case TOO_MANY_LISTENERS ->
                "More programs follow jobs than the server has room for. Ask for the job itself now and then instead.";
            case INDEX_UNAVAILABLE ->
                "The server has no index that it can read. Whoever runs it finds the remedy in its log.";
            case ENGINE_UNREACHABLE -> "The machine that holds the index does not answer. Try again in a few seconds.";
            case TOO_BUSY -> "The server has more searches to do right now than it can. Try again in a moment.";
            case TOO_MANY_REQUESTS ->
                "More requests came from your network in a short time than are answered. Try again in a moment.";
            case INTERNAL_ERROR -> "This is a fault of the server. Trying again may help; if it does not, report it.";
        };
    }

    @Override
    public String missingValue(FacetDim dim, String name) {
        return "No article has the " + one(dim) + " “" + name + "”";
    }

    @Override
    public String missingValueHelp(FacetDim dim) {
        return "The name may be mistyped, or the articles may be gone. The list of all " + many(dim)
                + " has every name.";
    }

    @Override
    public String nearestValues(FacetDim dim) {
        return "Similar names";
    }

    @Override
    public String inTheText() {
        return "In titles and summaries";
    }

    @Override
    public String missingArticle(String id) {
        return "There is no article with the id “" + id + "”";
    }

    @Override
    public String missingArticleHelp() {
        return "The address may be mistyped, or the article may be gone. Its title, typed into the search box, will tell.";
    }

    @Override
    public String didYouMean(String name) {
        return "Did you mean “" + name + "”?";
    }

    @Override
    public String requestId(String id) {
        return "Request " + id;
    }

    @Override
    public String tryAgain() {
        return "Try again";
    }

    private String count(int n, String one, String many) {
        return number(n) + ' ' + (n == 1 ? one : many);
    }
}
