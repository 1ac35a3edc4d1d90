package archsearch.indexer.dump;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The lines between a card's line of likes and the next card's date line: the first card's title again, a header perhaps, and
 * the second card's publisher twice. Any of them may be missing, doubled or damaged; the repetitions tell which line is which.
 *
 * @param repeat the line that repeats the title, or what stands in its place; null where there is none
 * @param stray lines that belong to the first card but have no place in it
 * @param header the header's lines; empty where there is none
 * @param publisher the lines that name the next card's publisher; should be equal
 * @param unowned lines that belong to neither card
 */
record ListingGap(
        @Nullable Line repeat, List<Line> stray, List<Line> header, List<Line> publisher, List<Line> unowned) {

    /** Nothing between two cards. */
    static final ListingGap EMPTY = new ListingGap(null, List.of(), List.of(), List.of(), List.of());

    /**
     * Sorts the lines.
     *
     * @param lines the lines between the cards
     * @param isTitle whether a line is the first card's title; null where no card is before
     * @param titlesRepeat whether the cards before repeated their titles
     */
    static ListingGap of(List<Line> lines, @Nullable Predicate<Line> isTitle, boolean titlesRepeat) {
        List<Line> filled = lines.stream().filter(line -> !line.isBlank()).toList();
        int first = -1;
        int last = -1;
        for (int i = 0; i < filled.size(); i++) {
            Line line = filled.get(i);
            if (line.fault() == null
                    && ListingLines.header(line.text()).isPresent()
                    && !(isTitle != null && i == 0 && isTitle.test(line))) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first >= 0) {
            return aroundHeader(filled, first, last, isTitle);
        }
        if (isTitle == null) {
            return publisherOnly(filled, List.of());
        }
        return withoutHeader(filled, isTitle, titlesRepeat);
    }

    private static ListingGap aroundHeader(List<Line> lines, int first, int last, @Nullable Predicate<Line> isTitle) {
        List<Line> header = lines.subList(first, last + 1);
        List<Line> before = lines.subList(0, first);
        List<Line> after = lines.subList(last + 1, lines.size());
        boolean full = header.size() >= 3;
        // A line next to an incomplete header is most likely the header's own, damaged.
        if (!full && after.size() >= 2 && pageOf(header) == 0 && !same(after.get(0), after.get(1))) {
            after = after.subList(1, after.size());
        }
        if (isTitle == null) {
            return publisherOnly(after, header);
        }
        Line repeat = before.isEmpty() ? null : before.getFirst();
        List<Line> stray = before.stream()
                .skip(1)
                .filter(line -> !isTitle.test(line))
                .skip(full ? 0 : 1)
                .toList();
        ListingGap rest = publisherOnly(after, header);
        return new ListingGap(repeat, stray, header, rest.publisher, rest.unowned);
    }

    private static int pageOf(List<Line> header) {
        return header.stream()
                .flatMap(line -> ListingLines.header(line.text()).stream())
                .mapToInt(ListingLines.HeaderLine::page)
                .max()
                .orElse(0);
    }

    /** No card before: the last lines name the publisher, what stands before them belongs to no card. */
    private static ListingGap publisherOnly(List<Line> lines, List<Line> header) {
        int from = publisherStart(lines);
        return new ListingGap(null, List.of(), header, lines.subList(from, lines.size()), lines.subList(0, from));
    }

    /** Where the trailing run of equal lines starts; two different lines are taken together, to be compared. */
    private static int publisherStart(List<Line> lines) {
        int from = lines.size() - 1;
        if (from <= 0) {
            return 0;
        }
        if (!same(lines.get(from), lines.get(from - 1))) {
            return from - 1;
        }
        while (from > 0 && same(lines.get(from), lines.get(from - 1))) {
            from--;
        }
        return from;
    }

    private static ListingGap withoutHeader(List<Line> lines, Predicate<Line> isTitle, boolean titlesRepeat) {
        int titles = 0;
        while (titles < lines.size() && isTitle.test(lines.get(titles))) {
            titles++;
        }
        if (titles > 0) {
            // A publisher may have the title for a name: then all lines are equal.
            int kept = titles > 1 && titles == lines.size() ? titles - 1 : titles;
            ListingGap rest = publisherOnly(lines.subList(kept, lines.size()), List.of());
            return new ListingGap(lines.getFirst(), List.of(), List.of(), rest.publisher, rest.unowned);
        }
        int at = 1;
        while (at < Math.min(3, lines.size()) && !isTitle.test(lines.get(at))) {
            at++;
        }
        if (at < Math.min(3, lines.size())) {
            return displacedTitle(lines, at);
        }
        return withoutTitle(lines, titlesRepeat);
    }

    /** The title is there but not first: a line of the publisher changed places with it, or a line slipped in. */
    private static ListingGap displacedTitle(List<Line> lines, int at) {
        List<Line> before = lines.subList(0, at);
        List<Line> after = lines.subList(at + 1, lines.size());
        Line publisher = after.isEmpty() ? before.getFirst() : after.getFirst();
        boolean swapped = before.stream().allMatch(line -> same(line, publisher));
        List<Line> names = new ArrayList<>(after);
        if (swapped) {
            names.addAll(before);
        }
        ListingGap rest = publisherOnly(names, List.of());
        return new ListingGap(lines.get(at), swapped ? List.of() : before, List.of(), rest.publisher, rest.unowned);
    }

    private static ListingGap withoutTitle(List<Line> lines, boolean titlesRepeat) {
        int count = lines.size();
        boolean allSame = lines.stream().allMatch(line -> same(line, lines.getFirst()));
        if (allSame) {
            return new ListingGap(null, List.of(), List.of(), lines, List.of());
        }
        if (count == 2 && !titlesRepeat) {
            return new ListingGap(null, List.of(), List.of(), lines, List.of());
        }
        int from = Math.max(1, publisherStart(lines));
        return new ListingGap(
                lines.getFirst(),
                lines.subList(1, Math.max(1, from)),
                List.of(),
                lines.subList(from, count),
                List.of());
    }

    static boolean same(Line a, Line b) {
        return a.fault() == null
                && b.fault() == null
                && FieldText.clean(a.text()).equals(FieldText.clean(b.text()));
    }

    /** Where, at the end of a card that lost its line of likes, the next card's publisher begins. */
    static int trailingPublisher(List<Line> body) {
        int last = body.size() - 1;
        while (last > 0 && body.get(last).isBlank()) {
            last--;
        }
        boolean twice = last > 0 && same(body.get(last), body.get(last - 1));
        return Math.max(0, twice ? last - 1 : last);
    }
}
