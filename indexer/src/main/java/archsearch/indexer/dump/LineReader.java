package archsearch.indexer.dump;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into lines of UTF-8 text. A line ends with LF or CRLF; a byte order mark at the start is dropped. A line of
 * broken UTF-8 or of more than {@link #MAX_LINE_BYTES} bytes is returned with its fault, and reading goes on behind it. Memory is
 * bounded by the longest line. Not thread-safe.
 */
final class LineReader {
    /** Longest line: a record at its field limits takes about a tenth of it, even with every character escaped. */
    static final int MAX_LINE_BYTES = 4 << 20;

    /** How much of an overlong line is kept to be shown. */
    private static final int SHOWN_BYTES = DumpRecord.Rejected.MAX_TEXT;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private byte[] line = new byte[1 << 12];
    private int length;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line, or null behind the last one. */
    @Nullable Line next() throws IOException {
        length = 0;
        long size = 0;
        boolean any = false;
        boolean ended = false;
        while (!ended && fill()) {
            any = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            size += end - from;
            keep(end - from, size > MAX_LINE_BYTES ? SHOWN_BYTES : MAX_LINE_BYTES);
            ended = end < to;
            from = ended ? end + 1 : end;
        }
        if (!any) {
            return null;
        }
        number++;
        if (size > MAX_LINE_BYTES) {
            String shown = new String(line, 0, Math.min(length, SHOWN_BYTES), StandardCharsets.UTF_8);
            line = new byte[1 << 12];
            return new Line(number, shown, RejectReason.TOO_LARGE, ended);
        }
        return decoded(ended);
    }

    /** The number of the line read last, 0 before the first. */
    long number() {
        return number;
    }

    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return from < to;
    }

    private void keep(int count, int limit) {
        int kept = Math.max(0, Math.min(count, limit - length));
        if (length + kept > line.length) {
            line = Arrays.copyOf(line, Math.max(length + kept, Math.min(line.length * 2, MAX_LINE_BYTES)));
        }
        System.arraycopy(buffer, from, line, length, kept);
        length += kept;
    }

    private Line decoded(boolean ended) {
        int start = number == 1 && startsWithMark() ? 3 : 0;
        int end = length > start && line[length - 1] == '\r' ? length - 1 : length;
        String text = new String(line, start, end - start, StandardCharsets.UTF_8);
        boolean sound = text.indexOf('\uFFFD') < 0 || isUtf8(line, start, end - start);
        return new Line(number, text, sound ? null : RejectReason.BAD_ENCODING, ended);
    }

    private boolean startsWithMark() {
        return length >= 3 && (line[0] & 0xFF) == 0xEF && (line[1] & 0xFF) == 0xBB && (line[2] & 0xFF) == 0xBF;
    }

    /** Whether the bytes are well-formed UTF-8. */
    static boolean isUtf8(byte[] bytes, int from, int count) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, count));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
