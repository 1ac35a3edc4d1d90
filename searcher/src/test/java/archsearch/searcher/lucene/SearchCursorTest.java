package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.article.Article;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.CursorGoneException;
import archsearch.searcher.InvalidRequestException;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.Sort;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cursors as texts that anybody may have changed. */
class SearchCursorTest {
    private static final int ARTICLES = 10;

    @TempDir
    static Path folder;

    private static LuceneSearchEngine engine;

    @BeforeAll
    static void index() throws IOException {
        try (ArticleWriter writer = new LuceneArticleIndex(folder).openBatch()) {
            for (int i = 0; i < ARTICLES; i++) {
                writer.put(Article.builder("Title " + i, "Publisher", LocalDate.of(2019, 1, 1 + i))
                        .id("a" + i)
                        .build());
            }
            writer.commit();
        }
        engine = LuceneSearchEngine.open(folder);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static SearchRequest search(Sort sort) {
        return SearchRequest.builder().q("title").sort(sort).size(3).build();
    }

    private static String cursor(SearchRequest search) {
        return Objects.requireNonNull(engine.search(search).nextCursor());
    }

    @Test
    void of_textOfACursor_isTheCursor() {
        SearchRequest search = search(Sort.RELEVANCE);
        SearchCursor cursor =
                new SearchCursor("20261120T031500.000Z-12", SearchCursor.digest(search), -1, 10_000_000, 77, 1.25f);
        assertThat(cursor.text()).hasSizeLessThan(90).matches("[A-Za-z0-9_-]+");
        assertThat(SearchCursor.of(search.toBuilder().cursor(cursor.text()).build()))
                .isEqualTo(cursor);
    }

    @Test
    void digest_valuesInAnotherOrder_isTheSame() {
        SearchRequest one = SearchRequest.builder()
                .publishers(List.of("a", "b"))
                .years(List.of(2019, 2018))
                .build();
        SearchRequest other = SearchRequest.builder()
                .publishers(List.of("b", "a"))
                .years(List.of(2018, 2019))
                .build();
        assertThat(SearchCursor.digest(other)).isEqualTo(SearchCursor.digest(one));
    }

    @Test
    void digest_sameTextsInOtherParts_isAnother() {
        assertThat(List.of(
                        SearchCursor.digest(SearchRequest.of("x")),
                        SearchCursor.digest(
                                SearchRequest.builder().tags(List.of("x")).build()),
                        SearchCursor.digest(
                                SearchRequest.builder().publishers(List.of("x")).build()),
                        SearchCursor.digest(
                                SearchRequest.builder().tags(List.of("x", "y")).build()),
                        SearchCursor.digest(
                                SearchRequest.builder().tags(List.of("x1:y")).build())))
                .doesNotHaveDuplicates();
    }

    @Test
    void search_cursorOfAnotherVersion_isRefusedAsSuch() {
        byte[] bytes = bytes(cursor(search(Sort.RELEVANCE)));
        bytes[0]++;
        checkRefused(signed(bytes), "another version");
    }

    @Test
    void search_partsThatCannotBe_areRefused() {
        SearchRequest search = search(Sort.RELEVANCE);
        SearchCursor good =
                SearchCursor.of(search.toBuilder().cursor(cursor(search)).build());
        String generation = good.generation();
        long reading = good.reading();
        for (SearchCursor bad : List.of(
                new SearchCursor(generation, good.search(), reading, 0, 0, 1),
                new SearchCursor(generation, good.search(), reading, -1, 0, 1),
                new SearchCursor(generation, good.search(), reading, Integer.MIN_VALUE, 0, 1),
                new SearchCursor(generation, good.search(), reading, Integer.MAX_VALUE, 0, 1),
                new SearchCursor(generation, good.search(), reading, ARTICLES + 1, 0, 1),
                new SearchCursor(generation, good.search(), reading, 1, -1, 1),
                new SearchCursor(generation, good.search(), reading, 1, ARTICLES, 1),
                new SearchCursor(generation, good.search(), reading, 1, Integer.MAX_VALUE, 1),
                new SearchCursor(generation, good.search(), reading, 1, 0, Float.NaN),
                new SearchCursor(generation, good.search(), reading, 1, 0, Float.POSITIVE_INFINITY),
                new SearchCursor("", good.search(), reading, 1, 0, 1),
                new SearchCursor("../../etc", good.search(), reading, 1, 0, 1),
                new SearchCursor("a\nb", good.search(), reading, 1, 0, 1),
                new SearchCursor("<b>", good.search(), reading, 1, 0, 1),
                new SearchCursor("x".repeat(101), good.search(), reading, 1, 0, 1))) {
            checkRefused(bad.text(), "This is no cursor");
        }
    }

    @Test
    void search_generationNeverHeardOf_isGone() {
        SearchRequest search = search(Sort.RELEVANCE);
        SearchCursor cursor = new SearchCursor("20001120T031500.000Z-1", SearchCursor.digest(search), 0, 1, 0, 1);
        assertThatThrownBy(() ->
                        engine.search(search.toBuilder().cursor(cursor.text()).build()))
                .isInstanceOf(CursorGoneException.class);
    }

    private static void checkRefused(String cursor, String why) {
        assertThatThrownBy(() -> engine.search(
                        search(Sort.RELEVANCE).toBuilder().cursor(cursor).build()))
                .as(cursor)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("first page");
    }

    @Test
    void search_anyChangedCursor_isAnsweredOrRefused() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<SearchRequest> searches =
                Stream.of(Sort.values()).map(SearchCursorTest::search).toList();
        List<byte[]> cursors = searches.stream().map(s -> bytes(cursor(s))).toList();
        int answered = 0;
        for (int i = 0; i < 5_000; i++) {
            int known = random.nextInt(searches.size());
            SearchRequest search = searches.get(known);
            byte[] bytes = cursors.get(known).clone();
            if (random.nextInt(10) == 0) {
                bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
            }
            String cursor = changed(bytes, random);
            if (cursor.isBlank() || cursor.length() > SearchRequest.MAX_CURSOR_LENGTH) {
                continue;
            }
            try {
                int hits = engine.search(search.toBuilder().cursor(cursor).build())
                        .hits()
                        .size();
                assertThat(hits).isBetween(0, 3);
                answered++;
            } catch (InvalidRequestException e) {
                assertThat(e.parameter()).isEqualTo("cursor");
            } catch (CursorGoneException e) {
                assertThat(e).hasMessageContaining("first page");
            } catch (RuntimeException e) {
                fail("cursor " + cursor + " of " + search + ", seed " + seed, e);
            }
        }
        assertThat(answered).as("seed %d", seed).isBetween(500, 4_500);
    }

    /** The bytes with a few changed, cut or added; half of them with the checksum they need. */
    private static String changed(byte[] bytes, Random random) {
        byte[] changed = Arrays.copyOf(bytes, random.nextInt(5) > 0 ? bytes.length : random.nextInt(200));
        for (int n = random.nextInt(4); n > 0 && changed.length > 0; n--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        }
        if (random.nextBoolean() && changed.length >= Integer.BYTES) {
            return signed(changed);
        }
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
        if (random.nextInt(3) > 0 || text.isEmpty()) {
            return text;
        }
        StringBuilder broken = new StringBuilder(text);
        broken.setCharAt(random.nextInt(text.length()), (char) random.nextInt(Character.MAX_VALUE));
        return broken.toString();
    }

    private static byte[] bytes(String cursor) {
        return Base64.getUrlDecoder().decode(cursor);
    }

    private static String signed(byte[] bytes) {
        ByteBuffer.wrap(bytes).putInt(bytes.length - Integer.BYTES, SearchCursor.checksum(bytes));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
