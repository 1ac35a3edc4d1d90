package archsearch.searcher.query;

import archsearch.searcher.FacetDim;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values of fields that hold dates and numbers: {@code 2019-01..2019-06}, {@code >=2018}, {@code <10}. */
final class FieldValue {
    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>|=)?(.+)");

    private FieldValue() {}

    static boolean hasLetterOrDigit(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Why {@code name:value} was not read as a field. */
    static String explain(String name, String value) {
        String written = name + ":" + value;
        return switch (name.toLowerCase(java.util.Locale.ROOT)) {
            case "lang" -> "\"" + written + "\" was read as words: lang is zh or en.";
            case "year" -> "\"" + written + "\" was read as words: a year looks like 2019, >=2018 or 2017..2019.";
            case "date" ->
                "\"" + written
                        + "\" was read as words: a date looks like 2019-08-27, 2019-08, >=2018 or 2019-01..2019-06.";
            case "minutes" -> "\"" + written + "\" was read as words: minutes look like 10, <10 or 5..15.";
            case "tag", "publisher", "category", "title", "summary" ->
                "\"" + written + "\" was read as words: no value follows the colon.";
            default ->
                "\"" + written + "\" was read as words: there is no field " + name
                        + "; fields are title, summary, tag, publisher, category, lang, year, date and minutes.";
        };
    }

    /** Days of {@code 2019-08-27}, {@code 2019-08}, {@code 2019}, a comparison with one, or a range of two. */
    static Optional<QueryNode> dates(String value) {
        int dots = value.indexOf("..");
        if (dots >= 0) {
            String low = value.substring(0, dots);
            String high = value.substring(dots + 2);
            Days from = Days.parse(low);
            Days to = Days.parse(high);
            boolean readable = (from != null || low.isEmpty()) && (to != null || high.isEmpty());
            if (!readable || (from == null && to == null)) {
                return Optional.empty();
            }
            return ordered(from == null ? null : from.first(), to == null ? null : to.last());
        }
        Matcher m = COMPARISON.matcher(value);
        Days days = m.matches() ? Days.parse(m.group(2)) : null;
        if (days == null) {
            return Optional.empty();
        }
        return switch (operator(m)) {
            case "<" -> ordered(null, days.first().minusDays(1));
            case "<=" -> ordered(null, days.last());
            case ">" -> ordered(days.last().plusDays(1), null);
            case ">=" -> ordered(days.first(), null);
            default -> ordered(days.first(), days.last());
        };
    }

    /** A year as a value that pages can show as a filter; a range of years as days. */
    static Optional<QueryNode> years(String value) {
        if (value.matches("\\d{4}")) {
            return Optional.of(new QueryNode.Value(FacetDim.YEAR, String.valueOf(Integer.parseInt(value))));
        }
        return value.matches("(<=|>=|<|>|=)?\\d{4}|(\\d{4})?\\.\\.(\\d{4})?") ? dates(value) : Optional.empty();
    }

    /** Minutes of {@code 10}, a comparison with it, or a range of two. */
    static Optional<QueryNode> minutes(String value) {
        int dots = value.indexOf("..");
        if (dots >= 0) {
            int low = number(value.substring(0, dots));
            int high = number(value.substring(dots + 2));
            return low >= 0 && high >= low ? Optional.of(new QueryNode.Minutes(low, high)) : Optional.empty();
        }
        Matcher m = COMPARISON.matcher(value);
        int n = m.matches() ? number(m.group(2)) : -1;
        if (n < 0) {
            return Optional.empty();
        }
        return Optional.of(
                switch (operator(m)) {
                    case "<" -> new QueryNode.Minutes(1, n - 1);
                    case "<=" -> new QueryNode.Minutes(1, n);
                    case ">" -> new QueryNode.Minutes(n + 1, Integer.MAX_VALUE);
                    case ">=" -> new QueryNode.Minutes(n, Integer.MAX_VALUE);
                    default -> new QueryNode.Minutes(n, n);
                });
    }

    private static String operator(Matcher comparison) {
        String operator = comparison.group(1);
        return operator == null ? "=" : operator;
    }

    private static Optional<QueryNode> ordered(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) {
            return Optional.of(new QueryNode.Dates(to, from));
        }
        return Optional.of(new QueryNode.Dates(from, to));
    }

    /** A whole number of up to six digits, or -1. */
    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    /** The days that a date of some precision covers. */
    private record Days(LocalDate first, LocalDate last) {
        static @Nullable Days parse(String text) {
            Matcher m = DAY.matcher(text);
            if (!m.matches()) {
                return null;
            }
            try {
                int year = Integer.parseInt(m.group(1));
                if (m.group(2) == null) {
                    return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
                }
                YearMonth month = YearMonth.of(year, Integer.parseInt(m.group(2)));
                if (m.group(3) == null) {
                    return new Days(month.atDay(1), month.atEndOfMonth());
                }
                LocalDate day = month.atDay(Integer.parseInt(m.group(3)));
                return new Days(day, day);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
