package archsearch.indexer.dump;

import archsearch.indexer.dump.DumpRecord.Location;
import archsearch.indexer.dump.ListingLines.DateLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads listing pages: a state machine over lines that holds one card at a time.
 *
 * <p>Date lines and lines of likes are the anchors; they alternate. Two of one kind in a row mean that the other kind was lost
 * between them, and then the repeated title and the repeated publisher tell where one card ends and the next begins, so that only
 * the card that lost its line is rejected.
 */
final class ListingReader {
    private final String file;
    private final LineReader lines;
    private final RecordSink sink;
    private final ListingPages pages;

    /** The card being read, from its date line on; null before the first. */
    private @Nullable ListingDraft draft;

    /** The lines since the draft's line of likes, or since the start. */
    private List<Line> gap = new ArrayList<>();

    private long gapChars;
    private int titlesRepeated;
    private int titlesSingle;
    private long lastLine;
    private long cards;

    /**
     * A reader.
     *
     * @param partOfPage whether the lines are cards out of some page, without its header
     */
    ListingReader(String file, LineReader lines, RecordSink sink, boolean partOfPage) {
        this.file = file;
        this.lines = lines;
        this.sink = sink;
        this.pages = new ListingPages(file, sink, partOfPage);
    }

    /** Reads all cards. */
    void read() throws IOException {
        for (Line line = lines.next(); line != null; line = lines.next()) {
            lastLine = line.number();
            step(line);
        }
        end();
        pages.close();
    }

    private void step(Line line) {
        ListingDraft card = draft;
        if (card != null && card.meta == null) {
            stepInCard(card, line);
        } else if (card != null && gapIsBlank() && card.meta != null && ListingGap.same(line, card.meta)) {
            card.addSource(line);
        } else if (isDate(line, gap) && !(card != null && gapIsBlank() && card.isTitle(line))) {
            startCard(line);
        } else if (isMeta(line) && gap.stream().filter(l -> !l.isBlank()).count() >= 2) {
            startCardWithoutDate(line);
        } else {
            addToGap(line);
        }
    }

    private void stepInCard(ListingDraft card, Line line) {
        if (line.isBlank()) {
            card.addBody(line);
        } else if (card.bodyIsBlank()) {
            // The first line below the date is the title, whatever it looks like.
            if (card.date != null && ListingGap.same(line, card.date)) {
                card.addSource(line);
            } else if (isMeta(line)) {
                endBody(card, line);
            } else {
                card.addBody(line);
            }
        } else if (isMeta(line)) {
            endBody(card, line);
        } else if (isDate(line, card.body)) {
            startCardAfterOneWithoutLikes(card, line);
        } else {
            card.addBody(line);
        }
    }

    private void endBody(ListingDraft card, Line meta) {
        card.meta = meta;
        card.addSource(meta);
        gap = new ArrayList<>();
        gapChars = 0;
    }

    private void addToGap(Line line) {
        gap.add(line);
        gapChars += line.text().length();
        if (gap.size() > ListingDraft.MAX_CARD_LINES || gapChars > ListingDraft.MAX_CARD_CHARS) {
            Line first = gap.getFirst();
            reject(first.number(), RejectReason.BAD_CARD, "no date line in " + gap.size() + " lines", gap);
            gap = new ArrayList<>(gap.subList(Math.max(0, gap.size() - ListingDraft.KEPT_LINES), gap.size()));
            gapChars = gap.stream().mapToLong(l -> l.text().length()).sum();
            if (gapChars > ListingDraft.MAX_CARD_CHARS) {
                gap.clear();
                gapChars = 0;
            }
        }
    }

    private boolean gapIsBlank() {
        for (Line line : gap) {
            if (!line.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMeta(Line line) {
        return line.fault() == null && ListingLines.meta(line.text()).isPresent();
    }

    /** Whether the line is a date line; a bare date without category counts only below a publisher that is given twice. */
    private static boolean isDate(Line line, List<Line> before) {
        if (line.fault() != null) {
            return false;
        }
        Optional<DateLine> date = ListingLines.date(line.text());
        if (date.isEmpty() || date.get().dotted()) {
            return date.isPresent();
        }
        int count = before.size();
        return count >= 2 && ListingGap.same(before.get(count - 1), before.get(count - 2));
    }

    private void startCard(Line date) {
        ListingGap between = ListingGap.of(gap, titleTest(), titlesRepeat());
        finish(between);
        pages.open(between.header());
        rejectUnowned(between.unowned());
        draft = new ListingDraft(between.publisher(), date, null);
        gap = new ArrayList<>();
        gapChars = 0;
    }

    /** Whether titles are repeated on this page; on the first card told by its publisher, since sites print both twice or neither. */
    private boolean titlesRepeat() {
        ListingDraft card = draft;
        if (titlesRepeated == titlesSingle && card != null) {
            return card.publisher.size() < 2;
        }
        return titlesRepeated > titlesSingle;
    }

    private @Nullable Predicate<Line> titleTest() {
        ListingDraft card = draft;
        return card == null ? null : card::isTitle;
    }

    /** Two lines of likes without a date line between: the second belongs to a card whose date line is lost. */
    private void startCardWithoutDate(Line meta) {
        List<Line> all = gap;
        int repeat = -1;
        ListingDraft before = draft;
        for (int i = 0, filled = 0; before != null && i < all.size() && filled < 3; i++) {
            filled += all.get(i).isBlank() ? 0 : 1;
            if (before.isTitle(all.get(i))) {
                repeat = i;
                break;
            }
        }
        List<Line> rest = new ArrayList<>(all.subList(repeat + 1, all.size()));
        finish(new ListingGap(
                repeat < 0 ? null : all.get(repeat),
                repeat < 0 ? List.of() : all.subList(0, repeat),
                List.of(),
                List.of(),
                List.of()));
        int lastHeader = -1;
        for (int i = 0; i < rest.size(); i++) {
            if (ListingLines.header(rest.get(i).text()).isPresent()) {
                lastHeader = i;
            }
        }
        pages.open(rest.subList(0, lastHeader + 1));
        rest = rest.subList(lastHeader + 1, rest.size());
        ListingDraft card = new ListingDraft(List.of(), null, ListingFaults.lostDate(rest, meta));
        rest.forEach(card::addBody);
        draft = card;
        endBody(card, meta);
    }

    /** Two date lines without a line of likes between: the first belongs to a card that lost it, or that was cut off. */
    private void startCardAfterOneWithoutLikes(ListingDraft card, Line date) {
        List<Line> body = card.body;
        int end = card.lastTitle();
        int header = -1;
        for (int i = 0; i < body.size() && header < 0; i++) {
            if (ListingLines.header(body.get(i).text()).isPresent()) {
                header = i;
            }
        }
        boolean cut = end < 0 && header >= 0;
        int split = end >= 0 ? end + 1 : header >= 0 ? header : ListingGap.trailingPublisher(body);
        List<Line> own = new ArrayList<>(body.subList(0, split));
        gap = new ArrayList<>(body.subList(split, body.size()));
        long faultLine = own.isEmpty() ? date.number() : own.getLast().number();
        card.body = own;
        card.dropSource(gap.size());
        card.fault = card.fault != null
                ? card.fault
                : (cut ? ListingFaults.cutOff(faultLine) : ListingFaults.noLikes(faultLine));
        finish(ListingGap.EMPTY);
        draft = null;
        startCard(date);
    }

    /** Emits the draft as a card or as a reject. */
    private void finish(ListingGap between) {
        ListingDraft card = draft;
        draft = null;
        if (card == null) {
            return;
        }
        OpenListing page = pages.current();
        page.found++;
        cards++;
        between.stray().forEach(card::addSource);
        if (between.repeat() != null) {
            card.addSource(between.repeat());
        }
        try {
            ListingCard finished = card.finish(between, file, page.number);
            page.saw(finished.date());
            sink.card(finished);
        } catch (BadRecordException e) {
            reject(e.line(card.start()), e.reason(), e.detail(), card.source);
        }
        if (between.repeat() != null) {
            titlesRepeated++;
        } else {
            titlesSingle++;
        }
    }

    private void end() {
        ListingDraft card = draft;
        if (card != null && card.meta == null) {
            boolean whole = card.lastTitle() > 0;
            card.fault = card.fault != null
                    ? card.fault
                    : (whole ? ListingFaults.noLikes(lastLine) : ListingFaults.cutOff(lastLine));
            finish(ListingGap.EMPTY);
            return;
        }
        boolean single = titlesSingle > titlesRepeated;
        ListingGap last = ListingGap.of(gap, titleTest(), true);
        List<Line> begun = new ArrayList<>(last.unowned());
        begun.addAll(last.publisher());
        if (card != null) {
            boolean differs = last.repeat() != null && !card.isTitle(last.repeat());
            Line only = last.repeat() == null && begun.size() == 1 ? begun.getFirst() : null;
            if (only != null && !single && last.header().isEmpty()) {
                // One line is left where the title is due; a damaged title is likelier than a card cut after one line.
                last = new ListingGap(only, List.of(), List.of(), List.of(), List.of());
                begun = List.of();
            } else if (differs && single) {
                begun.addFirst(last.repeat());
                last = new ListingGap(null, List.of(), last.header(), List.of(), List.of());
            }
        }
        if (card != null && gapIsBlank() && ListingFaults.isCutMeta(card.meta)) {
            card.fault = ListingFaults.cutOff(lastLine);
        }
        finish(last);
        pages.open(last.header());
        rejectBegun(begun);
    }

    private void rejectBegun(List<Line> begun) {
        if (begun.isEmpty()) {
            return;
        }
        Line last = begun.getLast();
        if (cards == 0 && pages.isNoneOpen()) {
            reject(
                    begun.getFirst().number(),
                    RejectReason.BAD_SYNTAX,
                    "no card found; expected a listing page, JSON Lines, a JSON array or CSV with a header row",
                    begun);
        } else {
            pages.current().found++;
            reject(last.number(), RejectReason.CUT_OFF, "the page breaks off at the start of this card", begun);
        }
    }

    private void rejectUnowned(List<Line> unowned) {
        if (!unowned.isEmpty()) {
            reject(
                    unowned.getFirst().number(),
                    RejectReason.BAD_CARD,
                    "lines between two cards that belong to neither",
                    unowned);
        }
    }

    private void reject(long line, RejectReason reason, String detail, List<Line> source) {
        sink.reject(new Location(file, line), reason, detail, textOf(source));
    }

    private static String textOf(List<Line> source) {
        return source.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
