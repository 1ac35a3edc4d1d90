package archsearch.indexer.dump;

import archsearch.indexer.article.Article;
import archsearch.indexer.dump.DumpRecord.Accepted;
import archsearch.indexer.dump.DumpRecord.Location;
import archsearch.indexer.dump.DumpRecord.Rejected;
import archsearch.indexer.dump.DumpSummary.UnknownField;
import archsearch.indexer.dump.DumpSummary.UnsureSplit;
import archsearch.indexer.tags.TagModel;
import archsearch.indexer.tags.TagSplit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The pass that emits: splits the tags of cards, hands out records and gathers the summary. */
final class RecordEmission extends FileSink {
    private static final int MAX_FIELD_NAME = 100;

    private final Consumer<? super DumpRecord> records;
    private final TagModel model;
    private final List<Integer> listingIds;
    private final ListingFindings findings = new ListingFindings();
    private final Map<String, Location> unknownFields = new LinkedHashMap<>();
    private final List<UnsureSplit> unsureSplits = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<RejectReason, Long> reasons = new EnumMap<>(RejectReason.class);
    private String file = "";
    private int listings;
    private int listingsEnded;
    private long accepted;
    private long rejected;
    private long unsure;
    private boolean endedCutOff;

    /**
     * An emission.
     *
     * @param listingIds the model's numbers of the listings, in the order in which they will be met
     */
    RecordEmission(Consumer<? super DumpRecord> records, TagModel model, List<Integer> listingIds) {
        this.records = records;
        this.model = model;
        this.listingIds = listingIds;
    }

    long read() {
        return accepted + rejected;
    }

    @Override
    void startFile(DumpFile next) {
        super.startFile(next);
        file = next.name();
        endedCutOff = false;
    }

    @Override
    public void article(Article article, Location location) {
        accepted++;
        endedCutOff = false;
        records.accept(new Accepted(article, location));
    }

    @Override
    public void card(ListingCard card) {
        TagSplit split = model.split(card.tags(), card.listing());
        try {
            card.fields().tags(split.tags());
            Article article = card.fields().article();
            if (!split.isSure()) {
                unsure++;
                if (unsureSplits.size() < DumpSummary.MAX_ENTRIES) {
                    unsureSplits.add(new UnsureSplit(card.location(), split.line(), split.tags(), split.confidence()));
                }
            }
            findings.add(card);
            article(article, card.location());
        } catch (BadRecordException e) {
            reject(card.location(), e.reason(), e.detail(), card.source().get());
        }
    }

    @Override
    public void reject(Location location, RejectReason reason, String detail, String text) {
        rejected++;
        reasons.merge(reason, 1L, Long::sum);
        endedCutOff = reason == RejectReason.CUT_OFF;
        records.accept(new Rejected(location, reason, detail, text));
    }

    @Override
    public void unknownField(String name, Location location) {
        String shown = FieldText.clean(name.length() > MAX_FIELD_NAME ? name.substring(0, MAX_FIELD_NAME) : name);
        if (unknownFields.size() < DumpSummary.MAX_ENTRIES) {
            unknownFields.putIfAbsent(shown, location);
        }
    }

    @Override
    public int startListing() {
        int index = listings++;
        return index < listingIds.size() ? listingIds.get(index) : -1;
    }

    @Override
    public void endListing(ListingPage page) {
        listingsEnded++;
        findings.add(page);
    }

    @Override
    void note(String sentence) {
        if (notes.size() < DumpSummary.MAX_ENTRIES) {
            notes.add(sentence);
        }
    }

    @Override
    boolean endedCutOff() {
        return endedCutOff;
    }

    /**
     * What was found until now.
     *
     * @param ended whether everything was read; if not, no page can be said to be missing
     */
    DumpSummary summary(boolean ended) {
        List<String> allNotes = new ArrayList<>(notes);
        if (!ended && listings > listingsEnded) {
            allNotes.add(file + ": not read to its end, so nothing is said of the page that was being read");
        }
        return new DumpSummary(
                read(),
                accepted,
                rejected,
                reasons,
                findings.coverage(model),
                ended ? findings.missingPages(model) : List.of(),
                findings.dateBreaks(model),
                findings.retitled(),
                unknownFields.entrySet().stream()
                        .map(field -> new UnknownField(field.getKey(), field.getValue()))
                        .toList(),
                unsure,
                unsureSplits,
                allNotes,
                model.vocabulary());
    }
}
