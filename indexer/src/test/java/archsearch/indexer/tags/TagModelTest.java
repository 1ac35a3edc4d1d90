package archsearch.indexer.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagModelTest {
    private static final KnownTags KNOWN = KnownTags.bundled();

    private static TagLearner learner() {
        return new TagLearner(KNOWN, TagDictionary.empty(), TagVocabulary.empty());
    }

    private static TagModel learned(List<ListingPages.Card> cards) {
        TagLearner learner = learner();
        TagLearner.Listing listing = learner.newListing();
        cards.forEach(c -> listing.add(c.glued()));
        return learner.learn();
    }

    /** Splits the line of the tags on a page of the listing tag with four other cards. */
    private static TagSplit split(String listingTag, String tags, String title) {
        TagLearner learner = learner();
        TagLearner.Listing listing = learner.newListing();
        GluedTags card = new GluedTags(tags.replace("|", ""), title, "");
        listing.add(card);
        boolean han = listingTag.codePoints().anyMatch(Character::isIdeographic);
        List<String> others = han
                ? List.of("MySQL%s", "Docker%s", "Git%s", "%s高性能")
                : List.of("%sZooKeeper", "ASM%s", "%svisualization", "%smobile");
        others.forEach(o -> listing.add(new GluedTags(o.formatted(listingTag), "", "")));
        TagModel model = learner.learn();
        assertThat(model.listingTag(listing.id())).contains(listingTag);
        return model.split(card, listing.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // a capital after a small letter, abbreviations side by side, no cue at all
                "Backend Architecture; Backend Architecture|DSL|Service Orchestration; Gateway Orchestration",
                "Backend Architecture; Apollo|Backend Architecture|Kafka; Configuration with Apollo",
                "Backend Architecture; Backend Architecture|RPC|SSO; Single sign-on",
                "Backend Architecture; Backend Architecture|identity strategy|membership system; A membership system",
                "Backend Architecture; Backend Architecture|Seckill|distributed-lock; Locks in a sale",
                "Backend Architecture; Backend Architecture|WOS|distributed storage; An object storage named WOS",
                "Backend Architecture; Backend Architecture|SpEL|Spring Boot; Rules in SpEL",
                "Backend Architecture; Backend Architecture|IM|Read Receipts; Read receipts for a messenger",
                "Backend Architecture; Backend Architecture|Microservices; Microservices at last",
                // signs and digits that belong to a name
                "Frontend; Frontend|HTTP/2|Node.js; Faster pages with HTTP/2",
                "Frontend; CSS|Frontend|Web3; Wallets in a page",
                "Operations; .NET|Operations|Windows Server; Patching .NET servers",
                "Mobile Development; Mobile Development|Swift|iOS; Swift on iOS",
                "Game Development; C++|Game Development|Unreal Engine; Unreal in C++",
                "Game Development; C#|Game Development|Unity; Unity scripts",
                "Java; Java|JavaScript|Kotlin; Languages compared",
                "Go; Go|Golang|gRPC; Services in Golang",
                // more than three
                "Databases; Databases|MVCC|MySQL|SQL|isolation levels; MVCC and isolation levels in MySQL",
                "Artificial Intelligence; Artificial Intelligence|GPU|LLM|RAG|vLLM; Serving an LLM with vLLM",
                // words the list does not have
                "Product Management; Product Management|Zorblat|wayfinding signage; Wayfinding signage at Zorblat",
                // Chinese
                "分布式系统; Kafka|分布式系统|高可用; Kafka 的高可用",
                "架构设计; 分库分表|架构设计|消息队列; 消息队列与分库分表",
                "前端; HTTP缓存|前端|性能优化; 用HTTP缓存加快页面",
                "人工智能; RAG|人工智能|大模型|智能体; 从大模型到智能体",
                "数据库; MySQL|慢查询|数据库|索引优化; 慢查询怎么办",
            })
    void split_gluedLine_tellsTagsApart(String listingTag, String tags, String title) {
        assertThat(split(listingTag, tags, title).tags()).containsExactly(tags.split("\\|"));
    }

    @Test
    void split_hyphenAndCaseDifferFromText_matches() {
        GluedTags card = new GluedTags("fund‑tradingquoll wrangling", "Fund Trading", "About quoll-wrangling.");
        assertThat(learner().learn().split(card, -1).tags()).containsExactly("fund‑trading", "quoll wrangling");
    }

    @Test
    void split_samplePage_everyCardRight() {
        List<ListingPages.Card> cards = SamplePage.cards();
        TagModel model = learned(cards);
        assertThat(cards).hasSize(86);
        assertThat(model.listingTag(0)).contains("Backend Architecture");
        assertThat(cards)
                .allSatisfy(c -> assertThat(model.split(c.glued(), 0).tags())
                        .as(c.glued().line())
                        .isEqualTo(c.tags()));
    }

    @Test
    void split_samplePageInPartsOfTwelve_everyCardRight() {
        List<ListingPages.Card> cards = SamplePage.cards();
        for (int from = 0; from + 12 <= cards.size(); from += 12) {
            List<ListingPages.Card> part = cards.subList(from, from + 12);
            TagModel model = learned(part);
            assertThat(part)
                    .allSatisfy(
                            c -> assertThat(model.split(c.glued(), 0).tags()).isEqualTo(c.tags()));
        }
    }

    @Test
    void learn_cardsInAnotherOrder_sameModel() {
        List<ListingPages.Card> cards = new ArrayList<>(SamplePage.cards());
        TagModel model = learned(cards);
        Collections.shuffle(cards, new Random(5));
        TagModel shuffled = learned(cards);
        assertThat(shuffled.vocabulary()).isEqualTo(model.vocabulary());
        assertThat(cards)
                .allSatisfy(c -> assertThat(shuffled.split(c.glued(), 0)).isEqualTo(model.split(c.glued(), 0)));
    }

    @Test
    void vocabulary_samplePage_countsCards() {
        TagVocabulary vocabulary = learned(SamplePage.cards()).vocabulary();
        assertThat(vocabulary.count("Backend Architecture")).isBetween(85.9, 86.1);
        assertThat(vocabulary.count("Microservices")).isBetween(17.0, 18.1);
        assertThat(vocabulary.count("Micro")).isZero();
    }

    @Test
    void split_tagsLearnedEarlier_help() {
        GluedTags card = new GluedTags("blorpwizzle fernstrand", "", "");
        TagVocabulary before = TagVocabulary.of(java.util.Map.of("blorp", 8, "wizzle fernstrand", 5));
        TagModel model = new TagLearner(KNOWN, TagDictionary.empty(), before).learn();
        assertThat(model.split(card, -1).tags()).containsExactly("blorp", "wizzle fernstrand");
        assertThat(model.vocabulary().count("blorp")).isEqualTo(8);
    }

    @Test
    void split_noSplitIsClear_lowConfidence() {
        TagSplit split = learner().learn().split(new GluedTags("qwertzuiopvbnm", "", ""), -1);
        assertThat(String.join("", split.tags())).isEqualTo("qwertzuiopvbnm");
        TagSplit han = learner().learn().split(new GluedTags("开源模型车联网", "", ""), -1);
        assertThat(han.confidence()).isLessThan(TagSplit.SURE);
    }

    @Test
    void split_emptyLine_noTag() {
        assertThat(learner().learn().split(new GluedTags("", "Title", ""), 0))
                .isEqualTo(new TagSplit(List.of(), 1, ""));
    }

    @Test
    void split_lineOverLimit_oneTagOfConfidenceZero() {
        String line = "Kafka".repeat(81);
        assertThat(learner().learn().split(new GluedTags(line, "", ""), 0))
                .isEqualTo(new TagSplit(List.of(line), 0, line));
    }

    @Test
    void listingTag_oneCardOrNone_empty() {
        TagLearner learner = learner();
        learner.newListing();
        TagLearner.Listing one = learner.newListing();
        one.add(new GluedTags("KafkaMicroservices", "", ""));
        TagModel model = learner.learn();
        assertThat(model.listingTag(0)).isEmpty();
        assertThat(model.listingTag(one.id())).isEmpty();
        assertThat(model.listingTag(2)).isEmpty();
        assertThat(model.listingTag(-1)).isEmpty();
    }

    @Test
    void listingTag_strayCardOnPage_isFound() {
        List<ListingPages.Card> cards = new ArrayList<>(SamplePage.cards().subList(0, 12));
        cards.add(new ListingPages.Card(new GluedTags("CSSReact", "React", ""), List.of("CSS", "React")));
        TagModel model = learned(cards);
        assertThat(model.listingTag(0)).contains("Backend Architecture");
        assertThat(model.split(cards.getLast().glued(), 0).tags()).containsExactly("CSS", "React");
    }
}
