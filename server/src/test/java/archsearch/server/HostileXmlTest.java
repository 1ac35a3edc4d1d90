package archsearch.server;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import archsearch.searcher.Repost;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Articles whose every field is made to break out of XML or of a script element. */
class HostileXmlTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** As a browser finds it: up to the next end, whatever stands before it. */
    private static final Pattern SCRIPT =
            Pattern.compile("(?is)<script(?: type=\"application/ld\\+json\")?>(?<data>.*?)</script");

    private static final List<String> EVIL = List.of(
            "]]>",
            "<![CDATA[x]]>",
            "<!-- <script>",
            "<script><!--",
            "</script><script>alert(1)</script>",
            "</SCRIPT\t>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
            "&lt;&amp;&#0;&#xD800;&nbsp;",
            "<?xml version=\"1.0\"?>",
            "'\" onload=\"x",
            "\u0000\u0001\u0008\u000B\u000C\u001F\u007F\u0085\u009F",
            "a\r\nb\rc\td",
            "\uD800 lone \uDC00 \uDBFF",
            "\uFFFE\uFFFF",
            "\uD83D\uDE80 \uD840\uDC0B",
            "\u202E\u2066\u200F\u061C evil \u2069",
            "\u2028 \u2029",
            "{{7*7}} ${7*7} \\u003c \\",
            "javascript:alert(1)",
            "http://example.com/<x>");

    private static List<Article> articles(List<String> texts) {
        List<Article> articles = new ArrayList<>();
        for (String text : texts) {
            articles.add(Article.builder("title " + text, "publisher " + text, LocalDate.of(2020, 1, 1))
                    // A path holds neither controls nor halves of characters.
                    .id("id" + articles.size() + text.replaceAll("[\\p{Cc}\\p{Cs}]", ""))
                    .summary("before " + text + " after")
                    .tags(List.of(text + "tag", "other"))
                    .category("category " + text)
                    .url(text)
                    .likes(1)
                    .build());
        }
        return articles;
    }

    private static void check(List<String> texts, String about) throws IOException, FeedException {
        List<Article> articles = articles(texts);
        try (TestSite site = new TestSite(articles)) {
            site.engine.reposts =
                    Map.of(articles.getFirst().id(), List.of(new Repost(articles.getLast(), Repost.Kind.STORY)));
            String xml = site.text("/feeds/search.atom?size=100");
            List<String> titles = Xml.children(AtomRules.check(xml), "entry").stream()
                    .map(e -> Xml.text(e, "title"))
                    .toList();
            assertThat(titles)
                    .as(about)
                    .containsExactlyInAnyOrderElementsOf(
                            articles.stream().map(a -> asXmlHolds(a.title())).toList());
            List<SyndEntry> read =
                    new SyndFeedInput().build(new StringReader(xml)).getEntries();
            assertThat(read).as(about).hasSize(articles.size());
            for (String path : List.of("/sitemap.xml", "/sitemap-tags.xml", "/sitemap-publishers.xml")) {
                Xml.parse(site.text(path));
            }
            assertThat(Xml.children(
                            Xml.parse(site.text("/sitemap-articles-2020-01-01-2020-12-31.xml"))
                                    .getDocumentElement(),
                            "url"))
                    .hasSize(articles.size());
            articles.forEach(article -> checkArticlePage(site, article, about));
        }
    }

    /** Filters and article ids also reach feeds from the address. */
    private static void checkRequests(List<String> texts) throws IOException {
        try (TestSite site = new TestSite(TestSite.articles(5))) {
            for (String text : texts) {
                String word = URLEncoder.encode("x" + text, StandardCharsets.UTF_8);
                AtomRules.check(site.text("/feeds/search.atom?q=" + word + "&tag=" + word + "&publisher=" + word));
                JSON.readTree(site.text("/suggest/opensearch?q=" + word));
            }
        }
    }

    private static void checkArticlePage(TestSite site, Article article, String about) {
        String path = "/articles/"
                + URLEncoder.encode(article.id(), StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(site.get(path).statusCode()).as(about + ' ' + path).isEqualTo(200);
        Matcher script = SCRIPT.matcher(site.text(path));
        assertThat(script.find()).as(about + ' ' + path).isTrue();
        JsonNode data = JSON.readTree(script.group("data"));
        assertThat(script.find()).as(about + ' ' + path).isFalse();
        assertThat(data.get("headline").asString()).as(about).isEqualTo(article.title());
        assertThat(data.get("description").asString()).isEqualTo(article.summary());
        assertThat(data.get("author").get("name").asString()).isEqualTo(article.publisher());
        assertThat(data.get("articleSection").asString()).isEqualTo(article.category());
        assertThat(data.get("keywords").get(0).asString())
                .isEqualTo(article.tags().getFirst());
        assertThat(data.get("url").asString()).matches("(?s)https?://[!-~]*");
    }

    /** What an XML reader gets where the writer replaces what XML cannot hold. */
    private static String asXmlHolds(String text) {
        StringBuilder held = new StringBuilder();
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            boolean allowed =
                    c == '\n' || c == '\t' || (c >= ' ' && !(c >= 0xD800 && c < 0xE000) && c != 0xFFFE && c != 0xFFFF);
            held.appendCodePoint(allowed ? c : 0xFFFD);
        });
        return held.toString();
    }

    @Test
    void hostileText_ofArticles_isOnlyText() throws IOException, FeedException {
        check(EVIL, "chosen by hand");
    }

    @Test
    void hostileText_ofRequests_isOnlyText() throws IOException {
        checkRequests(EVIL);
    }

    @Test
    void hostileText_madeAtRandom_isOnlyText() throws IOException, FeedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String pool =
                "<>&\"'/!-[]()ScriptCDATA; \t\n\r\u0000\u0001\u001F\u0085\u2028\u2029\uD800\uDC00\uFFFE\uFFFF\u202E秒杀";
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder("x");
            for (int n = random.nextInt(30); n >= 0; n--) {
                text.append(pool.charAt(random.nextInt(pool.length())));
            }
            texts.add(text.append('x').toString());
        }
        check(texts, "seed " + seed);
        checkRequests(texts);
    }
}
