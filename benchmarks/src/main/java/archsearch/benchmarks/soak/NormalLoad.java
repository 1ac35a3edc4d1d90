package archsearch.benchmarks.soak;

import static archsearch.benchmarks.soak.Words.encoded;

import archsearch.benchmarks.soak.SoakClient.Answer;
import archsearch.indexer.article.Article;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One who uses the site and its API as they are meant, until told to end. */
final class NormalLoad implements Callable<Void> {
    private static final Set<Integer> OK = Set.of(200);
    private static final Set<Integer> OK_OR_SAME = Set.of(200, 304);
    private static final Set<Integer> OK_OR_GONE = Set.of(200, 410);
    private static final int NOT_FOUND = 404;
    /** Milliseconds to look at an answer, at most. */
    private static final int LONGEST_PAUSE = 40;

    private static final int CURSOR_STEPS = 4;

    private final SoakClient client;
    private final SoakCounts counts;
    private final KnownStates states;
    private final CountDownLatch end;
    private final Words words;
    private String tagged = "/api/v1/search";
    private String entityTag = "";

    NormalLoad(
            SoakClient client,
            SoakCounts counts,
            KnownStates states,
            CountDownLatch end,
            List<Article> articles,
            SplittableRandom random) {
        this.client = client;
        this.counts = counts;
        this.states = states;
        this.end = end;
        this.words = new Words(articles, random);
    }

    @Override
    public @Nullable Void call() throws InterruptedException {
        while (!end.await(words.number(LONGEST_PAUSE), TimeUnit.MILLISECONDS)) {
            askOnce();
        }
        return null;
    }

    private void askOnce() throws InterruptedException {
        switch (words.number(20)) {
            case 0, 1, 2 -> client.ask(search("/search"), OK, "Accept", "text/html", "Accept-Language", language());
            case 3, 4, 5 -> remember(search("/api/v1/search") + "&highlight=" + words.oneOf("html", "ranges", "none"));
            case 6 ->
                client.ask(
                        "/api/v1/search?q=" + encoded(words.words()) + "&facets=&size=100&page="
                                + (1 + words.number(5)),
                        OK);
            case 7, 8 -> suggest();
            case 9 ->
                client.ask(
                        "/api/v1/facets/" + words.oneOf("tag", "publisher", "category", "lang", "year") + "?q="
                                + encoded(words.word()),
                        OK);
            case 10 ->
                client.ask(words.oneOf("/tags", "/publishers", "/api/v1/tags", "/api/v1/publishers?size=50"), OK);
            case 11 ->
                client.ask("/tags/" + encoded(words.article().tags().getFirst()) + words.oneOf("", "/feed.atom"), OK);
            case 12 -> client.ask("/feeds/search.atom?q=" + encoded(words.word()), OK);
            case 13, 14 -> article();
            case 15 -> client.ask("/api/v1/articles/" + words.article().id() + "/similar", OK);
            case 16 -> cursor();
            case 17 -> again();
            case 18 -> total();
            default ->
                client.ask(
                        words.oneOf(
                                "/",
                                "/help",
                                "/trends",
                                "/api",
                                "/api/v1/stats",
                                "/sitemap.xml",
                                "/healthz",
                                "/readyz",
                                "/publishers/" + encoded(words.article().publisher()),
                                "/suggest/opensearch?q=" + encoded(words.word())),
                        OK);
        }
    }

    private String language() {
        return words.oneOf("en", "zh-CN,zh;q=0.9");
    }

    private String search(String path) {
        StringBuilder url = new StringBuilder(path).append("?q=").append(encoded(words.words()));
        if (words.number(3) == 0) {
            url.append("&lang=").append(words.oneOf("zh", "en"));
        }
        if (words.number(4) == 0) {
            url.append("&tag=").append(encoded(words.article().tags().getFirst()));
        }
        if (words.number(6) == 0) {
            url.append("&year=").append(2015 + words.number(10));
        }
        if (words.number(4) == 0) {
            url.append("&sort=").append(words.oneOf("newest", "oldest", "likes", "minutes"));
        }
        return url.toString();
    }

    private void remember(String path) throws InterruptedException {
        Answer answer = client.ask(path, OK);
        if (answer != null && !answer.entityTag().isEmpty()) {
            tagged = path;
            entityTag = answer.entityTag();
        }
    }

    /** Asks whether an earlier answer still holds. */
    private void again() throws InterruptedException {
        if (!entityTag.isEmpty()) {
            client.ask(tagged, OK_OR_SAME, "If-None-Match", entityTag);
        }
    }

    /** As a box asks while somebody types. */
    private void suggest() throws InterruptedException {
        String word = words.oneOf(words.word(), "jiagou", "fenbushi", "weifuwu");
        for (int typed = 1; typed <= Math.min(4, word.length()); typed++) {
            client.ask("/api/v1/suggest?q=" + encoded(word.substring(0, typed)), OK);
        }
    }

    /** Every state of the index has the article. */
    private void article() throws InterruptedException {
        String id = words.article().id();
        Answer answer = client.ask(words.oneOf("/articles/", "/api/v1/articles/") + id, OK);
        if (answer != null && answer.status() == NOT_FOUND) {
            counts.lost(1, "article " + id + " was not found, which every dump has");
        }
    }

    private void cursor() throws InterruptedException {
        String path = "/api/v1/search?q=" + encoded(words.word()) + "&facets=&size=10";
        Answer answer = client.ask(path, OK);
        for (int step = 0; answer != null && answer.status() == 200 && step < CURSOR_STEPS; step++) {
            JsonNode next = answer.json().path("nextCursor");
            if (!next.isString()) {
                return;
            }
            answer = client.ask(path + "&cursor=" + encoded(next.asString()), OK_OR_GONE);
        }
    }

    /** No search may see a part of a state. */
    private void total() throws InterruptedException {
        Answer answer = client.ask("/api/v1/search?group=off&facets=&size=1", OK);
        if (answer != null && answer.status() == 200) {
            JsonNode json = answer.json();
            int total = json.path("total").path("value").asInt();
            if (!json.path("partial").asBoolean() && !states.isPossible(total)) {
                counts.lost(1, "a search saw " + total + " articles, which no state of the index has");
            }
        }
    }
}
