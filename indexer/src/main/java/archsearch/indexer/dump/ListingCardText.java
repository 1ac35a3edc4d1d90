package archsearch.indexer.dump;

import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.dump.ListingLines.MetaLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Title, summary and tag line of a card, read from the lines between its date line and its line of likes, and from the line that
 * repeats the title. What is printed twice must agree, or one of the two must plainly be the damaged one.
 *
 * @param title the title as printed
 * @param summary its lines joined; empty where there is none
 * @param tagLine the glued tags; empty where there are none
 */
record ListingCardText(String title, String summary, String tagLine) {
    /** Longest line without a comma or full stop that is still taken for tags where the blank lines leave it open. */
    private static final int MAX_BARE_TAG_LINE = 120;

    private static final Pattern PROSE_END = Pattern.compile(".*[.。!！?？…;；:：,，、”\"]", Pattern.DOTALL);
    private static final Pattern PROSE_INSIDE = Pattern.compile("[,.;:!?] |[，。；：！？]");

    /**
     * Reads the text of a card.
     *
     * @param body the lines between date and likes, blank ones included
     * @param meta the line of likes
     * @param repeat the line that repeats the title, or stands in its place; null where there is none
     * @param publisher the card's publisher, to tell a displaced line by
     * @throws BadRecordException if a line is damaged so that it cannot be told what it said
     */
    static ListingCardText of(List<Line> body, Line meta, @Nullable Line repeat, String publisher)
            throws BadRecordException {
        int first = nextFilled(body, 0);
        if (isDisplacedPublisher(body, publisher)) {
            // The publisher's second line slipped below the date.
            first = nextFilled(body, 1);
        }
        if (first == body.size()) {
            throw new BadRecordException(
                    RejectReason.BAD_CARD, "the card has no title below its date line", meta.number());
        }
        Line title = body.get(first);
        if (repeat == null) {
            checkSound(title);
            if (hasEmptyTitleSlot(body, first)
                    && PROSE_END.matcher(FieldText.strip(title.text())).matches()) {
                throw new BadRecordException(
                        RejectReason.MISSING_FIELD,
                        "title is missing; expected it below the date line, found " + FieldText.quoted(title.text()),
                        title.number());
            }
            if (first == 0 && body.size() > 1 && !body.get(1).isBlank()) {
                throw new BadRecordException(
                        RejectReason.BAD_CARD,
                        "two lines follow the date line at once; expected a blank line and the title",
                        title.number());
            }
            return rest(title.text(), body, first + 1, true);
        }
        Optional<Line> agreed = agreed(title, repeat);
        if (agreed.isPresent()) {
            return rest(agreed.get().text(), body, first + 1, false);
        }
        if (isWrapped(body, first, repeat)) {
            return rest(repeat.text(), body, first + 2, false);
        }
        if (repeat.fault() == null && hasEmptyTitleSlot(body, first)) {
            return rest(repeat.text(), body, first, false);
        }
        checkSound(title);
        checkSound(repeat);
        throw new BadRecordException(
                RejectReason.BAD_CARD,
                "the title on line " + title.number() + " is " + FieldText.quoted(title.text())
                        + " but its repetition is " + FieldText.quoted(repeat.text()) + "; expected the same",
                repeat.number());
    }

    /** Whether the line right below the date, without a blank line between, is the publisher's and more text follows. */
    private static boolean isDisplacedPublisher(List<Line> body, String publisher) {
        return !body.isEmpty() && isTextOf(body.getFirst(), publisher) && nextFilled(body, 1) < body.size();
    }

    private static void checkSound(Line line) throws BadRecordException {
        if (line.fault() != null) {
            throw new BadRecordException(line.fault(), line.faultDetail(), line.number());
        }
    }

    /** The line that both must have been: the sound one, the complete one, or either where they agree. */
    static Optional<Line> agreed(Line a, Line b) {
        if (a.fault() != null || b.fault() != null) {
            return a.fault() == null ? Optional.of(a) : b.fault() == null ? Optional.of(b) : Optional.empty();
        }
        String left = FieldText.clean(a.text());
        String right = FieldText.clean(b.text());
        if (left.startsWith(right) || TextKey.of(left).equals(TextKey.of(right))) {
            return Optional.of(a);
        }
        return right.startsWith(left) ? Optional.of(b) : Optional.empty();
    }

    private static boolean isTextOf(Line line, String text) {
        return line.fault() == null && FieldText.clean(line.text()).equals(text);
    }

    /** Whether the title goes on in the next line and both together are what is repeated. */
    private static boolean isWrapped(List<Line> body, int first, Line repeat) {
        if (repeat.fault() != null
                || first + 1 >= body.size()
                || body.get(first + 1).isBlank()) {
            return false;
        }
        String joined = joined(body.subList(first, first + 2));
        return TextKey.of(joined).equals(TextKey.of(repeat.text()));
    }

    /** Whether the title's line is blank or gone: two blank lines where all other gaps of the card have one. */
    private static boolean hasEmptyTitleSlot(List<Line> body, int first) {
        if (first < 2 || nextFilled(body, 0) < first) {
            return false;
        }
        int run = 0;
        for (int i = first; i < body.size(); i++) {
            run = body.get(i).isBlank() ? run + 1 : 0;
            if (run > 1) {
                return false;
            }
        }
        return true;
    }

    private static int nextFilled(List<Line> lines, int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).isBlank()) {
            i++;
        }
        return i;
    }

    private static ListingCardText rest(String title, List<Line> body, int from, boolean titleMayBeLast)
            throws BadRecordException {
        String cleanTitle = FieldText.clean(title);
        List<Line> lines = new ArrayList<>();
        for (Line line : body.subList(Math.min(from, body.size()), body.size())) {
            checkSound(line);
            boolean doubled = !lines.isEmpty() && !line.isBlank() && ListingGap.same(line, lines.getLast());
            boolean doubledTitle = lines.isEmpty() && isTextOf(line, cleanTitle);
            if (!doubled && !doubledTitle) {
                lines.add(line);
            }
        }
        int last = lastFilled(lines, lines.size() - 1);
        boolean titleLast = last >= 0 && last == lines.size() - 1 && isTextOf(lines.get(last), cleanTitle);
        if (titleMayBeLast && titleLast) {
            // The line of likes slipped below the repeated title.
            lines = new ArrayList<>(lines.subList(0, last));
            last = lastFilled(lines, lines.size() - 1);
        }
        if (last < 0) {
            return new ListingCardText(title, "", "");
        }
        boolean above = last == lines.size() - 1;
        if (isTagLine(lines.get(last).text(), above)) {
            return new ListingCardText(
                    title,
                    joined(lines.subList(0, last)),
                    FieldText.clean(lines.get(last).text()));
        }
        return new ListingCardText(title, joined(lines), "");
    }

    private static int lastFilled(List<Line> lines, int from) {
        int i = from;
        while (i >= 0 && lines.get(i).isBlank()) {
            i--;
        }
        return i;
    }

    /**
     * Tags stand directly above the likes and do not read like a sentence. With a blank line between they must be short and
     * without any punctuation that separates words.
     */
    private static boolean isTagLine(String text, boolean directlyAbove) {
        String line = FieldText.strip(text);
        if (PROSE_END.matcher(line).matches()) {
            return false;
        }
        boolean prose = PROSE_INSIDE.matcher(line).find();
        return directlyAbove
                ? !prose || line.length() <= MAX_BARE_TAG_LINE
                : !prose && line.length() <= MAX_BARE_TAG_LINE;
    }

    /** Joins wrapped lines: with a space, without one between two Han characters. */
    private static String joined(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            String part = FieldText.clean(line.text());
            if (part.isEmpty()) {
                continue;
            }
            if (!text.isEmpty() && !(isHan(text.codePointBefore(text.length())) && isHan(part.codePointAt(0)))) {
                text.append(' ');
            }
            text.append(part);
        }
        return text.toString();
    }

    private static boolean isHan(int c) {
        return Character.isIdeographic(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF);
    }

    /**
     * The publisher that the lines agree on.
     *
     * @throws BadRecordException if there is none or they name two
     */
    static String publisher(List<Line> lines, Line date) throws BadRecordException {
        if (lines.isEmpty()) {
            throw new BadRecordException(
                    RejectReason.MISSING_FIELD,
                    "publisher is missing; expected its line above the date line",
                    date.number());
        }
        Line name = lines.getFirst();
        for (Line line : lines) {
            Optional<Line> agreed = agreed(name, line);
            if (agreed.isEmpty()) {
                checkSound(name);
                throw new BadRecordException(
                        RejectReason.BAD_CARD,
                        "the publisher is " + FieldText.quoted(name.text()) + " on one line and "
                                + FieldText.quoted(line.text()) + " on the next; expected the same",
                        line.number());
            }
            name = agreed.get();
        }
        checkSound(name);
        return FieldText.clean(name.text());
    }

    /** Likes and minutes. */
    static MetaLine meta(Line line) throws BadRecordException {
        Optional<MetaLine> meta = ListingLines.meta(line.text());
        if (meta.isEmpty() || !meta.get().readable()) {
            throw new BadRecordException(
                    RejectReason.BAD_CARD,
                    "cannot read " + FieldText.quoted(line.text()) + "; expected a line like \"0 likes · 11 min read\"",
                    line.number());
        }
        return meta.get();
    }
}
