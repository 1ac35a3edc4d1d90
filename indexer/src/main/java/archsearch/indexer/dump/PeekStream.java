package archsearch.indexer.dump;

import java.io.IOException;
import java.io.InputStream;

/**
 * A buffered stream whose next bytes can be looked at without taking them. Not thread-safe.
 *
 * <p>{@link #available()} waits for a byte instead of guessing: the JDK's gzip reader takes an answer of 0 for the end of
 * the file, which on a pipe would silently lose every member after the first.
 */
final class PeekStream extends InputStream {
    /** Bytes that can be looked at: enough to see several listing cards or the first record of a dump. */
    static final int CAPACITY = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[CAPACITY];
    private int from;
    private int to;
    private boolean ended;

    PeekStream(InputStream in) {
        this.in = in;
    }

    /** The next bytes, at most {@code count}, fewer only where the stream ends; they stay in the stream. */
    byte[] peek(int count) throws IOException {
        int wanted = Math.min(count, CAPACITY);
        if (to - from < wanted && from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        while (to - from < wanted && !ended) {
            fill();
        }
        byte[] next = new byte[Math.min(wanted, to - from)];
        System.arraycopy(buffer, from, next, 0, next.length);
        return next;
    }

    private void fill() throws IOException {
        if (from == to) {
            from = 0;
            to = 0;
        }
        int got = in.read(buffer, to, CAPACITY - to);
        if (got < 0) {
            ended = true;
        } else {
            to += got;
        }
    }

    private boolean hasByte() throws IOException {
        while (from == to && !ended) {
            fill();
        }
        return from < to;
    }

    @Override
    public int read() throws IOException {
        return hasByte() ? buffer[from++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasByte()) {
            return -1;
        }
        int count = Math.min(length, to - from);
        System.arraycopy(buffer, from, target, offset, count);
        from += count;
        return count;
    }

    @Override
    public int available() throws IOException {
        return hasByte() ? to - from : 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
