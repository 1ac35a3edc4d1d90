package archsearch.server.page;

import archsearch.indexer.article.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom a page is for.
 *
 * @param language the language of the page's own words
 * @param chosen the language that the address asks for and that links keep, or null where the browser's settings decide
 * @param site what stands before each path where the reader is, without a slash at the end; empty where it is not known
 */
public record Reader(Language language, @Nullable Language chosen, String site) {
    /** Longer lists of languages are not written by browsers. */
    private static final int MAX_ACCEPT_LENGTH = 500;

    /** A reader whose site's address is not known. */
    public Reader(Language language, @Nullable Language chosen) {
        this(language, chosen, "");
    }

    /** The same reader at a site's address. */
    public Reader at(String address) {
        return new Reader(language, chosen, address);
    }

    /**
     * Finds the language of a reader: the one chosen, else the first known one that the browser asks for, else English.
     *
     * @param acceptLanguage the header {@code Accept-Language}, or null
     */
    public static Reader of(@Nullable Language chosen, @Nullable String acceptLanguage) {
        return new Reader(chosen != null ? chosen : preferred(acceptLanguage), chosen);
    }

    private static Language preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > MAX_ACCEPT_LENGTH) {
            return Language.EN;
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException e) {
            return Language.EN;
        }
        return ranges.stream()
                .filter(r -> r.getWeight() > 0)
                .map(r -> Language.ofCode(r.getRange().replaceFirst("-.*", "")))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Language.EN);
    }

    Wording words() {
        return Wording.of(language);
    }
}
