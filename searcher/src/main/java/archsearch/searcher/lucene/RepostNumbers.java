package archsearch.searcher.lucene;

import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.Sort;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;

/**
 * The numbers of the articles in groups, which say what member of a group comes first in an order. They are read once for each
 * state of the index. A place is one in {@link RepostGroups#docs}. Immutable.
 */
final class RepostNumbers {
    private final int[] days;
    private final int[] likes;
    private final int[] minutes;
    /** Where an article stands among its group, the newest first, those of one day by id. */
    private final int[] ranks;

    private RepostNumbers(int[] days, int[] likes, int[] minutes, int[] ranks) {
        this.days = days;
        this.likes = likes;
        this.minutes = minutes;
        this.ranks = ranks;
    }

    static RepostNumbers read(IndexReader reader, RepostGroups groups) throws IOException {
        int[] docs = groups.docs();
        RepostNumbers numbers = new RepostNumbers(
                new int[docs.length], new int[docs.length], new int[docs.length], new int[docs.length]);
        String[] ids = new String[docs.length];
        for (LeafReaderContext leaf : reader.leaves()) {
            numbers.read(leaf, groups, ids);
        }
        numbers.rank(groups, ids);
        return numbers;
    }

    private void read(LeafReaderContext leaf, RepostGroups groups, String[] ids) throws IOException {
        int[] docs = groups.docs();
        NumericDocValues day = DocValues.getNumeric(leaf.reader(), IndexSchema.DATE);
        NumericDocValues liked = DocValues.getNumeric(leaf.reader(), IndexSchema.LIKES);
        NumericDocValues minute = DocValues.getNumeric(leaf.reader(), IndexSchema.MINUTES);
        SortedSetDocValues id = DocValues.getSortedSet(leaf.reader(), IndexSchema.ID);
        int end = leaf.docBase + leaf.reader().maxDoc();
        for (int place = groups.firstPlace(leaf.docBase); place < docs.length && docs[place] < end; place++) {
            int doc = docs[place] - leaf.docBase;
            days[place] = day.advanceExact(doc) ? (int) day.longValue() : 0;
            likes[place] = liked.advanceExact(doc) ? (int) liked.longValue() : 0;
            minutes[place] = minute.advanceExact(doc) ? (int) minute.longValue() : 0;
            ids[place] = id.advanceExact(doc) ? id.lookupOrd(id.nextOrd()).utf8ToString() : "";
        }
    }

    private void rank(RepostGroups groups, String[] ids) {
        Comparator<Integer> newestFirst =
                Comparator.comparingInt((Integer place) -> -days[place]).thenComparing(place -> ids[place]);
        for (int[] group : groups.places()) {
            int[] places = Arrays.stream(group)
                    .boxed()
                    .sorted(newestFirst)
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int i = 0; i < places.length; i++) {
                ranks[places[i]] = i;
            }
        }
    }

    /** The day of the article at a place, since 1970. */
    int day(int place) {
        return days[place];
    }

    /** The reading time of the article at a place; 0 where it is unknown. */
    int minutes(int place) {
        return minutes[place];
    }

    /**
     * Whether one member of a group comes before another in an order of hits.
     *
     * @param score relevance of the one; plays a part in that order only
     */
    boolean isBefore(Sort order, int one, float score, int other, float otherScore) {
        int first = switch (order) {
            case RELEVANCE -> Float.compare(otherScore, score);
            case NEWEST -> 0;
            case OLDEST -> Integer.compare(days[one], days[other]);
            case LIKES -> Integer.compare(likes[other], likes[one]);
            case MINUTES ->
                Integer.compare(IndexSchema.minutesOrder(minutes[one]), IndexSchema.minutesOrder(minutes[other]));
        };
        return first != 0 ? first < 0 : ranks[one] < ranks[other];
    }
}
