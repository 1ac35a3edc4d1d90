package archsearch.searcher;

import archsearch.indexer.article.Article;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the memory that answers take, in bytes: objects of a Java virtual machine with compressed references, which has 12
 * bytes of header and aligns to 8. Texts are nearly all of it, and are counted exactly; what answers share with each other or with
 * the index is counted for each of them.
 */
final class HeapSize {
    private static final long REFERENCE = 4;
    private static final long ARRAY = 16;
    private static final long STRING = 24;
    private static final long LIST = 24;
    private static final long DATE = 24;
    /** Records of a few numbers or references. */
    private static final long SMALL = 24;

    private static final long ARTICLE = 56;
    private static final long HIT = 56;
    private static final long INDEX_INFO = 32;
    /** Without its texts, but with its small sets, numbers and dates. */
    private static final long REQUEST = 256;

    private static final long RESPONSE = 72;
    private static final char LAST_LATIN1 = 0xFF;

    private HeapSize() {}

    static long of(SearchResponse r) {
        return RESPONSE
                + of(r.request())
                + of(r.parsed())
                + of(r.correctedFrom())
                + list(r.warnings(), HeapSize::of)
                + list(r.hits(), HeapSize::of)
                + of(r.nextCursor())
                + list(r.facets(), HeapSize::of)
                + list(r.suggestions(), s -> SMALL + of(s.request()) + list(s.dropped(), HeapSize::of))
                + INDEX_INFO;
    }

    static long of(FacetResponse r) {
        return RESPONSE + of(r.request().search()) + of(r.request().prefix()) + of(r.facet()) + INDEX_INFO;
    }

    static long of(SimilarResponse r) {
        return RESPONSE + of(r.request().id()) + list(r.hits(), HeapSize::of) + INDEX_INFO;
    }

    private static long of(SearchRequest r) {
        return REQUEST
                + of(r.q())
                + list(r.tags(), HeapSize::of)
                + list(r.publishers(), HeapSize::of)
                + list(r.categories(), HeapSize::of)
                + list(r.years(), y -> ARRAY);
    }

    private static long of(Hit h) {
        return HIT
                + of(h.article())
                + marked(h.title(), h.article().title())
                + marked(h.summary(), h.article().summary())
                + list(h.tags(), tag -> marked(tag, tag.text()))
                + list(h.why(), m -> SMALL + of(m.text()) + of(m.term()))
                + list(h.reposts(), repost -> SMALL + of(repost.article()))
                + of(h.explanation());
    }

    private static long of(Article a) {
        return ARTICLE
                + of(a.id())
                + of(a.title())
                + of(a.summary())
                + list(a.tags(), HeapSize::of)
                + of(a.publisher())
                + DATE
                + of(a.category())
                + of(a.url());
    }

    /** A marked text, whose text is the article's own. */
    @SuppressWarnings("ReferenceEquality") // The same object takes memory once, an equal one does again.
    private static long marked(MarkedText text, String own) {
        return SMALL + (text.text() == own ? 0 : of(text.text())) + list(text.marks(), m -> SMALL);
    }

    private static long of(Facet facet) {
        return SMALL + list(facet.values(), v -> SMALL + of(v.value()));
    }

    private static <T> long list(List<T> list, ToLongFunction<T> size) {
        if (list.isEmpty()) {
            return 0;
        }
        long references = list.size() <= 2 ? 0 : aligned(ARRAY + REFERENCE * list.size());
        return LIST + references + list.stream().mapToLong(size).sum();
    }

    private static long of(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_LATIN1) {
                bytes *= 2;
                break;
            }
        }
        return STRING + aligned(ARRAY + bytes);
    }

    private static long aligned(long bytes) {
        return (bytes + 7) & ~7L;
    }
}
