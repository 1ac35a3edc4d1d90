package archsearch.searcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.glossary.Glossary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryExpansionTest {
    private static final GlossaryTerms TERMS = terms("""
            秒杀\tflash sale | seckill\tbusiness
            秒杀系统\tflash sale system\tbusiness
            分布式\tdistributed\tarchitecture
            锁\tlock\tconcurrency
            分布式锁\tdistributed lock\tconcurrency
            网关\tgateway\tarchitecture
            API 网关\tAPI gateway\tarchitecture
            中台\tmiddle platform\tarchitecture
            \toperating system | ~OS\tos
            如何\thow to\tgeneral
            设计\tdesign\tgeneral
            """);

    private static GlossaryTerms terms(String lines) {
        try {
            return GlossaryTerms.of(
                    Glossary.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), "terms"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tree in short: {@code [literal => partner/partner]} for a term, {@code {pieces}} for a run of Han characters. */
    private static String shown(List<QueryNode> nodes) {
        return nodes.stream().map(QueryExpansionTest::shown).collect(Collectors.joining(" "));
    }

    private static String shown(QueryNode node) {
        return switch (node) {
            case QueryNode.Words n -> n.text();
            case QueryNode.Glossed n -> "[" + shown(n.literal()) + " => " + String.join("/", n.partners()) + "]";
            case QueryNode.Pieced n -> "{" + shown(n.pieces()) + "}";
            case QueryNode.AllOf n -> "(" + shown(n.nodes()) + ")";
            case QueryNode.AnyOf n -> "any(" + shown(n.nodes()) + ")";
            case QueryNode.MostOf n -> n.minimum() + " of (" + shown(n.nodes()) + ")";
            case QueryNode.Preferred n -> "?" + shown(n.node());
            case QueryNode.Not n -> "-" + shown(n.node());
            case QueryNode.Phrase n -> '"' + n.text() + '"';
            default -> node.toString();
        };
    }

    private static QueryNode.AllOf expanded(String q) {
        return QueryExpansion.of(QueryParser.parse(q).root(), TERMS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    kafka                 | kafka
                    秒杀                  | [秒杀 => flash sale/seckill]
                    flash sale            | [(flash sale) => 秒杀/seckill]
                    Flash‑Sales           | [(Flash Sales) => 秒杀/flash sale/seckill]
                    sale flash            | sale flash
                    秒殺                  | [秒殺 => flash sale/seckill]
                    分布式锁              | [{[分布式 => distributed] [锁 => lock]} => distributed lock]
                    分布式 锁             | [([分布式 => distributed] [锁 => lock]) => distributed lock]
                    distributed lock      | [([distributed => 分布式] [lock => 锁]) => 分布式锁]
                    秒杀系统              | [{[秒杀 => flash sale/seckill] 系统} => flash sale system]
                    API网关               | [(API [网关 => gateway]) => API gateway]
                    集中台湾              | {集中 台湾}
                    os                    | [os => operating system]
                    operating system      | operating system
                    how to lock           | ?[(how to) => 如何] [lock => 锁]
                    如何秒杀              | {?[如何 => how to] [秒杀 => flash sale/seckill]}
                    "flash sale"          | "flash sale"
                    kafka -秒杀           | kafka -秒杀
                    秒杀 OR lock          | any([秒杀 => flash sale/seckill] [lock => 锁])
                    (flash sale)          | [(flash sale) => 秒杀/seckill]
                    """)
    void of_query_recognisesTerms(String q, String expected) {
        assertThat(shown(expanded(q).nodes())).isEqualTo(expected);
    }

    @Test
    void of_anyQuery_keepsItsText() {
        for (String q : List.of("𠮷野家 秒杀", "e\u0301tat 分布式锁", "ＡＰＩ网关", "\uD842 broken", "a b c d e f g h i j k")) {
            assertThat(new ParsedQuery(expanded(q), List.of()).readBack()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a1 b1 c1               | 0     | a1 b1 c1
                    a1 b1 c1 d1            | 50    | a1 b1 c1 d1
                    a1 b1 c1 d1            | 2     | 2 of (a1 b1 c1 d1)
                    a1 b1 "x y" d1 e1      | 0     | "x y" 2 of (a1 b1 d1 e1)
                    a1 b1 c1 d1 lang:en    | 0     | Value[dim=LANG, value=en] 2 of (a1 b1 c1 d1)
                    """)
    void relaxation_ofFewArticles_requiresFewerWords(String q, int articles, String expected) throws IOException {
        assertThat(shown(Relaxation.of(expanded(q), TERMS, query -> articles).nodes()))
                .isEqualTo(expected);
    }

    @Test
    void relaxation_enoughArticlesForSomeWords_requiresThatMany() throws IOException {
        QueryNode.AllOf query = expanded("a1 b1 c1 d1 e1 f1");
        QueryNode.AllOf relaxed = Relaxation.of(
                query, TERMS, q -> q.nodes().getLast() instanceof QueryNode.MostOf m ? 100 - 12 * m.minimum() : 0);
        assertThat(shown(relaxed.nodes())).isEqualTo("4 of (a1 b1 c1 d1 e1 f1)");
    }

    @Test
    void relaxation_ofProse_requiresAWordInTen() throws IOException {
        QueryNode.AllOf prose = expanded("a1 b1 c1 d1 e1 f1 g1 h1 i1 \"x y\"");
        assertThat(shown(Relaxation.of(prose, TERMS, q -> 1_000).nodes()))
                .isEqualTo("1 of (a1 b1 c1 d1 e1 f1 g1 h1 i1 \"x y\")");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    分布式锁设计        | 10    | {[{[分布式 => distributed] [锁 => lock]} => distributed lock] [设计 => design]}
                    网关设计            | 3     | ?[设计 => design] any(({[网关 => gateway] [设计 => design]}) 1 of ([网关 => gateway]))
                    网关设计            | 0     | {[网关 => gateway] [设计 => design]}
                    设计                | 0     | [设计 => design]
                    kafka 网关          | 0     | kafka [网关 => gateway]
                    title:网关 设计     | 0     | [网关 => gateway] [设计 => design]
                    kafka redis         | 0     | kafka redis
                    """)
    void relaxation_ofFewChineseWords_requiresTheSubject(String q, int articles, String expected) throws IOException {
        // Less required finds twice as many.
        Relaxation.Count count = query -> query.equals(expanded(q)) ? articles : 2 * articles;
        assertThat(shown(Relaxation.of(expanded(q), TERMS, count).nodes())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    秒杀中台            | any(({[秒杀 => flash sale/seckill] [中台 => middle platform]}) 1 of ([秒杀 => flash sale/seckill] [中台 => middle platform]))
                    秒杀 中台           | any(([秒杀 => flash sale/seckill] [中台 => middle platform]) 1 of ([秒杀 => flash sale/seckill] [中台 => middle platform]))
                    分布式锁            | any(([{[分布式 => distributed] [锁 => lock]} => distributed lock]) 1 of ([{[分布式 => distributed] [锁 => lock]} => distributed lock]) 1 of ([分布式 => distributed] [锁 => lock]))
                    """)
    void relaxation_ofChineseWordsThatNoArticleHasTogether_requiresHalf(String q, String expected) throws IOException {
        Relaxation.Count count = query -> query.nodes().getLast() instanceof QueryNode.AnyOf any
                        && any.nodes().getLast() instanceof QueryNode.MostOf most
                        && 2 * most.minimum() <= most.nodes().size()
                ? 5
                : 0;
        assertThat(shown(Relaxation.of(expanded(q), TERMS, count).nodes())).isEqualTo(expected);
    }
}
