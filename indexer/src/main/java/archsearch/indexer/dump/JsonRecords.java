package archsearch.indexer.dump;

import archsearch.indexer.dump.DumpRecord.Location;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the JSON objects in a piece of text: a line of JSON Lines or an element of an array. Where an object cannot be read, it
 * goes on at the next place that looks like the start of one, so that a record is kept whose neighbour lost its end. Not
 * thread-safe.
 */
final class JsonRecords {
    /** A record is flat but for its tags; nothing that nests deeper than this is a dump of articles. */
    static final int MAX_DEPTH = 32;

    /** In a record, a brace behind a comma or a closing brace, or at the start of a line, begins a record of its own. */
    private static final Pattern NEXT_OBJECT = Pattern.compile("(?:[,}\\]]\\s*|\\n\\s*)(?=\\{\\s*\")");

    /** Where the parser saw what is not closed, in its own terms; the record's line is told already. */
    private static final Pattern OPENING = Pattern.compile(" \\(start marker at .*");

    /** Reads records. */
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private final String file;
    private final RecordSink sink;

    JsonRecords(String file, RecordSink sink) {
        this.file = file;
        this.sink = sink;
    }

    /**
     * Reads every object of the text.
     *
     * @param text one or more objects, with or without commas between
     * @param line the text's first line
     * @param sound false where the text was not UTF-8; then a record with a replacement character in it is rejected
     * @param last whether the dump ends with this text, so that an object without an end was cut off
     */
    void read(String text, long line, boolean sound, boolean last) {
        int from = skipSeparators(text, 0);
        long at = line + newlines(text, 0, from);
        while (from < text.length()) {
            int end = readObject(text, from, at, sound, last);
            int next = skipSeparators(text, end);
            at += newlines(text, from, next);
            from = next;
        }
    }

    /** Reads or rejects what starts at {@code from}; returns where it ends. */
    private int readObject(String text, int from, long line, boolean sound, boolean last) {
        String rest = from == 0 ? text : text.substring(from);
        if (rest.charAt(0) != '{') {
            int end = from + nextObject(rest);
            reject(
                    line,
                    RejectReason.BAD_SYNTAX,
                    "not a JSON object; expected one record {…}",
                    text.substring(from, end));
            return end;
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), rest)) {
            parser.nextToken();
            JsonObjectReader object = new JsonObjectReader(parser, line);
            object.read();
            int length = (int) parser.currentLocation().getCharOffset();
            String source = rest.substring(0, length);
            if (!sound && source.indexOf('\uFFFD') >= 0) {
                reject(line, RejectReason.BAD_ENCODING, "the record is not UTF-8; save the dump as UTF-8", source);
            } else {
                emit(object, line, source);
            }
            return from + length;
        } catch (JacksonException e) {
            int end = from + (e instanceof StreamConstraintsException ? rest.length() : nextObject(rest));
            long faultLine = line
                    + Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getLineNr() - 1);
            String source = text.substring(from, end);
            boolean cutOff = last && end == text.length() && isEndOfText(e);
            if (!sound && source.indexOf('\uFFFD') >= 0) {
                reject(line, RejectReason.BAD_ENCODING, "the record is not UTF-8; save the dump as UTF-8", source);
            } else if (cutOff) {
                reject(faultLine, RejectReason.CUT_OFF, "the dump breaks off in the middle of this record", source);
            } else {
                reject(faultLine, reasonOf(e), "not JSON: " + firstSentence(e), source);
            }
            return end;
        }
    }

    private void emit(JsonObjectReader object, long line, String source) {
        Location location = new Location(file, line);
        if (object.isRejectedBefore()) {
            sink.rejectedBefore(
                    object.rejectFile(), object.rejectReason(), object.rejectDetail(), object.rejectText(), location);
            return;
        }
        for (String name : object.unknownFields()) {
            sink.unknownField(name, location);
        }
        try {
            sink.article(object.article(), location);
        } catch (BadRecordException e) {
            reject(e.line(line), e.reason(), e.detail(), source);
        }
    }

    private void reject(long line, RejectReason reason, String detail, String source) {
        sink.reject(new Location(file, line), reason, detail, FieldText.strip(source));
    }

    /** Not every end of input has the exception made for it. */
    private static boolean isEndOfText(JacksonException e) {
        return e instanceof UnexpectedEndOfInputException
                || String.valueOf(e.getOriginalMessage()).startsWith("Unexpected end-of-input");
    }

    static RejectReason reasonOf(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return String.valueOf(e.getOriginalMessage()).contains("depth")
                    ? RejectReason.TOO_DEEP
                    : RejectReason.TOO_LARGE;
        }
        return RejectReason.BAD_SYNTAX;
    }

    /** What the parser says, cleaned and cut, with the column. */
    static String firstSentence(JacksonException e) {
        String message = OPENING.matcher(FieldText.clean(String.valueOf(e.getOriginalMessage())))
                .replaceFirst("");
        int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
        String shown = message.length() > 160 ? message.substring(0, 160) + "…" : message;
        return column > 0 ? shown + " (column " + column + ")" : shown;
    }

    /** Where, behind the first character, the next object seems to start; the text's length where none does. */
    private static int nextObject(String text) {
        Matcher next = NEXT_OBJECT.matcher(text);
        return next.find(1) ? next.end() : text.length();
    }

    private static int skipSeparators(String text, int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) <= ' ' || text.charAt(i) == ',' || text.charAt(i) == '\uFEFF')) {
            i++;
        }
        return i;
    }

    private static int newlines(String text, int from, int to) {
        int count = 0;
        for (int i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) {
            count++;
        }
        return count;
    }
}
