package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import archsearch.searcher.ArticleResponse;
import archsearch.searcher.Hit;
import archsearch.searcher.Match;
import archsearch.searcher.Repost;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Suggestion;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
    private static final SearchRequest KAFKA = SearchRequest.of("kafka 消息");

    @Test
    void lines_piped_arePlainAndUnwrapped() {
        String summary =
                "Asynchronous logging through [Kafka] keeps the task center alive while its workers are replaced "
                        + "one by one, and a second queue takes what must not wait.";
        assertThat(piped(Answers.of(KAFKA, 1, Answers.hit(1, "Scaling [Kafka]", summary, "[Kafka]", "Task Center"))))
                .containsExactly(
                        "1. Scaling Kafka",
                        "   Youzan Coder · 2019-08-09 · Backend Development · 8 min read",
                        "   " + Answers.marked(summary).text(),
                        "   #Kafka  #Task Center",
                        "",
                        "1 article for kafka 消息 · 7 ms");
    }

    @Test
    void lines_onATerminal_areWrappedByColumnsWithMatchesInColour() {
        Hit hit = Answers.hit(12, "基于 [Kafka] 的[消息]系统", "用[消息]队列解耦下单与扣减库存，削峰填谷。", "[消息]队列");
        assertThat(shown(Answers.of(KAFKA, 1, hit), 30))
                .containsExactly(
                        "12. \u001B[1m基于 \u001B[0m\u001B[1;31mKafka\u001B[0m\u001B[1m 的\u001B[0m\u001B[1;31m消息\u001B[0m"
                                + "\u001B[1m系统\u001B[0m",
                        "    \u001B[2mYouzan Coder · 2019-08-09\u001B[0m",
                        "    \u001B[2m· Backend Development · 8\u001B[0m",
                        "    \u001B[2mmin read\u001B[0m",
                        "    用\u001B[1;31m消息\u001B[0m队列解耦下单与扣减库",
                        "    存，削峰填谷。",
                        "    \u001B[36m#\u001B[0m\u001B[1;31m消息\u001B[0m\u001B[36m队列\u001B[0m",
                        "",
                        "\u001B[2m1 article for kafka 消息 · 7 ms\u001B[0m");
    }

    @Test
    void lines_matchOverALineEnd_isMarkedOnBothLines() {
        assertThat(shown(Answers.of(KAFKA, 1, Answers.hit(1, "a", "用[消息队列解耦下单与扣减库存]吧")), 20))
                .contains("   用\u001B[1;31m消息队列解耦下\u001B[0m", "   \u001B[1;31m单与扣减库存\u001B[0m吧");
    }

    @Test
    void lines_hostileArticle_reachTheTerminalWithoutItsCommands() {
        Hit hit = Answers.hit(1, "a\u001B(0b\nc", "\u009B2J\u202Etxt", "t\u0007ag");
        Article article = hit.article();
        Hit hostile = new Hit(
                new Article(
                        article.id(),
                        article.title(),
                        article.summary(),
                        article.tags(),
                        "p\u001Bc",
                        article.date(),
                        "c\u001B]0;x\u0007",
                        0,
                        0,
                        article.lang(),
                        "http://x/\u001B[2J"),
                1,
                1,
                hit.title(),
                hit.summary(),
                hit.tags(),
                List.of(new Match("title", "b\u001B(0", "t\u0007")),
                List.of(),
                "why\u001B[2J\nnext");
        SearchRequest request = SearchRequest.of("q\u001B[2J");
        assertThat(piped(Answers.of(request, 1, hostile)))
                .hasSize(10)
                .allMatch(line -> line.chars().noneMatch(Character::isISOControl))
                .contains("1. a\uFFFD(0b c", "   \uFFFD2J\uFFFDtxt", "   title: t\uFFFD via b\uFFFD(0", "   next");
        assertThat(String.join("", shown(Answers.of(request, 1, hostile), 80)).replaceAll("\u001B\\[[0-9;]*m", ""))
                .matches(text -> text.chars().noneMatch(Character::isISOControl));
    }

    @Test
    void lines_reposts_sayWhereElse_aTitleOnlyWhereItIsAnother() {
        Hit hit = Answers.hit(1, "Scaling Kafka", "");
        List<Repost> reposts = Stream.of("Scaling Kafka", "Kafka \u001b[2Jscaled", "x", "y", "z")
                .map(title -> Article.builder(title, "Digest", LocalDate.of(2019, 9, 1))
                        .id("id of " + title)
                        .build())
                .map(article -> new Repost(article, Repost.Kind.TEXT))
                .toList();
        Hit grouped = new Hit(hit.article(), 1, 1, hit.title(), hit.summary(), hit.tags(), hit.why(), reposts, null);
        assertThat(piped(Answers.of(KAFKA, 1, grouped)))
                .containsSequence(
                        "   also at Digest · 2019-09-01 · id of Scaling Kafka",
                        "   also at Digest · 2019-09-01 · Kafka \uFFFD[2Jscaled · id of Kafka \uFFFD[2Jscaled",
                        "   also at Digest · 2019-09-01 · x · id of x",
                        "   and at 2 more",
                        "");
        ArticleResponse article =
                new ArticleResponse(hit.article(), reposts, Answers.of(KAFKA, 0).index());
        assertThat(new AnswerText(new Screen().piped()).lines(article))
                .contains("   also at Digest · 2019-09-01 · z · id of z".strip())
                .allMatch(line -> line.chars().noneMatch(Character::isISOControl));
    }

    @Test
    void lines_moreThanOnePage_nameTheCommandForTheNext() {
        SearchRequest second = KAFKA.toBuilder().page(2).size(1).build();
        assertThat(piped(Answers.of(second, 3, Answers.hit(2, "t", ""))))
                .endsWith(
                        "3 articles for kafka 消息 · page 2 of 3 · 7 ms",
                        "next: archsearch search --page 3 --size 1 'kafka 消息'");
        SearchRequest last = KAFKA.toBuilder().page(3).size(1).build();
        assertThat(piped(Answers.of(last, 3, Answers.hit(3, "t", ""))))
                .endsWith("3 articles for kafka 消息 · page 3 of 3 · 7 ms");
    }

    @Test
    void lines_noHits_nameSearchesThatHaveSome() {
        SearchRequest narrow = KAFKA.toBuilder().from(LocalDate.of(2025, 1, 1)).build();
        Suggestion wider = new Suggestion(Suggestion.Kind.DROP_FILTERS, KAFKA, 42, List.of("date:2025-01-01.."));
        assertThat(piped(Answers.of(narrow, 0, List.of(wider), List.of())))
                .containsExactly(
                        "0 articles for kafka 消息 · 7 ms",
                        "try without date:2025-01-01.. (42): archsearch search 'kafka 消息'");
    }

    @Test
    void lines_correctedQuery_saySoFirst() {
        SearchResponse found = Answers.corrected("kafak\u001b[2J", Answers.of(KAFKA, 1, Answers.hit(1, "t", "")));
        assertThat(piped(found).getFirst())
                .startsWith("no articles for kafak")
                .endsWith("; showing results for kafka 消息");
        assertThat(piped(found).getFirst()).doesNotContain("\u001b");
        assertThat(piped(found)).last().isEqualTo("1 article for kafka 消息 · 7 ms");
        SearchResponse nothing = Answers.corrected("kafak", Answers.of(KAFKA, 0));
        assertThat(piped(nothing)).startsWith("no articles for kafak; searched for kafka 消息");
    }

    @Test
    void lines_fewHits_nameWhatMayHaveBeenMeant() {
        Suggestion meant = new Suggestion(Suggestion.Kind.SPELLING, SearchRequest.of("kafka"), 42);
        assertThat(piped(Answers.of(KAFKA, 1, List.of(meant), List.of(Answers.hit(1, "t", "")))))
                .endsWith("1 article for kafka 消息 · 7 ms", "try this spelling (42): archsearch search kafka");
    }

    private static List<String> piped(SearchResponse response) {
        return new AnswerText(new Screen().piped()).lines(response);
    }

    private static List<String> shown(SearchResponse response, int columns) {
        return new AnswerText(new Screen().shown(columns)).lines(response);
    }
}
