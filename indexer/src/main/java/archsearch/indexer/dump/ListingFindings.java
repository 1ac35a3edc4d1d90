package archsearch.indexer.dump;

import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.dump.DumpRecord.Location;
import archsearch.indexer.dump.DumpSummary.DateBreak;
import archsearch.indexer.dump.DumpSummary.MissingPages;
import archsearch.indexer.dump.DumpSummary.RetitledRepeat;
import archsearch.indexer.tags.TagModel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares the listing pages of one reading with their headers and with one another. Not thread-safe. */
final class ListingFindings {
    /** Pages that are compared; some hundred bytes each. */
    private static final int MAX_PAGES = 100_000;

    /** Cards that are compared for repeats, some hundred bytes each; later ones are not. */
    private static final int MAX_CARDS = 100_000;

    private static final int MIN_GAP_DAYS = 14;
    private static final double SAME_WORDS = 0.6;

    private final List<ListingPage> pages = new ArrayList<>();
    private final Map<String, List<Seen>> cards = new HashMap<>();
    private final List<RetitledRepeat> retitled = new ArrayList<>();
    private int cardCount;

    private record Seen(String titleKey, String title, int summaryHash, Location location) {}

    private record Series(String tag, String folder, int pages) {}

    void add(ListingPage page) {
        if (pages.size() < MAX_PAGES) {
            pages.add(page);
        }
    }

    void add(ListingCard card) {
        if (cardCount >= MAX_CARDS) {
            return;
        }
        cardCount++;
        String summaryKey = TextKey.of(card.tags().summary());
        Seen seen = new Seen(
                TextKey.of(card.tags().title()),
                card.tags().title(),
                summaryKey.isEmpty() ? 0 : summaryKey.hashCode() | 1,
                card.location());
        List<Seen> sameDay =
                cards.computeIfAbsent(card.date() + " " + TextKey.of(card.publisher()), key -> new ArrayList<>(1));
        for (Seen other : sameDay) {
            boolean retold = (seen.summaryHash != 0 && seen.summaryHash == other.summaryHash)
                    || sharedWords(seen.titleKey, other.titleKey) >= SAME_WORDS;
            if (!seen.titleKey.equals(other.titleKey) && retold && retitled.size() < DumpSummary.MAX_ENTRIES) {
                retitled.add(new RetitledRepeat(other.location, other.title, seen.location, seen.title));
            }
        }
        if (sameDay.size() < 50) {
            sameDay.add(seen);
        }
    }

    /** Words that both titles have, of all words that either has; Han characters count as words. */
    private static double sharedWords(String a, String b) {
        Set<String> left = words(a);
        Set<String> right = words(b);
        Set<String> all = new HashSet<>(left);
        all.addAll(right);
        left.retainAll(right);
        return all.isEmpty() ? 0 : (double) left.size() / all.size();
    }

    private static Set<String> words(String key) {
        Set<String> words = new HashSet<>();
        StringBuilder word = new StringBuilder();
        key.codePoints().forEach(c -> {
            boolean han = Character.isIdeographic(c);
            if (!han && Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
                return;
            }
            if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (han) {
                words.add(Character.toString(c));
            }
        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    List<RetitledRepeat> retitled() {
        return retitled;
    }

    /** One entry per page, with the listing's tag as the model tells it. */
    List<ListingCoverage> coverage(TagModel model) {
        return pages.stream()
                .limit(DumpSummary.MAX_ENTRIES)
                .map(p -> ListingCoverage.of(
                        p.file(), model.listingTag(p.number()).orElse(""), p.total(), p.page(), p.pages(), p.found()))
                .toList();
    }

    /** Pages that the headers of a listing speak of and that were not read. */
    List<MissingPages> missingPages(TagModel model) {
        List<MissingPages> missing = new ArrayList<>();
        series(model).forEach((series, read) -> {
            String ranges = missing(read.keySet(), series.pages);
            if (!ranges.isEmpty() && missing.size() < DumpSummary.MAX_ENTRIES) {
                missing.add(new MissingPages(series.tag, series.pages, ranges));
            }
        });
        return missing;
    }

    private static String missing(Set<Integer> sorted, int pages) {
        StringBuilder ranges = new StringBuilder();
        int next = 1;
        for (int page : sorted) {
            appendRange(ranges, next, page - 1);
            next = page + 1;
        }
        appendRange(ranges, next, pages);
        return ranges.toString();
    }

    private static void appendRange(StringBuilder ranges, int from, int to) {
        if (from <= to) {
            ranges.append(ranges.isEmpty() ? "" : ", ").append(from).append(from < to ? "-" + to : "");
        }
    }

    /** Neighbouring pages whose days do not follow one another. */
    List<DateBreak> dateBreaks(TagModel model) {
        List<DateBreak> breaks = new ArrayList<>();
        series(model)
                .forEach((series, read) -> read.forEach((number, page) -> {
                    ListingPage next = read.get(number + 1);
                    LocalDate oldest = page.oldest();
                    LocalDate newest = next == null ? null : next.newest();
                    if (next == null || oldest == null || newest == null || breaks.size() >= DumpSummary.MAX_ENTRIES) {
                        return;
                    }
                    long days = ChronoUnit.DAYS.between(newest, oldest);
                    long longest = Math.max(page.longestStep(), next.longestStep());
                    if (days < 0) {
                        breaks.add(new DateBreak(series.tag, number, oldest, newest, DateBreak.Kind.OVERLAP));
                    } else if (days >= MIN_GAP_DAYS && days > 3 * longest) {
                        breaks.add(new DateBreak(series.tag, number, oldest, newest, DateBreak.Kind.GAP));
                    }
                }));
        return breaks;
    }

    /** Pages with a header by listing: told by tag, or by folder where the tag is not known. */
    private Map<Series, SortedMap<Integer, ListingPage>> series(TagModel model) {
        Map<Series, SortedMap<Integer, ListingPage>> series = new LinkedHashMap<>();
        for (ListingPage page : pages) {
            if (page.page() > 0 && page.pages() > 0) {
                String tag = model.listingTag(page.number()).orElse("");
                String folder =
                        tag.isEmpty() ? page.file().substring(0, page.file().lastIndexOf('/') + 1) : "";
                series.computeIfAbsent(new Series(tag, folder, page.pages()), key -> new TreeMap<>())
                        .putIfAbsent(page.page(), page);
            }
        }
        return series;
    }
}
