package archsearch.server.cli;

import archsearch.indexer.article.Language;
import archsearch.searcher.SearchRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that narrow a search, the same for every command that searches. Picocli fills them; not thread-safe. */
final class SearchFilters {
    @Option(names = "--tag", paramLabel = "T", description = "Only articles with this tag; repeated: with all of them.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--publisher", paramLabel = "P", description = "Only articles by this publisher; repeated: any.")
    private List<String> publishers = new ArrayList<>();

    @Option(names = "--category", paramLabel = "C", description = "Only articles in this category; repeated: any.")
    private List<String> categories = new ArrayList<>();

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            converter = LanguageWord.class,
            description = "Only articles in this language; repeated: any.")
    private List<Language> langs = new ArrayList<>();

    @Option(names = "--year", paramLabel = "Y", description = "Only articles of this year; repeated: any.")
    private List<Integer> years = new ArrayList<>();

    @Option(names = "--from", paramLabel = "D", converter = Day.class, description = "First day, such as 2019-01-31.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "D", converter = Day.class, description = "Last day, inclusive.")
    private @Nullable LocalDate to;

    @Option(names = "--minutes-max", paramLabel = "N", description = "Only articles read in at most N minutes.")
    private @Nullable Integer minutesMax;

    @Option(
            names = "--group",
            paramLabel = "on|off",
            description = "Whether an article and its reposts are one hit; on by default.")
    private OnOff group = OnOff.on;

    /** The names are those of the command line. A boolean option would be a switch without a value. */
    enum OnOff {
        on,
        off
    }

    /** A request for what is left of the articles that match a query. */
    SearchRequest.Builder request(String q) {
        return SearchRequest.builder()
                .q(q)
                .tags(tags)
                .publishers(publishers)
                .categories(categories)
                .langs(langs)
                .years(years)
                .from(from)
                .to(to)
                .minutesMax(minutesMax)
                .grouped(group == OnOff.on);
    }

    private static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + text + "' is no day; days look like 2019-01-31");
            }
        }
    }

    private static final class LanguageWord implements ITypeConverter<Language> {
        @Override
        public Language convert(String text) {
            return Language.ofCode(text.toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of zh, en"));
        }
    }
}
