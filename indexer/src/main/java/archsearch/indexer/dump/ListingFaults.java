package archsearch.indexer.dump;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a card as a whole, and how to tell. */
final class ListingFaults {
    private ListingFaults() {}

    /** The page ends, or another begins, before the card does. */
    static BadRecordException cutOff(long line) {
        return new BadRecordException(RejectReason.CUT_OFF, "the page breaks off in the middle of this card", line);
    }

    /** The card has everything but its line of likes. */
    static BadRecordException noLikes(long line) {
        return new BadRecordException(
                RejectReason.BAD_CARD, "the card has no line like \"0 likes · 11 min read\"", line);
    }

    /** The card has no date line that can be read: it stood below the publisher, which is given twice. */
    static BadRecordException lostDate(List<Line> lines, Line meta) {
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && ListingGap.same(lines.get(i), lines.get(i - 1))) {
                Line next = i + 1 < lines.size() ? lines.get(i + 1) : meta;
                if (next.fault() != null) {
                    return new BadRecordException(next.fault(), next.faultDetail(), next.number());
                }
                return new BadRecordException(
                        RejectReason.BAD_DATE,
                        (next.isBlank() ? "no date line" : "cannot read the date line " + FieldText.quoted(next.text()))
                                + "; expected one like \"Aug 27, 2019 · Backend Development\"",
                        next.number());
            }
        }
        Line first = lines.isEmpty() ? meta : lines.getFirst();
        return new BadRecordException(
                RejectReason.BAD_DATE,
                "a card without a date line; expected one like \"Aug 27, 2019 · Backend Development\"",
                first.number());
    }

    /** Whether the last line of a page is a line of likes that was cut. */
    static boolean isCutMeta(@Nullable Line meta) {
        return meta != null
                && ListingLines.meta(meta.text())
                        .filter(numbers -> numbers.readable() && (numbers.whole() || meta.ended()))
                        .isEmpty();
    }
}
