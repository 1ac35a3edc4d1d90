package archsearch.indexer.dump;

import archsearch.indexer.article.Article;
import archsearch.indexer.dump.ArticleFields.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one JSON object as a record. The whole object is read even where a field is wrong, so that the parser stands behind it
 * afterwards; the first fault is kept.
 */
final class JsonObjectReader {
    private static final Set<String> REJECT_FIELDS = Set.of("file", "line", "reason", "detail", "text");

    /** More unknown fields than this are not collected from one record. */
    private static final int MAX_UNKNOWN = 50;

    private final JsonParser parser;
    private final long line;
    private final ArticleFields fields = new ArticleFields();
    private final EnumSet<Field> given = EnumSet.noneOf(Field.class);
    private final List<String> unknown = new ArrayList<>(0);
    private final Map<String, String> rejectFields = new HashMap<>(0);
    private @Nullable BadRecordException fault;

    /**
     * A reader of the object whose start the parser stands on.
     *
     * @param line the line on which the parser's text starts
     */
    JsonObjectReader(JsonParser parser, long line) {
        this.parser = parser;
        this.line = line;
    }

    /** Reads up to the object's end. */
    void read() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            Optional<Field> field = Field.ofName(name);
            JsonToken value = parser.nextToken();
            if (field.isEmpty()) {
                readUnknown(name, value);
                continue;
            }
            try {
                if (!given.add(field.get())) {
                    throw new BadRecordException(
                            RejectReason.BAD_SYNTAX, "the field " + name + " is given twice; expected it once");
                }
                readField(field.get(), value);
            } catch (BadRecordException e) {
                if (fault == null) {
                    long faultLine = line + parser.currentTokenLocation().getLineNr() - 1;
                    fault = new BadRecordException(e.reason(), e.detail(), faultLine, field.get());
                }
            }
            if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
                parser.skipChildren();
            }
        }
    }

    private void readUnknown(String name, JsonToken value) {
        if (REJECT_FIELDS.contains(name) && value == JsonToken.VALUE_STRING) {
            rejectFields.put(name, parser.getString());
        } else {
            parser.skipChildren();
        }
        if (unknown.size() < MAX_UNKNOWN) {
            unknown.add(name);
        }
    }

    private void readField(Field field, JsonToken value) throws BadRecordException {
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        switch (field) {
            case TAGS -> readTags(value);
            case LIKES, READ_MINUTES -> {
                boolean number = value == JsonToken.VALUE_NUMBER_INT || value == JsonToken.VALUE_NUMBER_FLOAT;
                fields.text(field, expected(number, field, "a whole number", value));
            }
            case ID, TITLE, SUMMARY, PUBLISHER, DATE, CATEGORY, LANG, URL ->
                fields.text(field, expected(value == JsonToken.VALUE_STRING, field, "a string", value));
        }
    }

    private void readTags(JsonToken value) throws BadRecordException {
        if (value != JsonToken.START_ARRAY) {
            throw wrongType(Field.TAGS, "an array of strings", value);
        }
        List<String> tags = new ArrayList<>(4);
        BadRecordException wrong = null;
        for (JsonToken tag = parser.nextToken(); tag != JsonToken.END_ARRAY; tag = parser.nextToken()) {
            if (tag == JsonToken.VALUE_STRING) {
                if (tags.size() <= ArticleFields.MAX_TAGS) {
                    tags.add(parser.getString());
                }
            } else {
                wrong = wrongType(Field.TAGS, "an array of strings", tag);
                parser.skipChildren();
            }
        }
        if (wrong != null) {
            throw wrong;
        }
        fields.tags(tags);
    }

    private String expected(boolean right, Field field, String type, JsonToken value) throws BadRecordException {
        if (!right) {
            throw wrongType(field, type, value);
        }
        return parser.getString();
    }

    private static BadRecordException wrongType(Field field, String expected, JsonToken value) {
        String found = switch (value) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT -> "something else";
        };
        return new BadRecordException(
                RejectReason.BAD_VALUE, field.word() + " holds " + found + "; expected " + expected);
    }

    /** Gives the article an id where the object has none. */
    void idIfNone(String id) throws BadRecordException {
        fields.idIfNone(id);
    }

    /**
     * The article.
     *
     * @throws BadRecordException with the first fault found
     */
    Article article() throws BadRecordException {
        if (fault != null) {
            throw fault;
        }
        return fields.article();
    }

    /** Names that are no field of an article, in their order. */
    List<String> unknownFields() {
        return unknown;
    }

    /** Whether the object is a line of a reject file. */
    boolean isRejectedBefore() {
        return given.isEmpty() && rejectFields.containsKey("text") && rejectFields.containsKey("reason");
    }

    String rejectFile() {
        return rejectFields.getOrDefault("file", "");
    }

    RejectReason rejectReason() {
        String word = rejectFields.getOrDefault("reason", "");
        for (RejectReason reason : RejectReason.values()) {
            if (reason.word().equals(word)) {
                return reason;
            }
        }
        return RejectReason.BAD_SYNTAX;
    }

    String rejectDetail() {
        return rejectFields.getOrDefault("detail", "");
    }

    String rejectText() {
        return rejectFields.getOrDefault("text", "");
    }
}
