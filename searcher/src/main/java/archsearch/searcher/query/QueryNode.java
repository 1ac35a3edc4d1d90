package archsearch.searcher.query;

import archsearch.searcher.FacetDim;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query as a tree, independent of any engine. */
public sealed interface QueryNode {
    /** The text that a word or phrase is looked for in. */
    enum Scope {
        EVERYWHERE(""),
        TITLE("title"),
        SUMMARY("summary");

        private final String field;

        Scope(String field) {
            this.field = field;
        }

        /** The field's name in the query language; empty for {@link #EVERYWHERE}. */
        public String field() {
            return field;
        }
    }

    /** A piece of text without spaces. It may be several words: {@code flash-sale}, {@code 消息队列设计}. */
    record Words(String text, Scope scope) implements QueryNode {}

    /**
     * A term of the glossary: articles that match it as it was typed and, ranked below them, those that hold a partner of it.
     *
     * @param text the term as typed
     * @param literal what it means word by word
     * @param partners other names of the same thing, each a phrase, the most usual first; at least one
     */
    record Glossed(String text, QueryNode literal, List<String> partners, Scope scope) implements QueryNode {
        public Glossed {
            partners = List.copyOf(partners);
        }
    }

    /** A run of Han characters: articles that hold it as it stands, or that match all its pieces. */
    record Pieced(Words run, List<QueryNode> pieces) implements QueryNode {
        public Pieced {
            pieces = List.copyOf(pieces);
        }
    }

    /** Articles that match at least {@code minimum} of the nodes, those with more of them first. */
    record MostOf(List<QueryNode> nodes, int minimum) implements QueryNode {
        public MostOf {
            nodes = List.copyOf(nodes);
        }
    }

    /** Words that must stand together in this order. */
    record Phrase(String text, Scope scope) implements QueryNode {}

    /** Words that start with this text. */
    record Prefix(String text, Scope scope) implements QueryNode {}

    /** Words that differ from this one by a letter or two. */
    record Fuzzy(String text, Scope scope) implements QueryNode {}

    /** Articles that carry this value; spellings that differ in case, hyphen or space are the same value. */
    record Value(FacetDim dim, String value) implements QueryNode {}

    /** Articles of these days, inclusive; null where there is no bound. */
    record Dates(@Nullable LocalDate from, @Nullable LocalDate to) implements QueryNode {}

    /** Articles of this reading time in minutes, inclusive; {@code max} is {@link Integer#MAX_VALUE} where unbounded. */
    record Minutes(int min, int max) implements QueryNode {}

    /** Articles that match every node; every article where there are none. */
    record AllOf(List<QueryNode> nodes) implements QueryNode {
        public AllOf {
            nodes = List.copyOf(nodes);
        }
    }

    /** Articles that match at least one node. */
    record AnyOf(List<QueryNode> nodes) implements QueryNode {
        public AnyOf {
            nodes = List.copyOf(nodes);
        }
    }

    /** Articles that do not match the node. */
    record Not(QueryNode node) implements QueryNode {}

    /** Every article, those that match the node before the others. */
    record Preferred(QueryNode node) implements QueryNode {}
}
