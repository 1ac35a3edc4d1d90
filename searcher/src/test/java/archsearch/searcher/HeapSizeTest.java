package archsearch.searcher;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeapSizeTest {
    private static final int ANSWERS = 2_000;

    /** Answers that share nothing, beside the memory that is taken once they are there. */
    @ParameterizedTest
    @ValueSource(ints = {2, 20})
    void of_answersOfAllParts_isNearTheMemoryTheyTake(int size) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        SearchResponse[] answers = new SearchResponse[ANSWERS];
        long before = used();
        for (int i = 0; i < answers.length; i++) {
            answers[i] = answer(random, size);
        }
        long taken = used() - before;
        long estimated = 0;
        for (SearchResponse answer : answers) {
            estimated += HeapSize.of(answer);
        }
        assertThat((double) estimated / taken).as("seed %d", seed).isBetween(0.8, 1.25);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            ManagementFactory.getMemoryMXBean().gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static SearchResponse answer(Random random, int size) {
        SearchRequest request = SearchRequest.builder()
                .q(text(random, 10))
                .tags(texts(random, 2))
                .size(size)
                .build();
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            hits.add(hit(random, i + 1));
        }
        Suggestion suggestion = new Suggestion(
                Suggestion.Kind.SPELLING, SearchRequest.of(text(random, 10)), 1, texts(random, random.nextInt(3)));
        return new SearchResponse(
                request,
                text(random, 10),
                text(random, 10),
                texts(random, random.nextInt(3)),
                size,
                hits,
                text(random, 80),
                facets(random),
                List.of(suggestion),
                new IndexInfo("1", 1, Instant.EPOCH, ""),
                1,
                false);
    }

    /** Ten values of each of five dimensions. */
    private static List<Facet> facets(Random random) {
        return IntStream.range(0, 5)
                .mapToObj(dim -> new Facet(
                        FacetDim.TAG,
                        texts(random, 10).stream()
                                .map(v -> new Facet.Value(v, 1, false))
                                .toList(),
                        0))
                .toList();
    }

    private static Hit hit(Random random, int rank) {
        Article article = article(random);
        return new Hit(
                article,
                rank,
                1,
                marked(article.title(), random.nextInt(4)),
                marked(article.summary(), random.nextInt(10)),
                article.tags().stream().map(MarkedText::unmarked).toList(),
                IntStream.range(0, random.nextInt(5))
                        .mapToObj(i -> new Match("title", text(random, 8), i % 2 == 0 ? null : text(random, 8)))
                        .toList(),
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> new Repost(article(random), Repost.Kind.TEXT))
                        .toList(),
                null);
    }

    private static Article article(Random random) {
        return Article.builder(text(random, 40), text(random, 12), LocalDate.of(2019, 1, 1 + random.nextInt(28)))
                .id(text(random, 16))
                .summary(text(random, 200))
                .tags(texts(random, 3))
                .category(text(random, 12))
                .url(random.nextBoolean() ? text(random, 60) : null)
                .build();
    }

    private static MarkedText marked(String text, int marks) {
        return new MarkedText(
                text,
                IntStream.range(0, marks)
                        .mapToObj(i -> new MarkedText.Mark(i * 3, i * 3 + 2))
                        .toList());
    }

    private static List<String> texts(Random random, int count) {
        return IntStream.range(0, count).mapToObj(i -> text(random, 10)).toList();
    }

    /** Half of the texts are Chinese, which takes two bytes for a character. */
    private static String text(Random random, int length) {
        int first = random.nextBoolean() ? 'a' : '一';
        char[] chars = new char[length + random.nextInt(length / 2 + 1)];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) (first + random.nextInt(26));
        }
        return new String(chars);
    }
}
