package archsearch.indexer.dump;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of a listing that can be told by their shape alone: date lines, lines of likes and minutes, headers. */
final class ListingLines {
    /** Longest line of such a shape; a longer one is text. */
    private static final int MAX_LENGTH = 300;

    private static final int MAX_DATE_LENGTH = 30;
    private static final String DOTS = "·•・‧∙⋅|";
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<month>\\p{L}{3,9})\\.?\\s{1,3}(?<day>\\d{1,2}),?\\s{1,3}(?<year>\\d{1,6})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<day>\\d{1,2})\\s{1,3}(?<month>\\p{L}{3,9})\\.?,?\\s{1,3}(?<year>\\d{4,6})");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<year>\\d{4,6})(?:\\s?年\\s?(?<month>\\d{1,2})\\s?月\\s?(?<day>\\d{1,2})\\s?日"
                    + "|[-/.](?<month2>\\d{1,2})[-/.](?<day2>\\d{1,2}))");

    /** Without a category behind it, a date that may have lost its last digit is none. */
    private static final Pattern WHOLE = Pattern.compile(".*(?:日|\\d{4}|[-/.]\\d{2})");

    private static final Pattern LIKES = Pattern.compile(
            "(?<number>\\d{1,3}(?:,\\d{3})+|\\d{1,12}(?:\\.\\d{1,3})?)\\s?(?<unit>[kKmMwW万千亿]?)\\+?\\s?"
                    + "(?:likes?|个?赞|人?次?点赞|次赞|人?喜欢)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIKES_AFTER = Pattern.compile(
            "(?:点赞|获赞|赞|喜欢)\\s?(?<number>\\d{1,3}(?:,\\d{3})+|\\d{1,12}(?:\\.\\d{1,3})?)\\s?(?<unit>[kKmMwW万千亿]?)");
    private static final Pattern MINUTES = Pattern.compile(
            "(?:~|about)?\\s?(?<less><)?\\s?(?<number>\\d{1,6})\\s?(?:min|mins|minute|minutes)\\.?\\s?read",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MINUTES_ZH = Pattern.compile("(?:阅读)?(?:时长|时间|需|用时)?[:：]?\\s?(?:大?约|约需)?\\s?"
            + "(?<less><|少于|不到|不足)?\\s?(?<number>\\d{1,6})\\s?分钟(?:阅读|读完|读)?");
    private static final Pattern DAMAGED_META =
            Pattern.compile("\\d.*(?:lik|赞).*|.*(?:min read|min rea|分钟|分钟阅读)", Pattern.CASE_INSENSITIVE);

    private static final Pattern HEADER_TITLE =
            Pattern.compile("tagged articles|标签(?:下的|相关)?文章|带标签的文章|已标记的?文章", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER_TOTAL = Pattern.compile(
            "(?<total>\\d{1,3}(?:,\\d{3})+|\\d{1,9}) articles?|(?:共|总共|总计)?\\s?(?<zh>\\d{1,9})\\s?篇(?:文章)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER_PAGE = Pattern.compile(
            "page (?<page>\\d{1,7}) of (?<pages>\\d{1,7})"
                    + "|第\\s?(?<page2>\\d{1,7})\\s?页\\s?[,，、/·]?\\s?共\\s?(?<pages2>\\d{1,7})\\s?页"
                    + "|第?\\s?(?<page3>\\d{1,7})\\s?页?\\s?/\\s?(?:共\\s?)?(?<pages3>\\d{1,7})\\s?页",
            Pattern.CASE_INSENSITIVE);

    private ListingLines() {}

    /**
     * A date line.
     *
     * @param date the day, or null where the line has the shape of a date line but names no day
     * @param category what stands behind the dot; empty where there is none
     * @param dotted whether a dot follows the date; without one the line is weak evidence
     */
    record DateLine(@Nullable LocalDate date, String category, boolean dotted) {}

    /**
     * A line of likes and minutes.
     *
     * @param readable false where the line has the shape of one but cannot be read
     * @param whole whether it gives both numbers
     */
    record MetaLine(int likes, int minutes, boolean readable, boolean whole) {}

    /** A line of a header; the numbers are 0 where it does not give them. */
    record HeaderLine(int total, int page, int pages) {}

    /** Reads {@code Aug 27, 2019 · Backend Development} and {@code 2019年8月27日 · 后端开发}. */
    static Optional<DateLine> date(String line) {
        String text = FieldText.strip(line);
        if (text.length() < 8 || text.length() > MAX_LENGTH || !hasDigit(text, MAX_DATE_LENGTH)) {
            return Optional.empty();
        }
        int dot = dot(text);
        String day = FieldText.strip(dot < 0 ? text : text.substring(0, dot));
        if (day.length() > MAX_DATE_LENGTH || day.length() < 8) {
            return Optional.empty();
        }
        String category = dot < 0 ? "" : FieldText.clean(text.substring(dot + 1));
        for (Pattern pattern : List.of(MONTH_FIRST, NUMBERS, DAY_FIRST)) {
            Matcher m = pattern.matcher(day);
            if (m.matches() && (dot >= 0 || WHOLE.matcher(day).matches())) {
                return Optional.of(new DateLine(day(m), category, dot >= 0));
            }
        }
        return Optional.empty();
    }

    private static @Nullable LocalDate day(Matcher m) {
        boolean second = m.pattern().equals(NUMBERS) && m.group("month") == null;
        String month = m.group(second ? "month2" : "month");
        int number = Character.isDigit(month.charAt(0))
                ? Integer.parseInt(month)
                : MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        int year = Integer.parseInt(m.group("year"));
        try {
            return year < 1000 || year > 9999
                    ? null
                    : LocalDate.of(year, number, Integer.parseInt(m.group(second ? "day2" : "day")));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Rules out most lines at little cost. */
    private static boolean hasDigit(String text, int within) {
        for (int i = 0; i < Math.min(within, text.length()); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static int dot(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (DOTS.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Reads {@code 0 likes · 11 min read}, {@code 1.2k likes · < 1 min read} and {@code 0 赞 · 阅读约 11 分钟}. */
    static Optional<MetaLine> meta(String line) {
        String text = FieldText.strip(line);
        if (text.length() < 3 || text.length() > 80 || !hasDigit(text, text.length())) {
            return Optional.empty();
        }
        int dot = dot(text);
        String left = FieldText.strip(dot < 0 ? text : text.substring(0, dot));
        String right = dot < 0 ? "" : FieldText.strip(text.substring(dot + 1));
        int likes = likes(left);
        int minutes = minutes(dot < 0 ? left : right);
        boolean readable = dot < 0 ? likes >= 0 || minutes >= 0 : likes >= 0 && minutes >= 0;
        if (readable) {
            return Optional.of(new MetaLine(Math.max(0, likes), Math.max(0, minutes), true, dot >= 0));
        }
        boolean damaged = dot >= 0 && DAMAGED_META.matcher(text).matches();
        return damaged ? Optional.of(new MetaLine(0, 0, false, false)) : Optional.empty();
    }

    private static int likes(String text) {
        Matcher m = LIKES.matcher(text);
        if (!m.matches()) {
            m = LIKES_AFTER.matcher(text);
            if (!m.matches()) {
                return -1;
            }
        }
        double factor = switch (m.group("unit")) {
            case "k", "K", "千" -> 1e3;
            case "w", "W", "万" -> 1e4;
            case "m", "M" -> 1e6;
            case "亿" -> 1e8;
            default -> 1;
        };
        double number = Double.parseDouble(m.group("number").replace(",", "")) * factor;
        return number > Integer.MAX_VALUE ? -1 : (int) Math.round(number);
    }

    private static int minutes(String text) {
        Matcher m = MINUTES.matcher(text);
        if (!m.matches()) {
            m = MINUTES_ZH.matcher(text);
            if (!m.matches()) {
                return -1;
            }
        }
        // Below one minute is one: 0 would mean unknown.
        return Math.max(m.group("less") != null ? 1 : 0, Integer.parseInt(m.group("number")));
    }

    /** Reads one of the three lines above a listing. */
    static Optional<HeaderLine> header(String line) {
        String text = FieldText.strip(line);
        if (text.length() < 3 || text.length() > 60) {
            return Optional.empty();
        }
        if (HEADER_TITLE.matcher(text).matches()) {
            return Optional.of(new HeaderLine(0, 0, 0));
        }
        Matcher total = HEADER_TOTAL.matcher(text);
        if (total.matches()) {
            String number = total.group("total") != null ? total.group("total") : total.group("zh");
            return Optional.of(new HeaderLine(Integer.parseInt(number.replace(",", "")), 0, 0));
        }
        Matcher page = HEADER_PAGE.matcher(text);
        if (page.matches()) {
            for (String suffix : new String[] {"", "2", "3"}) {
                if (page.group("page" + suffix) != null) {
                    return Optional.of(new HeaderLine(
                            0,
                            Integer.parseInt(page.group("page" + suffix)),
                            Integer.parseInt(page.group("pages" + suffix))));
                }
            }
        }
        return Optional.empty();
    }
}
