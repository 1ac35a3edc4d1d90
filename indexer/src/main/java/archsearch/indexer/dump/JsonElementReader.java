package archsearch.indexer.dump;

import archsearch.indexer.dump.DumpRecord.Location;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a JSON array of records, or records that follow one another over several lines each. It cuts the stream into elements and
 * leaves their reading to {@link JsonRecords}, so that one element is in memory at a time. An element that is not JSON is
 * followed to the next place where a record seems to start; an overlong one is followed to its end without being kept.
 */
final class JsonElementReader {
    private static final int MAX_BYTES = LineReader.MAX_LINE_BYTES;

    private final String file;
    private final InputStream in;
    private final RecordSink sink;
    private final JsonRecords records;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long line = 1;
    private boolean closed;
    private ByteArrayOutputStream element = new ByteArrayOutputStream(1 << 12);

    JsonElementReader(String file, InputStream in, RecordSink sink) {
        this.file = file;
        this.in = in;
        this.sink = sink;
        this.records = new JsonRecords(file, sink);
    }

    /** The line reached. */
    long line() {
        return line;
    }

    void read() throws IOException {
        boolean opened = false;
        int next = skipSeparators();
        if (next == '[') {
            opened = true;
            take();
            next = skipSeparators();
        }
        while (next >= 0) {
            if (next == ']' && opened && !closed) {
                closed = true;
                take();
            } else {
                readElement();
            }
            next = skipSeparators();
        }
        if (opened && !closed) {
            sink.reject(
                    new Location(file, line),
                    RejectReason.CUT_OFF,
                    "the array has no closing ]; the dump breaks off here, copy it again",
                    "");
        }
    }

    private void readElement() throws IOException {
        element.reset();
        long start = line;
        JsonShape shape = new JsonShape();
        boolean tooLarge = false;
        int next = peek();
        while (next >= 0 && !shape.isComplete() && !shape.startsAnother(next)) {
            take();
            if (element.size() < MAX_BYTES) {
                element.write(next);
            } else {
                tooLarge = true;
            }
            shape.add(next);
            next = peek();
        }
        byte[] bytes = element.toByteArray();
        if (element.size() > 1 << 16) {
            element = new ByteArrayOutputStream(1 << 12);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        // A record that breaks off is told as such; one that lost its brace may hold the array's bracket instead.
        closed |= (next < 0 && !shape.isComplete())
                || (text.startsWith("{") && text.stripTrailing().endsWith("]"));
        if (tooLarge || shape.isTooDeep()) {
            sink.reject(
                    new Location(file, start),
                    tooLarge ? RejectReason.TOO_LARGE : RejectReason.TOO_DEEP,
                    tooLarge
                            ? "the record is longer than " + MAX_BYTES + " bytes"
                            : "the record is nested deeper than " + JsonRecords.MAX_DEPTH + " levels",
                    text);
        } else {
            boolean sound = text.indexOf('\uFFFD') < 0 || LineReader.isUtf8(bytes, 0, bytes.length);
            records.read(text, start, sound, next < 0 && !shape.isComplete());
        }
    }

    /** Skips white space, commas and a byte order mark; returns the next byte or -1. */
    private int skipSeparators() throws IOException {
        int next = peek();
        while ((next >= 0 && next <= ' ') || next == ',' || next == 0xEF || next == 0xBB || next == 0xBF) {
            take();
            next = peek();
        }
        return next;
    }

    private int peek() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return from < to ? buffer[from] & 0xFF : -1;
    }

    private void take() {
        if (buffer[from++] == '\n') {
            line++;
        }
    }
}
