package archsearch.searcher.lucene;

import archsearch.searcher.query.QueryNode;
import archsearch.searcher.query.QueryWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** All that may stand in place of the words of a query, and the best way through it. Not thread-safe. */
final class Rewordings {
    /** Queries that are counted. */
    private static final int COUNTED = 40;
    /** Combinations that are formed in search of them. */
    private static final int FORMED = 2_000;

    private final QueryWords words;
    private final int mostChanges;
    private final List<List<Rewording.Edit>> edits = new ArrayList<>();

    /**
     * @param length how many of the words are looked at
     * @param mostChanges how many edits may be made together
     */
    Rewordings(QueryWords words, int length, int mostChanges) {
        this.words = words;
        this.mostChanges = mostChanges;
        for (int i = 0; i < length; i++) {
            edits.add(new ArrayList<>());
        }
    }

    void add(Rewording.Edit edit) {
        edits.get(edit.from()).add(edit);
    }

    /** How many articles speak for a query; those that hardly do may count in part. */
    interface Support {
        double of(QueryNode.AllOf query) throws IOException;
    }

    /** The rewording that is likely in itself and has many articles; empty where none has any. */
    Optional<Rewording> best(Support support) throws IOException {
        Rewording best = null;
        double bestScore = Double.MAX_VALUE;
        Ways ways = new Ways();
        int counted = 0;
        for (Rewording way = ways.next(); way != null && counted < COUNTED; way = ways.next()) {
            int changes = way.replacements().size();
            boolean hopeful = way.cost() - Math.log10(Math.max(1, way.articles())) < bestScore;
            if (changes > 0 && changes <= mostChanges && hopeful) {
                counted++;
                double articles = support.of(words.with(way.replacements()));
                double score = way.cost() - Math.log10(articles);
                if (articles > 0 && score < bestScore) {
                    best = way;
                    bestScore = score;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** The ways through all words, the likeliest first. */
    private final class Ways {
        private final PriorityQueue<Rewording> open = new PriorityQueue<>(Comparator.comparingDouble(Rewording::cost));
        private int formed;

        Ways() {
            open.add(Rewording.START);
        }

        @Nullable Rewording next() {
            for (Rewording way = open.poll(); way != null && formed < FORMED; way = open.poll()) {
                if (way.at() == edits.size()) {
                    return way;
                }
                for (Rewording.Edit edit : edits.get(way.at())) {
                    open.add(way.with(edit));
                    formed++;
                }
            }
            return null;
        }
    }
}
