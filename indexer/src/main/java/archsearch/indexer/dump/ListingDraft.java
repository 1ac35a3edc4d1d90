package archsearch.indexer.dump;

import archsearch.indexer.dump.DumpRecord.Location;
import archsearch.indexer.dump.ListingLines.DateLine;
import archsearch.indexer.dump.ListingLines.MetaLine;
import archsearch.indexer.tags.GluedTags;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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

    /**
     * The card that the lines are.
     *
     * @param between what stood between this card and the next
     * @param file the file as the operator named it
     * @param listing the number of the card's listing
     * @throws BadRecordException if they are none
     */
    ListingCard finish(ListingGap between, String file, int listing) throws BadRecordException {
        BadRecordException known = fault;
        if (known != null) {
            throw known;
        }
        Line day = date;
        Line numbers = meta;
        if (day == null || numbers == null) {
            throw new BadRecordException(RejectReason.BAD_CARD, "the card is not complete");
        }
        if (!between.stray().isEmpty()) {
            Line stray = between.stray().getFirst();
            throw new BadRecordException(
                    RejectReason.BAD_CARD,
                    "unexpected line " + FieldText.quoted(stray.text()) + "; expected the title again",
                    stray.number());
        }
        String name = ListingCardText.publisher(publisher, day);
        DateLine dateLine = ListingLines.date(day.text()).orElseThrow();
        LocalDate published = dateLine.date();
        if (published == null) {
            throw new BadRecordException(
                    RejectReason.BAD_DATE,
                    "the date line is " + FieldText.quoted(day.text()) + ", no such day",
                    day.number());
        }
        ListingCardText text = ListingCardText.of(body, numbers, between.repeat(), name);
        ArticleFields fields = fields(text, name, dateLine.category(), published, ListingCardText.meta(numbers));
        return new ListingCard(
                fields,
                new GluedTags(text.tagLine(), FieldText.clean(text.title()), text.summary()),
                name,
                published,
                listing,
                new Location(file, start()),
                this::sourceText);
    }

    private static ArticleFields fields(
            ListingCardText text, String publisher, String category, LocalDate published, MetaLine numbers)
            throws BadRecordException {
        ArticleFields fields = new ArticleFields();
        fields.text(ArticleFields.Field.TITLE, text.title());
        fields.text(ArticleFields.Field.SUMMARY, text.summary());
        fields.text(ArticleFields.Field.PUBLISHER, publisher);
        fields.text(ArticleFields.Field.CATEGORY, category);
        fields.date(published);
        fields.likes(numbers.likes());
        fields.readMinutes(numbers.minutes());
        // Tags are still to come; everything else is checked here, so that learning sees good cards only.
        fields.article();
        return fields;
    }

    /** The source, for a reject. */
    String sourceText() {
        return source.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
