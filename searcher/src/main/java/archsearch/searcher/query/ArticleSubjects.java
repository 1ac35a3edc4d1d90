package archsearch.searcher.query;

import archsearch.indexer.analysis.TechText;
import archsearch.indexer.analysis.Token;
import archsearch.indexer.article.Article;
import archsearch.indexer.article.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads what an article is about from its title, tags and summary: the terms of the glossary that stand there, longest first and
 * the shorter ones within them, and all other words but those of prose.
 */
public final class ArticleSubjects {
    /** What an occurrence in the title, and in the tags, is worth beside one in the summary; as in a search. */
    private static final double TITLE_WEIGHT = 3;

    private static final double TAG_WEIGHT = 2;
    private static final double SUMMARY_WEIGHT = 1;
    /** A word of a term says less than the term, and less again within a longer one. */
    private static final double INNER_WEIGHT = 0.5;
    /** A summary of this many characters says what an article is about; some dumps hold whole texts. */
    private static final int MAX_SUMMARY = 2_000;
    /** A longer word is an address or a key. */
    private static final int MAX_WORD = 40;

    private static final Pattern ADDRESS = Pattern.compile("[a-z]{2,10}://[!-~]+");

    private final GlossaryTerms glossary;
    private final Predicate<String> isTag;
    private final Language lang;
    private final Map<List<String>, Subject> subjects = new LinkedHashMap<>();

    private ArticleSubjects(Language lang, GlossaryTerms glossary, Predicate<String> isTag) {
        this.lang = lang;
        this.glossary = glossary;
        this.isTag = isTag;
    }

    /**
     * The subjects of an article.
     *
     * @param isTag whether a text is a tag of any article: what somebody tagged articles with is a subject
     * @return each once, title before tags before summary; empty where there is nothing but prose
     */
    public static List<Subject> of(Article article, GlossaryTerms glossary, Predicate<String> isTag) {
        ArticleSubjects read = new ArticleSubjects(article.lang(), glossary, isTag);
        read.read(article.title(), TITLE_WEIGHT);
        article.tags().forEach(tag -> read.read(tag, TAG_WEIGHT));
        String summary = article.summary();
        String beginning = summary.substring(0, Math.min(summary.length(), MAX_SUMMARY));
        read.read(ADDRESS.matcher(beginning).replaceAll("."), SUMMARY_WEIGHT);
        // An unknown word of the summary alone is mostly prose.
        return read.subjects.values().stream()
                .filter(s -> s.isKnown() || s.occurrences() >= TAG_WEIGHT)
                .toList();
    }

    private void read(String text, double weight) {
        for (List<QueryNode.Words> run : runs(text)) {
            new TermRun(run, glossary, glossary::partners).nodes().forEach(node -> collect(node, weight));
        }
    }

    /** The words of a text, cut where a term cannot go on: at punctuation and lines' ends. */
    private static List<List<QueryNode.Words>> runs(String text) {
        List<List<QueryNode.Words>> runs = new ArrayList<>();
        int end = -1;
        for (Token token : TechText.words(text)) {
            String between = end < 0 ? "." : text.substring(end, Math.max(end, token.start()));
            if (!between.chars().allMatch(c -> c == ' ' || Character.getType(c) == Character.DASH_PUNCTUATION)) {
                runs.add(new ArrayList<>());
            }
            List<QueryNode.Words> run = runs.getLast();
            if (between.isEmpty()) {
                // Chinese has no spaces; a term may reach over several words.
                QueryNode.Words before = run.removeLast();
                run.add(words(text.substring(token.start() - before.text().length(), token.end())));
            } else {
                run.add(words(text.substring(token.start(), token.end())));
            }
            end = token.end();
        }
        return runs;
    }

    private static QueryNode.Words words(String text) {
        return new QueryNode.Words(text, QueryNode.Scope.EVERYWHERE);
    }

    private void collect(QueryNode node, double weight) {
        switch (node) {
            case QueryNode.Glossed n -> {
                if (!glossary.isGeneral(n.text())) {
                    add(new Subject(n.text(), n.partners(), weight, true));
                    collect(n.literal(), weight * INNER_WEIGHT);
                }
            }
            case QueryNode.Pieced n -> n.pieces().forEach(piece -> collect(piece, weight));
            case QueryNode.AllOf n -> n.nodes().forEach(each -> collect(each, weight));
            case QueryNode.Words n -> {
                if (!isProse(n.text())) {
                    add(new Subject(n.text(), List.of(), weight, isKnown(n.text())));
                }
            }
            // Grammar.
            case QueryNode.Preferred n -> {}
            // Runs of words are made into none of these.
            case QueryNode.MostOf n -> {}
            case QueryNode.AnyOf n -> {}
            case QueryNode.Phrase n -> {}
            case QueryNode.Prefix n -> {}
            case QueryNode.Fuzzy n -> {}
            case QueryNode.Value n -> {}
            case QueryNode.Dates n -> {}
            case QueryNode.Minutes n -> {}
            case QueryNode.Not n -> {}
        }
    }

    private void add(Subject subject) {
        List<String> key =
                TextElement.of(subject.text()).stream().map(TextElement::term).toList();
        subjects.merge(
                key,
                subject,
                (a, b) -> new Subject(
                        a.text(),
                        a.partners().isEmpty() ? b.partners() : a.partners(),
                        a.occurrences() + b.occurrences(),
                        a.isKnown() || b.isKnown()));
    }

    private boolean isProse(String word) {
        boolean isShort = word.codePointCount(0, word.length()) == 1;
        return word.length() > MAX_WORD
                || word.chars().noneMatch(Character::isLetter)
                || StopWords.contains(word)
                || glossary.isGeneral(word)
                || (isShort && !isTag.test(word));
    }

    private boolean isKnown(String word) {
        List<Token> tokens = TechText.words(word);
        boolean isName = tokens.stream().anyMatch(t -> t.kind() == Token.Kind.CODE)
                // In a Chinese text, what stands in Latin letters is a name.
                || (lang == Language.ZH && tokens.stream().noneMatch(t -> t.kind() == Token.Kind.HAN));
        return isName || isTag.test(word) || glossary.isTerm(word);
    }
}
