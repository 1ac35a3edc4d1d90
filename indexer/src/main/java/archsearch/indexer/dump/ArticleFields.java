package archsearch.indexer.dump;

import archsearch.indexer.article.Article;
import archsearch.indexer.article.Language;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one record on their way to an article, and the rules they must meet, the same for every format. A blank value
 * counts as a missing one. Text is cleaned by {@link FieldText#clean}. Not thread-safe; one object per record.
 */
final class ArticleFields {
    static final int MAX_ID = 200;
    static final int MAX_TITLE = 1_000;
    static final int MAX_SUMMARY = 100_000;
    static final int MAX_PUBLISHER = 300;
    static final int MAX_CATEGORY = 200;
    static final int MAX_URL = 2_000;
    static final int MAX_TAGS = 50;
    static final int MAX_TAG = 200;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern DAY_SHAPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** Checks scheme and host only: addresses in the wild hold characters that the standard asks to escape. */
    private static final Pattern WEB_ADDRESS =
            Pattern.compile("https?://[^\\s/?#\"<>\\\\]+(?:[/?#][^\\s\"<>]*)?", Pattern.CASE_INSENSITIVE);

    /** The names of the fields, as the dumps spell them. */
    enum Field {
        ID("id"),
        TITLE("title"),
        SUMMARY("summary"),
        TAGS("tags"),
        PUBLISHER("publisher"),
        DATE("date"),
        CATEGORY("category"),
        LIKES("likes"),
        READ_MINUTES("readMinutes"),
        LANG("lang"),
        URL("url");

        private final String word;

        Field(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Optional<Field> ofName(String name) {
            for (Field field : values()) {
                if (field.word.equals(name)) {
                    return Optional.of(field);
                }
            }
            return Optional.empty();
        }
    }

    private @Nullable String id;
    private String title = "";
    private String summary = "";
    private List<String> tags = List.of();
    private String publisher = "";
    private @Nullable LocalDate date;
    private String category = "";
    private int likes;
    private int readMinutes;
    private @Nullable Language lang;
    private @Nullable String url;

    /** Sets a field from its text; tags from text split at {@code |}. */
    void text(Field field, String value) throws BadRecordException {
        switch (field) {
            case ID -> id = blankToNull(limited(field, value, MAX_ID));
            case TITLE -> title = limited(field, value, MAX_TITLE);
            case SUMMARY -> summary = limited(field, value, MAX_SUMMARY);
            case TAGS -> tags(List.of(value.split("\\|", -1)));
            case PUBLISHER -> publisher = limited(field, value, MAX_PUBLISHER);
            case DATE -> date = FieldText.isBlank(value) ? null : day(value);
            case CATEGORY -> category = limited(field, value, MAX_CATEGORY);
            case LIKES -> likes = number(field, value);
            case READ_MINUTES -> readMinutes = number(field, value);
            case LANG -> lang = language(value);
            case URL -> url = webAddress(value);
        }
    }

    void tags(List<String> values) throws BadRecordException {
        List<String> clean = new ArrayList<>(values.size());
        for (String value : values) {
            String tag = limited(Field.TAGS, value, MAX_TAG);
            if (!tag.isEmpty() && !clean.contains(tag)) {
                if (clean.size() == MAX_TAGS) {
                    throw new BadRecordException(
                            RejectReason.TOO_LARGE, "more than " + MAX_TAGS + " tags; expected at most that many");
                }
                clean.add(tag);
            }
        }
        tags = clean;
    }

    void date(LocalDate value) {
        date = value;
    }

    void likes(int value) {
        likes = value;
    }

    void readMinutes(int value) {
        readMinutes = value;
    }

    /**
     * The article.
     *
     * @throws BadRecordException if title, publisher or date is missing
     */
    Article article() throws BadRecordException {
        require(!title.isEmpty(), Field.TITLE);
        require(!publisher.isEmpty(), Field.PUBLISHER);
        LocalDate day = date;
        if (day == null) {
            throw missing(Field.DATE);
        }
        return Article.builder(title, publisher, day)
                .id(id)
                .summary(summary)
                .tags(tags)
                .category(category)
                .likes(likes)
                .readMinutes(readMinutes)
                .lang(lang)
                .url(url)
                .build();
    }

    private static void require(boolean present, Field field) throws BadRecordException {
        if (!present) {
            throw missing(field);
        }
    }

    private static BadRecordException missing(Field field) {
        return new BadRecordException(
                RejectReason.MISSING_FIELD, field.word() + " is missing or blank; every article needs one");
    }

    private static @Nullable String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String limited(Field field, String value, int limit) throws BadRecordException {
        String clean = FieldText.clean(value);
        if (clean.length() > limit) {
            throw new BadRecordException(
                    RejectReason.TOO_LARGE,
                    field.word() + " has " + clean.length() + " characters; expected at most " + limit);
        }
        return clean;
    }

    private static LocalDate day(String value) throws BadRecordException {
        String text = FieldText.strip(value);
        if (DAY_SHAPE.matcher(text).matches()) {
            try {
                return LocalDate.parse(text, DAY);
            } catch (DateTimeException e) {
                throw badDate(value, "no such day");
            }
        }
        throw badDate(value, "not a day");
    }

    private static BadRecordException badDate(String value, String what) {
        return new BadRecordException(
                RejectReason.BAD_DATE,
                "date is " + FieldText.quoted(value) + ", " + what + "; expected one like 2019-08-27");
    }

    private static int number(Field field, String value) throws BadRecordException {
        String text = FieldText.strip(value);
        if (text.isEmpty()) {
            return 0;
        }
        if (text.length() <= 10 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            long number = Long.parseLong(text);
            if (number <= Integer.MAX_VALUE) {
                return (int) number;
            }
        }
        throw new BadRecordException(
                RejectReason.BAD_VALUE,
                field.word() + " is " + FieldText.quoted(value) + "; expected a whole number from 0 to "
                        + Integer.MAX_VALUE);
    }

    private static @Nullable Language language(String value) throws BadRecordException {
        String text = FieldText.strip(value);
        if (text.isEmpty()) {
            return null;
        }
        Optional<Language> language = Language.ofCode(text);
        if (language.isEmpty()) {
            throw new BadRecordException(
                    RejectReason.BAD_VALUE,
                    "lang is " + FieldText.quoted(value) + "; expected zh or en, or leave it out");
        }
        return language.get();
    }

    private static @Nullable String webAddress(String value) throws BadRecordException {
        String text = unwrapped(limited(Field.URL, value, MAX_URL));
        if (text.isEmpty()) {
            return null;
        }
        if (!WEB_ADDRESS.matcher(text).matches()) {
            throw badAddress(value);
        }
        return text;
    }

    /**
     * Dumps made from Markdown hold links as it writes them, {@code <address>}, {@code [text](address)} and {@code [address][number]},
     * or with the quotation mark that ended them.
     */
    private static String unwrapped(String link) {
        if (link.startsWith("<") && link.endsWith(">")) {
            return link.substring(1, link.length() - 1).strip();
        }
        int middle = link.lastIndexOf("](");
        if (link.startsWith("[") && link.endsWith(")") && middle > 0) {
            return link.substring(middle + 2, link.length() - 1).strip();
        }
        int reference = link.lastIndexOf("][");
        if (link.startsWith("[") && link.endsWith("]") && reference > 0) {
            return link.substring(1, reference).strip();
        }
        return link.endsWith("\"") ? link.substring(0, link.length() - 1) : link;
    }

    private static BadRecordException badAddress(String value) {
        return new BadRecordException(
                RejectReason.BAD_VALUE,
                "url is " + FieldText.quoted(value)
                        + "; expected an address that starts with http:// or https://, or leave it out");
    }
}
