package archsearch.server.page;

import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts over time as bars, for people who see; the list of the same values beside it is for everybody. Sizes are in units of
 * the drawing.
 *
 * @param width of the drawing
 * @param bars in the order of time; times without hits are gaps
 * @param first the earliest time
 * @param last the latest time
 */
public record Histogram(int width, List<Bar> bars, String first, String last) {
    /** The height of the drawing, and of the tallest bar. */
    public static final int HEIGHT = 40;

    /** The width of a bar with the gap after it, and without. */
    private static final int STEP = 10;

    public static final int BAR = 8;

    /** A bar that is lower than this can hardly be seen. */
    private static final int LEAST = 2;

    /** Wider spans are drawn without their gaps, or one wrong date would make a thousand of them. */
    private static final int MAX_SPAN = 60;

    /**
     * One value.
     *
     * @param x of the left edge
     * @param y of the upper edge, counted from above
     * @param time the year or month, for the script
     */
    public record Bar(int x, int y, int height, String title, String href, boolean selected, String time) {}

    /**
     * What drawings that are to be compared have in common.
     *
     * @param places of the times, counted from the left
     * @param most the count of a bar of full height
     * @param first the earliest time
     * @param last the latest time
     */
    record Axis(Map<String, Integer> places, int most, String first, String last) {
        /** The axis of a dimension of time that has values: just as long and high as they need. */
        static Axis of(Facet facet) {
            List<Facet.Value> values = inTime(facet);
            return new Axis(
                    placed(facet.dim(), values),
                    values.stream().mapToInt(Facet.Value::count).max().orElse(1),
                    values.getFirst().value(),
                    values.getLast().value());
        }

        /** The same times at another scale. */
        Axis upTo(int count) {
            return new Axis(places, count, first, last);
        }

        private int width() {
            return STEP
                            * places.values().stream()
                                    .mapToInt(Integer::intValue)
                                    .max()
                                    .orElse(0)
                    + BAR;
        }

        private static Map<String, Integer> placed(FacetDim dim, List<Facet.Value> values) {
            int first = time(dim, values.getFirst().value());
            boolean gaps = time(dim, values.getLast().value()) - first < MAX_SPAN;
            Map<String, Integer> places = new HashMap<>();
            for (Facet.Value v : values) {
                places.put(v.value(), gaps ? time(dim, v.value()) - first : places.size());
            }
            return places;
        }
    }

    /**
     * Draws a dimension of time; null where there is nothing to compare.
     *
     * @param facet years or months
     * @param href where a click on a value leads
     */
    static @Nullable Histogram of(Wording words, Facet facet, Function<String, String> href) {
        return facet.values().size() < 2 ? null : on(Axis.of(facet), words, facet, href);
    }

    /** Draws a dimension of time on an axis that has a place for each of its values. */
    static Histogram on(Axis axis, Wording words, Facet facet, Function<String, String> href) {
        List<Bar> bars = new ArrayList<>();
        for (Facet.Value v : inTime(facet)) {
            int height =
                    v.count() == 0 ? 0 : Math.max(LEAST, (int) ((long) HEIGHT * v.count() / Math.max(1, axis.most())));
            String title = words.valueWithCount(words.facetValue(facet.dim(), v.value()), v.count());
            int x = STEP * axis.places().getOrDefault(v.value(), 0);
            bars.add(new Bar(x, HEIGHT - height, height, title, href.apply(v.value()), v.selected(), v.value()));
        }
        return new Histogram(
                axis.width(),
                bars,
                words.facetValue(facet.dim(), axis.first()),
                words.facetValue(facet.dim(), axis.last()));
    }

    /** The values of a dimension of time or length, the least first. */
    static List<Facet.Value> inTime(Facet facet) {
        Comparator<Facet.Value> order = facet.dim() == FacetDim.MONTH
                ? Comparator.comparing(v -> YearMonth.parse(v.value()))
                : Comparator.comparingInt(v -> Integer.parseInt(v.value()));
        return facet.values().stream().sorted(order).toList();
    }

    private static int time(FacetDim dim, String value) {
        if (dim == FacetDim.MONTH) {
            YearMonth month = YearMonth.parse(value);
            return month.getYear() * 12 + month.getMonthValue();
        }
        return Integer.parseInt(value);
    }
}
