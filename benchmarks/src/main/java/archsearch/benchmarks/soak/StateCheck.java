package archsearch.benchmarks.soak;

import archsearch.benchmarks.soak.SoakClient.Answer;
import archsearch.indexer.article.Article;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks through a running server at what the index holds. Not thread-safe. */
final class StateCheck {
    private static final Set<Integer> OK = Set.of(200);
    private static final Set<Integer> OK_OR_NOT_FOUND = Set.of(200, 404);
    private static final int NOT_FOUND = 404;
    private static final int SAMPLE = 20;
    /** Longer than anybody should wait; a server that was killed meanwhile has to start first. */
    private static final long FOLLOWS_WITHIN_SECONDS = 30;

    private static final int TRIES = 50;
    private static final int MILLIS_BETWEEN = 20;

    private final SoakClient client;
    private final List<Article> always;
    private final SplittableRandom random;
    private final CountDownLatch never = new CountDownLatch(1);
    /** Articles that were in some state lately, the first of which are forgotten. */
    private final List<String> seen = new ArrayList<>();

    StateCheck(SoakClient client, List<Article> always, SplittableRandom random) {
        this.client = client;
        this.always = always;
        this.random = random;
    }

    /** Waits until the server serves a generation; false where that takes too long. */
    boolean follows(String generation) throws InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(FOLLOWS_WITHIN_SECONDS)) {
            Answer answer = client.ask("/api/v1/search?facets=&size=1&highlight=none", OK);
            if (answer != null
                    && answer.status() == 200
                    && answer.json()
                            .path("index")
                            .path("generation")
                            .asString("")
                            .equals(generation)) {
                return true;
            }
            never.await(MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    /** What differs from a state, in words; empty where nothing does. */
    List<String> differences(IndexState state) throws InterruptedException {
        List<String> differences = new ArrayList<>();
        Answer all = ask("/api/v1/search?group=off&facets=&size=1&highlight=none", OK);
        int total = all == null ? -1 : all.json().path("total").path("value").asInt(-1);
        if (total != state.articles()) {
            differences.add(total + " articles instead of " + state.articles());
        }
        Map<String, @Nullable Integer> wanted = new HashMap<>();
        for (int i = 0; i < SAMPLE; i++) {
            Article article = always.get(random.nextInt(always.size()));
            wanted.put(article.id(), article.likes());
            if (!seen.isEmpty()) {
                String other = seen.get(random.nextInt(seen.size()));
                wanted.put(other, state.versions().get(other));
            }
        }
        List<String> own = List.copyOf(state.versions().keySet());
        for (int i = 0; i < 2 * SAMPLE && !own.isEmpty(); i++) {
            String id = own.get(random.nextInt(own.size()));
            wanted.put(id, state.versions().get(id));
        }
        for (Map.Entry<String, @Nullable Integer> article : wanted.entrySet()) {
            Integer found = version(article.getKey());
            if (!Objects.equals(found, article.getValue())) {
                differences.add("article " + article.getKey() + " is " + inWords(found) + " instead of "
                        + inWords(article.getValue()));
            }
        }
        return differences;
    }

    /** Looks from now on also for what this state has, in states that have it not. */
    void remember(IndexState state) {
        Set<String> known = new HashSet<>(seen);
        state.versions().keySet().stream().filter(known::add).forEach(seen::add);
    }

    private static String inWords(@Nullable Integer version) {
        return version == null ? "absent" : "version " + version;
    }

    /** The version of an article; null where there is none. */
    private @Nullable Integer version(String id) throws InterruptedException {
        Answer answer = ask("/api/v1/articles/" + id, OK_OR_NOT_FOUND);
        if (answer == null) {
            return -1;
        }
        return answer.status() == NOT_FOUND ? null : answer.json().path("likes").asInt(-1);
    }

    /** Asks until there is an answer: the server may be down, or busy. */
    private @Nullable Answer ask(String path, Set<Integer> expected) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            Answer answer = client.ask(path, expected);
            if (answer != null && answer.outcome() == Outcome.ANSWERED) {
                return answer;
            }
            never.await(MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
        }
        return null;
    }
}
