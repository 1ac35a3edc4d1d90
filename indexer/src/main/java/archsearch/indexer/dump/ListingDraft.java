package archsearch.indexer.dump;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A card of a listing while it is read: its lines so far, and the fault that was found in them. Not thread-safe. */
final class ListingDraft {
    /** A card of more lines is no card; its lines are dropped but for the last few, which may start the next one. */
    static final int MAX_CARD_LINES = 2_000;

    static final int MAX_CARD_CHARS = LineReader.MAX_LINE_BYTES;
    static final int KEPT_LINES = 8;

    final List<Line> publisher;
    final @Nullable Line date;
    final List<Line> source = new ArrayList<>();
    List<Line> body = new ArrayList<>();
    private long chars;
    private boolean bodyIsBlank = true;

    @Nullable Line meta;

    @Nullable BadRecordException fault;

    ListingDraft(List<Line> publisher, @Nullable Line date, @Nullable BadRecordException fault) {
        this.publisher = publisher;
        this.date = date;
        this.fault = fault;
        source.addAll(publisher);
        if (date != null) {
            source.add(date);
        }
    }

    long start() {
        return source.isEmpty() ? 1 : source.getFirst().number();
    }

    void addSource(Line line) {
        source.add(line);
    }

    void dropSource(int count) {
        source.subList(Math.max(0, source.size() - count), source.size()).clear();
    }

    void addBody(Line line) {
        body.add(line);
        bodyIsBlank &= line.isBlank();
        source.add(line);
        chars += line.text().length();
        if (body.size() > MAX_CARD_LINES || chars > MAX_CARD_CHARS) {
            fault = new BadRecordException(
                    RejectReason.TOO_LARGE,
                    "the card has more than " + MAX_CARD_LINES + " lines or " + MAX_CARD_CHARS + " characters",
                    line.number());
            body = new ArrayList<>(body.subList(Math.max(0, body.size() - KEPT_LINES), body.size()));
            source.subList(Math.min(source.size(), KEPT_LINES), source.size()).clear();
            chars = 0;
        }
    }

    boolean bodyIsBlank() {
        return bodyIsBlank;
    }

    /** Whether the line is this card's title; of a card without a date line, any of its lines may be that. */
    boolean isTitle(Line line) {
        if (line.isBlank()) {
            return false;
        }
        if (date == null) {
            return body.stream().anyMatch(own -> ListingGap.same(own, line));
        }
        // Right below the date, without a blank line, may stand a line of the publisher that slipped down.
        List<Line> filled = body.stream().filter(own -> !own.isBlank()).limit(2).toList();
        boolean displaced = filled.size() > 1
                && !body.getFirst().isBlank()
                && (publisher.isEmpty() || ListingGap.same(filled.getFirst(), publisher.getFirst()));
        if (displaced && ListingGap.same(filled.get(1), line)) {
            return true;
        }
        boolean first = !filled.isEmpty() && ListingGap.same(filled.getFirst(), line);
        return first && !(displaced && publisher.isEmpty());
    }

    /** Where, behind its first line, the title stands for the last time; -1 where it does not. */
    int lastTitle() {
        int first = 0;
        while (first < body.size() && body.get(first).isBlank()) {
            first++;
        }
        for (int i = body.size() - 1; i > first; i--) {
            if (ListingGap.same(body.get(i), body.get(first))) {
                return i;
            }
        }
        return -1;
    }
}
