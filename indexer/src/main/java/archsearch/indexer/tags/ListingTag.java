package archsearch.indexer.tags;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the tag that all cards of a listing carry. Candidates are the parts that nearly all lines share; the one that makes the
 * lines likeliest wins, so {@code Backend Architecture} is preferred to {@code Backend ArchitectureM}, which all lines of a
 * small page may share by chance.
 */
final class ListingTag {
    /** Share of lines that must hold the tag: a stray card on a page must not hide it. */
    private static final double NEARLY_ALL = 0.8;

    /** Lines that are looked through for candidates, and lines that candidates are compared on. */
    static final int LINES = 24;

    private static final int COMPARED = 10;
    private static final int MAX_CANDIDATES = 24;

    /** Weight of a card without the tag of its listing. */
    static final double STRAY = 0.01;

    /** Weight of a listing without a tag, for each card. */
    private static final double NO_TAG = 0.05;

    /** Two or three cards may share more than their listing's tag, so what they share is not imposed on them. */
    private static final int BINDING = 4;

    /**
     * Tags that have listings are popular, so they are more often known ones than tags at large: how likely a candidate is by
     * itself counts several times. On a page of two or three cards this keeps two tags that both cards carry apart.
     */
    private static final double POPULAR = 2;

    private final TagScores scores;
    private final TagCounts counts;
    private final double[] ofNumber = TagNumbers.expected();
    private final TextWords noText = new TextWords("");

    ListingTag(TagScores scores, TagCounts counts) {
        this.scores = scores;
        this.counts = counts;
    }

    /**
     * What was found.
     *
     * @param tag the tag, or an empty text where no part is shared by the lines or none explains them
     * @param binding whether every reading of a line that holds the tag must keep it whole
     */
    record Found(String tag, boolean binding) {
        static final Found NOTHING = new Found("", false);
    }

    /** The tag of the listing with these lines. */
    Found find(Collection<String> texts) {
        List<String> lines = new ArrayList<>(new HashSet<>(texts));
        lines.removeIf(String::isEmpty);
        lines.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        if (lines.size() < 2) {
            return Found.NOTHING;
        }
        List<String> candidates = candidates(lines);
        if (candidates.isEmpty()) {
            return Found.NOTHING;
        }
        List<Edges> edges = new ArrayList<>();
        for (String text : lines.subList(0, Math.min(COMPARED, lines.size()))) {
            Line line = new Line(text);
            edges.add(Edges.of(line, new TextEvidence(line, noText, noText), scores, List.of()));
        }
        String best = "";
        double top = likelihood("", edges);
        for (String candidate : candidates) {
            double likelihood = likelihood(candidate, edges) + POPULAR * ownLikelihood(candidate);
            if (likelihood > top) {
                top = likelihood;
                best = candidate;
            }
        }
        return new Found(best, lines.size() >= BINDING);
    }

    private double ownLikelihood(String tag) {
        Line line = new Line(tag);
        double p = scores.weight(line, new TextEvidence(line, noText, noText), 0, tag.length());
        return Math.log(Math.min(1, p + counts.probability(tag, 0)));
    }

    private double likelihood(String tag, List<Edges> lines) {
        double sum = 0;
        for (Edges edges : lines) {
            double p = 0;
            List<Edges.Span> spans = Edges.Span.of(tag, edges.line);
            for (Edges.Span span : spans) {
                p += edges.around(span).lattice(counts, 0).total(ofNumber);
            }
            if (spans.isEmpty()) {
                p = (tag.isEmpty() ? NO_TAG : STRAY) * edges.lattice(counts, 0).total(ofNumber);
            }
            sum += Math.log(Math.max(Double.MIN_NORMAL, p));
        }
        return sum;
    }

    private static List<String> candidates(List<String> lines) {
        Map<String, Integer> holding = new LinkedHashMap<>();
        int looked = Math.min(LINES, lines.size());
        int least = Math.max(2, (int) Math.ceil(looked * NEARLY_ALL));
        for (String text : lines.subList(0, Math.min(lines.size(), lines.size() - least + 1))) {
            Line line = new Line(text);
            for (int s = 0; s < line.length(); s++) {
                for (int e = s + 1; line.border(s) && e <= Math.min(line.length(), s + Line.MAX_TAG); e++) {
                    if (line.border(e)) {
                        holding.putIfAbsent(text.substring(s, e), 0);
                    }
                }
            }
            if (holding.size() > 4_000) {
                break;
            }
        }
        Set<String> kept = new HashSet<>();
        for (String part : holding.keySet()) {
            int count = 0;
            for (int i = 0; i < looked && count + looked - i >= least; i++) {
                count += lines.get(i).contains(part) ? 1 : 0;
            }
            if (count >= least) {
                kept.add(part);
            }
        }
        return kept.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(MAX_CANDIDATES)
                .toList();
    }
}
