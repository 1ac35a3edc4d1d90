package archsearch.searcher.lucene;

import archsearch.searcher.SearchRequest;
import archsearch.searcher.Sort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.ArrayUtil;

/**
 * Collects the best hits, of each group of reposts only the member that comes first in the order asked for. Articles that stand alone
 * are collected as ever; matching members of groups, which are few, are kept aside until all of them are known. Then the first of
 * each group joins the others. So everything is matched and scored once, and the total counts groups.
 */
final class GroupedHits implements CollectorManager<GroupedHits.Parted, TopFieldDocs> {
    private final List<LeafReaderContext> leaves;
    private final RepostGroups groups;
    private final RepostNumbers numbers;
    private final Sort order;
    private final TopFieldCollectorManager hits;

    private GroupedHits(IndexSnapshot snapshot, Sort order, TopFieldCollectorManager hits) {
        this.leaves = snapshot.searcher().getIndexReader().leaves();
        this.groups = snapshot.reposts();
        this.numbers = snapshot.repostNumbers();
        this.order = order;
        this.hits = hits;
    }

    /**
     * What collects the hits of a request.
     *
     * @param hits collects articles, in the request's order and without giving up before all are counted
     */
    static CollectorManager<?, TopFieldDocs> of(
            IndexSnapshot snapshot, SearchRequest request, TopFieldCollectorManager hits) {
        return request.grouped() && !snapshot.reposts().isEmpty()
                ? new GroupedHits(snapshot, request.sort(), hits)
                : hits;
    }

    @Override
    public Parted newCollector() {
        return new Parted(hits.newCollector());
    }

    @Override
    public TopFieldDocs reduce(Collection<Parted> parts) throws IOException {
        int[] shown = new int[groups.size()];
        float[] scores = new float[groups.size()];
        Arrays.fill(shown, -1);
        List<TopFieldCollector> collectors = new ArrayList<>();
        for (Parted part : parts) {
            collectors.add(part.alone);
            for (int i = 0; i < part.size; i++) {
                int place = groups.place(part.docs[i]);
                int group = groups.groupAt(place);
                float score = part.scores[i];
                if (shown[group] < 0 || numbers.isBefore(order, place, score, shown[group], scores[group])) {
                    shown[group] = place;
                    scores[group] = score;
                }
            }
        }
        collectors.add(collect(shown, scores));
        return hits.reduce(collectors);
    }

    /** Collects the shown members of groups as if the search had met them only now. */
    private TopFieldCollector collect(int[] shown, float[] scores) throws IOException {
        int[] places = Arrays.stream(shown).filter(p -> p >= 0).sorted().toArray();
        TopFieldCollector collector = hits.newCollector();
        Known known = new Known();
        int next = 0;
        for (LeafReaderContext leaf : leaves) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            if (next == places.length || groups.docs()[places[next]] >= end) {
                continue;
            }
            LeafCollector into = collector.getLeafCollector(leaf);
            into.setScorer(known);
            for (; next < places.length && groups.docs()[places[next]] < end; next++) {
                known.score = scores[groups.groupAt(places[next])];
                into.collect(groups.docs()[places[next]] - leaf.docBase);
            }
            into.finish();
        }
        return collector;
    }

    /** A score that was computed before. */
    private static final class Known extends Scorable {
        private float score;

        @Override
        public float score() {
            return score;
        }
    }

    /** Articles that stand alone, collected, and members of groups, kept aside. */
    final class Parted implements Collector {
        private final TopFieldCollector alone;
        private int[] docs = {};
        private float[] scores = {};
        private int size;

        private Parted(TopFieldCollector alone) {
            this.alone = alone;
        }

        private void keep(int doc, float score) {
            docs = ArrayUtil.grow(docs, size + 1);
            scores = ArrayUtil.grow(scores, size + 1);
            docs[size] = doc;
            scores[size++] = score;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
            boolean scored = scoreMode().needsScores();
            return new FilterLeafCollector(alone.getLeafCollector(leaf)) {
                private Scorable scorer = new Known();

                @Override
                public void setScorer(Scorable given) throws IOException {
                    scorer = given;
                    super.setScorer(given);
                }

                @Override
                public void collect(int doc) throws IOException {
                    if (groups.bits().get(leaf.docBase + doc)) {
                        keep(leaf.docBase + doc, scored ? scorer.score() : 0);
                    } else {
                        super.collect(doc);
                    }
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return alone.scoreMode();
        }

        @Override
        public void setWeight(Weight weight) {
            alone.setWeight(weight);
        }
    }
}
