package archsearch.server.page;

import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.server.url.RequestUrl;
import com.ibm.icu.text.AlphabeticIndex;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * All tags, or all publishers.
 *
 * @param line how many there are and whether all are shown
 * @param top those with the most articles, most first
 * @param letters all shown, by their first letter; Chinese names by their pinyin
 */
public record ValuesPage(Frame frame, Link parent, String heading, String line, List<Count> top, List<Letter> letters)
        implements Page {
    private static final int TOP = 24;

    /** The values that begin with a letter. */
    public record Letter(String letter, List<Count> values) {}

    /**
     * The page of a dimension's values.
     *
     * @param facet the tag or publisher dimension, most articles first
     */
    public static ValuesPage of(Reader reader, String stylesheet, Facet facet) {
        Wording words = reader.words();
        RequestUrl url = RequestUrl.page(facet.dim() == FacetDim.TAG ? "tags" : "publishers");
        String heading = words.indexTitle(facet.dim());
        return new ValuesPage(
                Frame.of(reader, stylesheet, heading, url, url.defaults().in(reader.chosen()), true),
                HomePage.link(reader),
                heading,
                words.indexLine(facet.dim(), facet.values().size(), facet.more()),
                counts(reader, facet.dim(), facet.values().stream().limit(TOP).toList()),
                letters(reader, facet));
    }

    static List<Count> counts(Reader reader, FacetDim dim, List<Facet.Value> values) {
        return values.stream().map(v -> count(reader, dim, v)).toList();
    }

    private static Count count(Reader reader, FacetDim dim, Facet.Value v) {
        return new Count(
                reader.words().facetValue(dim, v.value()),
                RequestUrl.hrefOf(dim, v.value(), reader.chosen()),
                reader.words().number(v.count()));
    }

    private static List<Letter> letters(Reader reader, Facet facet) {
        AlphabeticIndex<Facet.Value> index =
                new AlphabeticIndex<Facet.Value>(ULocale.CHINESE).addLabels(ULocale.ENGLISH);
        facet.values().forEach(v -> index.addRecord(v.value(), v));
        List<Letter> letters = new ArrayList<>();
        for (AlphabeticIndex.Bucket<Facet.Value> bucket : index) {
            List<Count> values = new ArrayList<>();
            bucket.forEach(r -> values.add(count(reader, facet.dim(), r.getData())));
            if (!values.isEmpty()) {
                letters.add(new Letter(bucket.getLabel(), values));
            }
        }
        return letters;
    }
}
