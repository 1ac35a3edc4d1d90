package archsearch.server.page;

import archsearch.indexer.analysis.Pinyin;
import archsearch.indexer.article.Article;
import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.Hit;
import archsearch.searcher.SearchResponse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Queries made of what an index holds, as examples of what can be written. Whether they find anything is not known yet.
 *
 * @param words English words that articles have, those of frequent tags first
 * @param han Chinese words that articles have, likewise
 * @param titles the words of each English title, grammar words included
 * @param values of a dimension, the most frequent first
 * @param latest the month of the newest article
 */
record HelpExamples(
        List<String> words, List<String> han, List<List<String>> titles, List<Facet> values, YearMonth latest) {
    /** Tries for one example; each costs a search. */
    private static final int TRIES = 4;

    /** Longer ones are no examples. */
    private static final int LONGEST = 60;

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{5,14}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,6}");
    /** A name with a sign that belongs to it. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]*[.+#/][A-Za-z0-9.+#/]+|[A-Za-z]+[+#]+");

    private static final List<String> NAMES = List.of("C++", "Node.js", "CI/CD", ".NET");

    static HelpExamples of(SearchResponse response) {
        List<Article> articles = response.hits().stream().map(Hit::article).toList();
        List<String> tags = values(response.facets(), FacetDim.TAG);
        List<List<String>> titles = articles.stream()
                .map(a -> Arrays.asList(a.title().split("[^A-Za-z]+", -1)))
                .filter(title -> title.stream().anyMatch(w -> WORD.matcher(w).matches()))
                .toList();
        Stream<String> titleWords = titles.stream().flatMap(List::stream);
        Stream<String> titleHan = articles.stream()
                .map(Article::title)
                .flatMap(
                        title -> HAN.matcher(title).results().map(m -> m.group().substring(0, 2)));
        return new HelpExamples(
                distinct(
                        Stream.concat(tags.stream(), titleWords).filter(WORD.asMatchPredicate()),
                        s -> s.toLowerCase(Locale.ROOT)),
                distinct(Stream.concat(tags.stream().filter(HAN.asMatchPredicate()), titleHan), s -> s),
                titles,
                response.facets(),
                articles.isEmpty()
                        ? YearMonth.of(2019, 6)
                        : YearMonth.from(articles.getFirst().date()));
    }

    private static List<String> distinct(Stream<String> texts, UnaryOperator<String> form) {
        return texts.map(form).distinct().toList();
    }

    /** Queries that may be an example, the best first. */
    List<String> of(HelpTopic topic) {
        Stream<String> queries = switch (topic) {
            case WORDS -> Stream.concat(pairs(" ").limit(2), titles.stream().map(HelpExamples::longestTwo));
            case HAN -> han.stream();
            case PHRASE ->
                Stream.concat(titles.stream().flatMap(HelpExamples::pairs), han.stream())
                        .map(text -> '"' + text + '"');
            case EXCLUDE -> pairs(" -");
            case EITHER -> pairs(" OR ");
            case GROUP -> groups();
            case PREFERRED -> pairs(" ?");
            case PREFIX -> words.stream().map(w -> w.substring(0, (w.length() + 2) / 2) + '*');
            case FUZZY -> words.stream().map(w -> mistyped(w) + '~');
            case NAMES -> Stream.concat(values(FacetDim.TAG).filter(NAME.asMatchPredicate()), NAMES.stream());
            case TITLE -> words.stream().map(w -> "title:" + w);
            case SUMMARY -> words.stream().map(w -> "summary:" + w);
            case TAG -> values(FacetDim.TAG).map(v -> "tag:" + quoted(v));
            case PUBLISHER -> values(FacetDim.PUBLISHER).map(v -> "publisher:" + quoted(v));
            case CATEGORY -> values(FacetDim.CATEGORY).map(v -> "category:" + quoted(v));
            case LANG -> values(FacetDim.LANG).map(v -> "lang:" + v);
            case YEAR -> Stream.of("year:" + latest.getYear());
            case YEARS -> Stream.of("year:" + (latest.getYear() - 1) + ".." + latest.getYear());
            case DATE -> Stream.of("date:" + latest.minusMonths(5) + ".." + latest);
            case MINUTES -> Stream.of("minutes:<10", "minutes:<=30", "minutes:>=1");
            case GLOSSARY -> Stream.concat(words.stream().skip(1).limit(TRIES / 2), han.stream());
            case TYPO -> words.stream().map(HelpExamples::mistyped);
            case PINYIN -> han.stream().map(w -> String.join("", Pinyin.of(w).syllables()));
        };
        return queries.filter(q -> !q.isEmpty() && q.length() <= LONGEST)
                .limit(TRIES)
                .toList();
    }

    private Stream<String> values(FacetDim dim) {
        return values(values, dim).stream();
    }

    private static List<String> values(List<Facet> facets, FacetDim dim) {
        return facets.stream()
                .filter(facet -> facet.dim() == dim)
                .flatMap(facet -> facet.values().stream())
                .map(Facet.Value::value)
                .toList();
    }

    private static String quoted(String value) {
        return value.codePoints().allMatch(Character::isLetterOrDigit) ? value : '"' + value + '"';
    }

    /** A frequent word beside each of the others. */
    private Stream<String> pairs(String between) {
        return words.stream().skip(1).map(other -> words.getFirst() + between + other);
    }

    private Stream<String> groups() {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i + 1 < words.size() && groups.size() < TRIES; i++) {
            String group = '(' + words.get(i) + " OR " + words.get(i + 1) + ") ";
            String first = words.get(i);
            titles.stream()
                    .filter(title -> title.stream().anyMatch(first::equalsIgnoreCase))
                    .flatMap(List::stream)
                    .filter(WORD.asMatchPredicate().and(Predicate.not(first::equalsIgnoreCase)))
                    .findFirst()
                    .ifPresent(word -> groups.add(group + word.toLowerCase(Locale.ROOT)));
        }
        return groups.stream();
    }

    private static String longestTwo(List<String> title) {
        List<String> two = title.stream()
                .filter(WORD.asMatchPredicate())
                .sorted((a, b) -> b.length() - a.length())
                .limit(2)
                .toList();
        return two.size() < 2 ? "" : (two.getFirst() + ' ' + two.getLast()).toLowerCase(Locale.ROOT);
    }

    /** Neighbours in a title that both are words. */
    private static Stream<String> pairs(List<String> title) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < title.size(); i++) {
            if (WORD.matcher(title.get(i)).matches()
                    && WORD.matcher(title.get(i + 1)).matches()) {
                pairs.add((title.get(i) + ' ' + title.get(i + 1)).toLowerCase(Locale.ROOT));
            }
        }
        return pairs.stream();
    }

    /** A word with two neighbouring letters swapped; empty where that changes nothing. */
    private static String mistyped(String word) {
        for (int i = word.length() / 2; i + 1 < word.length(); i++) {
            if (word.charAt(i) != word.charAt(i + 1)) {
                return word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2);
            }
        }
        return "";
    }
}
