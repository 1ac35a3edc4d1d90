package archsearch.searcher.query;

import archsearch.indexer.analysis.TechText;
import archsearch.indexer.analysis.Token;
import archsearch.indexer.article.Language;
import archsearch.searcher.FacetDim;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the one search box.
 *
 * <pre>
 * query   = sequence
 * sequence= choice*                     all of them
 * choice  = item ("OR" item)*           any of them; binds tighter than standing side by side
 * item    = "-" item | "?" item | "(" sequence ")" | field ":" value | phrase | word ["*" | "~"]
 * phrase  = quotation mark, anything, quotation mark
 * </pre>
 *
 * It never fails: what does not fit this grammar is taken as plain words, and a warning says so. Full-width brackets, colons
 * and quotation marks count like ASCII ones, since a Chinese keyboard writes those. One parser reads one query.
 */
public final class QueryParser {
    /** More clauses than any person types; the rest of the query is left out with a warning. */
    static final int MAX_CLAUSES = 64;
    /** A part may be several words, a Chinese one hundreds. */
    static final int MAX_WORDS = 128;
    /** Deeper brackets are read as if they were not there. */
    static final int MAX_DEPTH = 8;

    private final String text;
    private final List<String> warnings = new ArrayList<>();
    private int at;
    private int clauses;
    private int words;

    private QueryParser(String text) {
        this.text = text;
    }

    /**
     * Reads a query.
     *
     * @param query at most {@link archsearch.searcher.SearchRequest#MAX_QUERY_LENGTH} characters
     */
    public static ParsedQuery parse(String query) {
        QueryParser parser = new QueryParser(query);
        List<QueryNode> nodes = parser.sequence(0);
        return new ParsedQuery(new QueryNode.AllOf(StopWords.relax(nodes)), parser.warnings);
    }

    private List<QueryNode> sequence(int depth) {
        List<QueryNode> nodes = new ArrayList<>();
        for (skipSpace(); at < text.length(); skipSpace()) {
            if (QueryChars.isClosing(text.charAt(at))) {
                if (depth > 0) {
                    return nodes;
                }
                at++;
                warn("A closing bracket has no opening one; it was left out.");
                continue;
            }
            choice(depth).ifPresent(nodes::add);
        }
        if (depth > 0) {
            warn("An opening bracket has no closing one; it was closed at the end.");
        }
        return nodes;
    }

    private Optional<QueryNode> choice(int depth) {
        List<QueryNode> alternatives = new ArrayList<>();
        item(depth).ifPresent(alternatives::add);
        while (takeOperator("OR") || takeOperator("|")) {
            skipSpace();
            if (at == text.length() || QueryChars.isClosing(text.charAt(at))) {
                warn("OR stands at the end without a second choice; it was left out.");
                break;
            }
            item(depth).ifPresent(alternatives::add);
        }
        return switch (alternatives.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(alternatives.getFirst());
            default -> Optional.of(new QueryNode.AnyOf(alternatives));
        };
    }

    private Optional<QueryNode> item(int depth) {
        if (takeOperator("AND")) {
            return Optional.empty();
        }
        if (takeOperator("OR")) {
            warn("OR stands at the start without a first choice; it was left out.");
            return Optional.empty();
        }
        if (takeOperator("NOT")) {
            skipSpace();
            return item(depth).map(QueryNode.Not::new);
        }
        if (at == text.length()) {
            return Optional.empty();
        }
        char c = text.charAt(at);
        boolean prefixesSomething = at + 1 < text.length()
                && !QueryChars.isSpace(text.charAt(at + 1))
                && !QueryChars.isSign(text.charAt(at + 1));
        if (c == '-' && prefixesSomething) {
            at++;
            return item(depth).map(QueryParser::negated);
        }
        if ((c == '?' || c == '？') && prefixesSomething) {
            at++;
            return item(depth).map(QueryNode.Preferred::new);
        }
        if (c == '+' && prefixesSomething) {
            at++;
            return item(depth);
        }
        if (QueryChars.isSign(c)) {
            // A sign before nothing, or before another sign.
            at++;
            return Optional.empty();
        }
        if (QueryChars.isOpening(c)) {
            return group(depth);
        }
        if (QueryChars.isQuote(c)) {
            return clause(phrase(QueryNode.Scope.EVERYWHERE));
        }
        if (QueryChars.isClosing(c)) {
            return Optional.empty();
        }
        return clause(fieldOrWord());
    }

    /** Negation of a negation is read as what a typing slip it is: one negation. */
    private static QueryNode negated(QueryNode node) {
        return node instanceof QueryNode.Not ? node : new QueryNode.Not(node);
    }

    private Optional<QueryNode> group(int depth) {
        at++;
        if (depth >= MAX_DEPTH) {
            warn("Brackets are nested deeper than " + MAX_DEPTH + " levels; the inner ones were left out.");
            return Optional.empty();
        }
        List<QueryNode> nodes = sequence(depth + 1);
        if (at < text.length()) {
            at++;
        }
        return switch (nodes.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(nodes.getFirst());
            default -> Optional.of(new QueryNode.AllOf(nodes));
        };
    }

    private Optional<QueryNode> clause(Optional<QueryNode> node) {
        if (node.isEmpty()) {
            return node;
        }
        if (++clauses > MAX_CLAUSES) {
            warn("The query has more than " + MAX_CLAUSES + " parts; the rest was left out.");
            return Optional.empty();
        }
        return switch (node.get()) {
            case QueryNode.Words n -> beginning(n.text()).map(text -> new QueryNode.Words(text, n.scope()));
            case QueryNode.Phrase n -> beginning(n.text()).map(text -> new QueryNode.Phrase(text, n.scope()));
            default -> node;
        };
    }

    /** As much of a text as there are words left to be read; empty where there are none. */
    private Optional<String> beginning(String part) {
        List<Token> tokens = TechText.words(part);
        int left = MAX_WORDS - words;
        words += tokens.size();
        if (tokens.size() <= left) {
            return Optional.of(part);
        }
        warn("The query has more than " + MAX_WORDS + " words; the rest was left out.");
        return left <= 0
                ? Optional.empty()
                : Optional.of(part.substring(0, tokens.get(left - 1).end()));
    }

    private Optional<QueryNode> fieldOrWord() {
        int start = at;
        String name = fieldName();
        if (!name.isEmpty()) {
            int valueAt = at;
            Optional<QueryNode> field = field(name.toLowerCase(Locale.ROOT));
            if (field.isPresent()) {
                return field;
            }
            warn(FieldValue.explain(name, text.substring(valueAt, at)));
            at = start;
        }
        return plain(word());
    }

    /** Reads {@code name:} and moves past it; stays where there is no such thing, or nothing follows the colon. */
    private String fieldName() {
        int end = at;
        while (end < text.length() && QueryChars.isAsciiLetter(text.charAt(end))) {
            end++;
        }
        boolean colon = end > at && end < text.length() && QueryChars.isColon(text.charAt(end));
        if (!colon
                || end + 1 == text.length()
                || QueryChars.isSpace(text.charAt(end + 1))
                || text.charAt(end + 1) == '/') {
            return "";
        }
        String name = text.substring(at, end);
        at = end + 1;
        return name;
    }

    private Optional<QueryNode> field(String name) {
        boolean quoted = QueryChars.isQuote(text.charAt(at));
        for (QueryNode.Scope scope : QueryNode.Scope.values()) {
            if (!scope.field().isEmpty() && scope.field().equals(name)) {
                return quoted ? phrase(scope) : scopedWord(scope);
            }
        }
        String value = quoted ? quotedText() : word();
        if (name.equals("date")) {
            return FieldValue.dates(value);
        }
        Optional<FacetDim> dim = FacetDim.ofWord(name);
        if (dim.isEmpty()) {
            return Optional.empty();
        }
        return switch (dim.get()) {
            case TAG, PUBLISHER, CATEGORY ->
                value.isBlank() ? Optional.empty() : Optional.of(new QueryNode.Value(dim.get(), value));
            case LANG ->
                Language.ofCode(value.toLowerCase(Locale.ROOT)).map(l -> new QueryNode.Value(FacetDim.LANG, l.code()));
            case YEAR -> FieldValue.years(value);
            case MONTH -> FieldValue.dates(value);
            case MINUTES -> FieldValue.minutes(value);
        };
    }

    private Optional<QueryNode> scopedWord(QueryNode.Scope scope) {
        return ending(word(), scope);
    }

    private Optional<QueryNode> plain(String word) {
        return ending(word, QueryNode.Scope.EVERYWHERE);
    }

    private static Optional<QueryNode> ending(String word, QueryNode.Scope scope) {
        String stem = word.substring(0, Math.max(0, word.length() - 1));
        if (word.endsWith("*") && FieldValue.hasLetterOrDigit(stem)) {
            return Optional.of(new QueryNode.Prefix(stem, scope));
        }
        if ((word.endsWith("~") || word.endsWith("～")) && FieldValue.hasLetterOrDigit(stem)) {
            return Optional.of(new QueryNode.Fuzzy(stem, scope));
        }
        return FieldValue.hasLetterOrDigit(word) ? Optional.of(new QueryNode.Words(word, scope)) : Optional.empty();
    }

    private Optional<QueryNode> phrase(QueryNode.Scope scope) {
        String inside = quotedText();
        return FieldValue.hasLetterOrDigit(inside)
                ? Optional.of(new QueryNode.Phrase(inside.strip(), scope))
                : Optional.empty();
    }

    private String quotedText() {
        int start = ++at;
        while (at < text.length() && !QueryChars.isQuote(text.charAt(at))) {
            at++;
        }
        String inside = text.substring(start, at);
        if (at == text.length()) {
            warn("A quotation mark has no partner; the phrase was read to the end.");
        } else {
            at++;
        }
        return inside;
    }

    private String word() {
        int start = at;
        while (at < text.length()
                && !QueryChars.isSpace(text.charAt(at))
                && !QueryChars.isOpening(text.charAt(at))
                && !QueryChars.isClosing(text.charAt(at))
                && !QueryChars.isQuote(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean takeOperator(String operator) {
        skipSpace();
        int end = at + operator.length();
        if (text.startsWith(operator, at)
                && (end == text.length()
                        || QueryChars.isSpace(text.charAt(end))
                        || QueryChars.isOpening(text.charAt(end)))) {
            at = end;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < text.length() && QueryChars.isSpace(text.charAt(at))) {
            at++;
        }
    }

    private void warn(String warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }
}
