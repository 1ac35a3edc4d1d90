package archsearch.searcher.lucene;

import archsearch.searcher.Facet;
import com.ibm.icu.text.CollationKey;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which readers look values up: signs, numbers by their value, Latin letters blind to case and accents, Chinese by
 * pinyin.
 */
final class NameOrder {
    private static final Collator COLLATOR = collator();

    private NameOrder() {}

    private static Collator collator() {
        RuleBasedCollator collator = (RuleBasedCollator) Collator.getInstance(ULocale.forLanguageTag("zh-u-co-pinyin"));
        // The collation for Chinese moves Han characters before Latin letters; here they come after.
        collator.setReorderCodes(Collator.ReorderCodes.NONE);
        collator.setNumericCollation(true);
        return collator.freeze();
    }

    private record Named(CollationKey name, Facet.Value value) {}

    /** The same values in this order. */
    static List<Facet.Value> sorted(List<Facet.Value> values) {
        return values.stream()
                .map(v -> new Named(COLLATOR.getCollationKey(v.value()), v))
                .sorted(Comparator.comparing(Named::name)
                        .thenComparing(n -> n.value().value()))
                .map(Named::value)
                .toList();
    }
}
