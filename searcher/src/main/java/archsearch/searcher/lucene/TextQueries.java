package archsearch.searcher.lucene;

import archsearch.indexer.analysis.FieldReading;
import archsearch.indexer.analysis.TechText;
import archsearch.indexer.analysis.Token;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.query.QueryNode;
import archsearch.searcher.query.QueryNode.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;

/**
 * Lucene queries for pieces of text. A word is looked for in both readings of title, tags and summary: in the word reading by
 * BM25F (S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009), in the fine reading for
 * what the words cut differently, which counts less.
 */
final class TextQueries {
    /** What a match in each field is worth; BM25F adds the weighted counts before they saturate. */
    private static final float TITLE_WEIGHT = 3;

    private static final float TAGS_WEIGHT = 2;
    private static final float SUMMARY_WEIGHT = 1;
    /** A match in the fine reading alone ranks below the same match as a whole word. */
    private static final float FINE_WEIGHT = 0.6f;
    /** A match of a glossary partner ranks below a match of what was typed. */
    private static final float PARTNER_WEIGHT = 0.6f;
    /** A run of Han characters that stands as it was typed, beside the same words apart. */
    private static final float RUN_WEIGHT = 2;
    /**
     * What a phrase in each field is worth beside the summary: what BM25F makes of the weights above for one occurrence in a
     * text of average length, w / (w + 1.2), in proportion.
     */
    private static final float TITLE_PHRASE_WEIGHT = 1.6f;

    private static final float TAGS_PHRASE_WEIGHT = 1.4f;
    private static final float PROXIMITY_WEIGHT = 0.2f;
    private static final int PROXIMITY_SLOP = 1;
    private static final int MAX_PROXIMITY = 32;
    /** Shortest word that one edit, and two edits, are allowed in. */
    private static final int ONE_EDIT_LENGTH = 4;

    private static final int TWO_EDITS_LENGTH = 8;
    private static final int MAX_FUZZY_EXPANSIONS = 50;

    private final IndexSearcher searcher;
    private final IndexReader reader;
    private final Deadline deadline;
    /** What stands near each word that was asked for. Finding it takes long, and a search asks many times over. */
    private final Map<Term, Query> near;

    /**
     * @param searcher tells which words there are and how frequent they are
     * @param deadline when to list no more words
     */
    TextQueries(IndexSearcher searcher, Deadline deadline) {
        this(searcher, deadline, new HashMap<>());
    }

    private TextQueries(IndexSearcher searcher, Deadline deadline, Map<Term, Query> near) {
        this.searcher = searcher;
        this.reader = searcher.getIndexReader();
        this.deadline = deadline;
        this.near = near;
    }

    /** The same queries, for where the words of a prefix are few: in one article. */
    TextQueries unlimited() {
        return new TextQueries(searcher, Deadline.NEVER, near);
    }

    /** Articles with every word of a text that has no spaces; a Chinese run also matches as it stands, whatever the words. */
    static Query words(String text, Scope scope) {
        List<Query> required = new ArrayList<>();
        List<Token> tokens = TechText.words(text);
        for (int i = 0; i < tokens.size(); ) {
            int end = i + 1;
            if (tokens.get(i).kind() == Token.Kind.HAN) {
                while (end < tokens.size() && adjoins(tokens.get(end - 1), tokens.get(end))) {
                    end++;
                }
                required.add(hanRun(text, tokens.subList(i, end), scope));
            } else {
                required.add(word(text, tokens.get(i), scope));
            }
            i = end;
        }
        return allOf(required);
    }

    /** Articles with the words of a text next to each other, in this order. */
    static Query phrase(String text, Scope scope) {
        List<Token> words = TechText.words(text);
        if (words.size() == 1) {
            return word(text, words.getFirst(), scope);
        }
        return best(List.of(phrase(words, FieldReading.WORDS, scope), fine(text, scope)));
    }

    /**
     * Articles with one of the names of a thing that was typed by another name. A match of a name counts less than one of what was
     * typed, also where the name is much rarer, as names in the other language are.
     */
    List<Query> partners(QueryNode.Glossed term) throws IOException {
        double typed = rarity(term.text(), term.scope());
        List<Query> partners = new ArrayList<>();
        for (String partner : term.partners()) {
            double rarity = rarity(partner, term.scope());
            double capped = typed == 0 || rarity == 0 ? 1 : Math.min(1, typed / rarity);
            partners.add(new BoostQuery(phrase(partner, term.scope()), (float) (PARTNER_WEIGHT * capped)));
        }
        return partners;
    }

    /** The inverse document frequencies of a text's words together, as BM25 takes them; 0 where one of them is nowhere. */
    double rarity(String text, Scope scope) throws IOException {
        double sum = 0;
        for (Token token : TechText.words(text)) {
            int articles = 0;
            for (String field : fields(scope)) {
                articles = Math.max(articles, reader.docFreq(new Term(field, token.term())));
            }
            if (articles == 0) {
                return 0;
            }
            sum += Math.log(1 + (reader.numDocs() - articles + 0.5) / (articles + 0.5));
        }
        return sum;
    }

    /** Articles in whose titles two words of a query stand next to each other as they do there; says nothing about others. */
    static List<Query> proximity(List<QueryNode.Words> words) {
        List<Token> tokens = words.stream()
                .flatMap(w -> TechText.words(w.text()).stream())
                .filter(t -> t.kind() != Token.Kind.HAN)
                .limit(MAX_PROXIMITY + 1)
                .toList();
        List<Query> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            pairs.add(new BoostQuery(
                    new PhraseQuery(
                            PROXIMITY_SLOP,
                            IndexSchema.TITLE,
                            tokens.get(i).term(),
                            tokens.get(i + 1).term()),
                    PROXIMITY_WEIGHT));
        }
        return pairs;
    }

    /** Articles with a word that starts with this text. */
    Query prefix(String text, Scope scope) {
        List<Token> tokens = TechText.words(text);
        if (tokens.size() != 1 || tokens.getFirst().kind() == Token.Kind.HAN) {
            // Chinese words and several words are found by any part of theirs already.
            return words(text, scope);
        }
        String prefix = text.toLowerCase(Locale.ROOT);
        List<Query> queries = new ArrayList<>();
        for (String field : fields(scope)) {
            for (FieldReading reading : FieldReading.values()) {
                queries.add(TimedTerms.prefix(new Term(IndexSchema.field(field, reading), prefix), deadline));
            }
        }
        // The index holds stems: "caching*" has to find what "caching" does.
        queries.add(word(text, tokens.getFirst(), scope));
        return best(queries);
    }

    /** Articles with a word that differs by one letter, or two in a long word; Chinese, numbers and code terms are exact. */
    Query fuzzy(String text, Scope scope) throws IOException {
        List<Token> tokens = TechText.words(text);
        if (tokens.size() != 1 || tokens.getFirst().kind() != Token.Kind.WORD) {
            return words(text, scope);
        }
        String term = tokens.getFirst().term();
        int edits = term.length() < ONE_EDIT_LENGTH ? 0 : term.length() < TWO_EDITS_LENGTH ? 1 : 2;
        List<Query> queries = new ArrayList<>();
        for (String field : fields(scope)) {
            queries.add(new BoostQuery(near(new Term(field, term), edits), weight(field)));
        }
        return best(queries);
    }

    private Query near(Term term, int edits) throws IOException {
        Query known = near.get(term);
        if (known == null) {
            known = searcher.rewrite(TimedTerms.fuzzy(term, edits, MAX_FUZZY_EXPANSIONS, deadline));
            near.put(term, known);
        }
        return known;
    }

    private static boolean adjoins(Token before, Token token) {
        return token.kind() == Token.Kind.HAN && before.end() == token.start();
    }

    /**
     * A run of Han characters. Its words are wanted one by one, but where the text has the run as it stands, that is enough:
     * the same characters may be cut into other words there.
     */
    private static Query hanRun(String text, List<Token> words, Scope scope) {
        if (words.size() == 1) {
            return word(text, words.getFirst(), scope);
        }
        Query wordByWord = allOf(words.stream().map(w -> word(text, w, scope)).toList());
        String run = text.substring(words.getFirst().start(), words.getLast().end());
        return best(List.of(wordByWord, fine(run, scope)));
    }

    private static Query word(String text, Token token, Scope scope) {
        Query whole = combined(token.term(), FieldReading.WORDS, scope);
        return best(List.of(whole, fine(text.substring(token.start(), token.end()), scope)));
    }

    /** A run of Han characters as it stands, above the same words apart. */
    static Query run(QueryNode.Words run) {
        return new BoostQuery(fine(run.text(), run.scope()), RUN_WEIGHT);
    }

    /** A text in the fine reading, its tokens next to each other. */
    private static Query fine(String text, Scope scope) {
        List<Token> tokens = TechText.fine(text);
        Query query = tokens.size() == 1
                ? combined(tokens.getFirst().term(), FieldReading.FINE, scope)
                : phrase(tokens, FieldReading.FINE, scope);
        return new BoostQuery(query, FINE_WEIGHT);
    }

    private static Query combined(String term, FieldReading reading, Scope scope) {
        CombinedFieldQuery.Builder combined = new CombinedFieldQuery.Builder(term);
        for (String field : fields(scope)) {
            combined.addField(IndexSchema.field(field, reading), weight(field));
        }
        return combined.build();
    }

    private static Query phrase(List<Token> tokens, FieldReading reading, Scope scope) {
        return inEachField(scope, field -> {
            PhraseQuery.Builder phrase = new PhraseQuery.Builder();
            int first = tokens.isEmpty() ? 0 : tokens.getFirst().position();
            for (Token token : tokens) {
                phrase.add(new Term(IndexSchema.field(field, reading), token.term()), token.position() - first);
            }
            return phrase.build();
        });
    }

    private static Query inEachField(Scope scope, Function<String, Query> query) {
        List<Query> queries = new ArrayList<>();
        for (String field : fields(scope)) {
            queries.add(new BoostQuery(query.apply(field), phraseWeight(field)));
        }
        return best(queries);
    }

    private static List<String> fields(Scope scope) {
        return switch (scope) {
            case EVERYWHERE -> IndexSchema.TEXT_FIELDS;
            case TITLE -> List.of(IndexSchema.TITLE);
            case SUMMARY -> List.of(IndexSchema.SUMMARY);
        };
    }

    private static float phraseWeight(String field) {
        return switch (field) {
            case IndexSchema.TITLE -> TITLE_PHRASE_WEIGHT;
            case IndexSchema.TAGS -> TAGS_PHRASE_WEIGHT;
            default -> 1;
        };
    }

    private static float weight(String field) {
        return switch (field) {
            case IndexSchema.TITLE -> TITLE_WEIGHT;
            case IndexSchema.TAGS -> TAGS_WEIGHT;
            default -> SUMMARY_WEIGHT;
        };
    }

    /** Articles that match any of the queries, scored by the best. */
    static Query best(List<Query> queries) {
        return new DisjunctionMaxQuery(queries, 0);
    }

    private static Query allOf(List<Query> queries) {
        return switch (queries.size()) {
            case 0 -> new MatchNoDocsQuery("text without a word");
            case 1 -> queries.getFirst();
            default -> {
                BooleanQuery.Builder all = new BooleanQuery.Builder();
                queries.forEach(q -> all.add(q, Occur.MUST));
                yield all.build();
            }
        };
    }
}
