package archsearch.searcher;

import java.util.List;

/** Something that exists in the index and that what was typed may become. Every completion leads to at least one article. */
public sealed interface Completion {
    /** The text to offer, with the parts that match what was typed. */
    MarkedText text();

    /** What sort of thing it is, for example {@code tag}: a word used in answers. */
    String kind();

    /**
     * A tag or a publisher.
     *
     * @param dim {@link FacetDim#TAG} or {@link FacetDim#PUBLISHER}
     * @param text its most frequent spelling
     * @param count hits of {@link #request}: the articles that carry it, each with its reposts as one; at least 1
     */
    record Value(FacetDim dim, MarkedText text, int count) implements Completion {
        @Override
        public String kind() {
            return dim.word();
        }

        /** The search for the articles that carry it. */
        public SearchRequest request() {
            return switch (dim) {
                case TAG -> SearchRequest.builder().tags(List.of(text.text())).build();
                case PUBLISHER ->
                    SearchRequest.builder().publishers(List.of(text.text())).build();
                case CATEGORY ->
                    SearchRequest.builder().categories(List.of(text.text())).build();
                case LANG, YEAR, MONTH, MINUTES ->
                    throw new IllegalStateException("values of " + dim.word() + " are not suggested");
            };
        }
    }

    /**
     * A term of the field.
     *
     * @param text the term
     * @param count hits of {@link #request}; at least 1
     */
    record Term(MarkedText text, int count) implements Completion {
        @Override
        public String kind() {
            return "term";
        }

        /** The search for the term. */
        public SearchRequest request() {
            return SearchRequest.of(text.text());
        }
    }

    /**
     * An article by its title.
     *
     * @param text the title
     * @param id the article's id
     */
    record Title(MarkedText text, String id) implements Completion {
        @Override
        public String kind() {
            return "title";
        }
    }
}
