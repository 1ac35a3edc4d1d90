package archsearch.searcher.lucene;

import java.io.IOException;
import org.apache.lucene.index.FilterLeafReader.FilterTermsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Queries for many words of the index, which list them until a deadline and then throw {@link OutOfTimeException}. Lucene's own time
 * limit begins where documents are scored, and by then the words have been listed: as many as an index has for a letter or two.
 */
final class TimedTerms {
    /** Words between two looks at the clock; as many as Lucene's ExitableDirectoryReader reads. */
    private static final int LOOK_EVERY = 16;

    private TimedTerms() {}

    /** Documents with a word that begins like this. */
    static MultiTermQuery prefix(Term prefix, Deadline deadline) {
        return new Prefix(prefix, deadline);
    }

    /**
     * Documents with a word that differs a little from this one.
     *
     * @param edits letters that may differ, 0 to 2; the first one may not
     * @param expansions words that are searched for, the most similar
     */
    static MultiTermQuery fuzzy(Term term, int edits, int expansions, Deadline deadline) {
        return new Fuzzy(term, edits, expansions, deadline);
    }

    // Both equal the query of any other search for the same words. A list that was made is whole, whoever made it, so
    // that Lucene may keep its documents.

    private static final class Prefix extends PrefixQuery {
        private final Deadline deadline;

        Prefix(Term prefix, Deadline deadline) {
            super(prefix);
            this.deadline = deadline;
        }

        @Override
        protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
            return new Timed(super.getTermsEnum(terms, attributes), deadline);
        }
    }

    private static final class Fuzzy extends FuzzyQuery {
        private final Deadline deadline;

        Fuzzy(Term term, int edits, int expansions, Deadline deadline) {
            super(term, edits, 1, expansions, true);
            this.deadline = deadline;
        }

        @Override
        protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
            return new Timed(super.getTermsEnum(terms, attributes), deadline);
        }
    }

    private static final class Timed extends FilterTermsEnum {
        private final Deadline deadline;
        private int steps;

        Timed(TermsEnum in, Deadline deadline) {
            super(in);
            this.deadline = deadline;
        }

        @Override
        public @Nullable BytesRef next() throws IOException {
            if (steps++ % LOOK_EVERY == 0 && deadline.shouldExit()) {
                throw new OutOfTimeException();
            }
            return in.next();
        }
    }
}
