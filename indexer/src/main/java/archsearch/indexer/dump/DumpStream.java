package archsearch.indexer.dump;

import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The plain bytes of a dump, whatever compression its first bytes announce: none, gzip, zstd, or one of them in the other.
 *
 * <p>A fault below (a file that breaks off, damaged compression, a zip bomb, a disk error) ends the stream where the good
 * bytes end and is then told by {@link #fault()}, so that everything before it is still read. Not thread-safe.
 */
final class DumpStream extends InputStream {
    /** Compression may be nested once: what is compressed twice is a mistake, three times an attack. */
    private static final int MAX_LAYERS = 2;

    /** Plain bytes that any file may expand to before {@link #MAX_RATIO} counts. */
    private static final long FREE_BYTES = 64L << 20;

    /** Plain bytes per compressed byte. Text of articles comes to 3 to 10, the same record over and over to some hundreds. */
    private static final long MAX_RATIO = 1000;

    /**
     * Why the stream ended early.
     *
     * @param reason {@code CUT_OFF}, {@code TOO_LARGE}, {@code BAD_SYNTAX} or {@code UNREADABLE_FILE}
     * @param detail one sentence for the operator
     */
    record Fault(RejectReason reason, String detail) {}

    private final CountedBytes raw;
    private final PeekStream plain;
    private final boolean compressed;
    private long plainBytes;
    private @Nullable Fault fault;

    /**
     * Opens a dump.
     *
     * @param in the file's bytes; closed with this stream
     * @param onRead is told the number of bytes each read took from the file
     */
    DumpStream(InputStream in, LongConsumer onRead) {
        this.raw = new CountedBytes(in, onRead);
        PeekStream layer = new PeekStream(raw);
        int layers = 0;
        try {
            while (layers < MAX_LAYERS) {
                InputStream inner = decompressed(layer);
                if (inner == null) {
                    break;
                }
                layer = new PeekStream(inner);
                layers++;
            }
        } catch (IOException e) {
            fault = faultOf(e);
        }
        this.plain = layer;
        this.compressed = layers > 0;
    }

    private static @Nullable InputStream decompressed(PeekStream in) throws IOException {
        byte[] magic = in.peek(4);
        if (magic.length >= 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B) {
            return new GZIPInputStream(in, 1 << 16);
        }
        boolean zstd = magic.length == 4
                && (magic[0] & 0xFF) == 0x28
                && (magic[1] & 0xFF) == 0xB5
                && (magic[2] & 0xFF) == 0x2F
                && (magic[3] & 0xFF) == 0xFD;
        return zstd ? new ZstdInputStream(in) : null;
    }

    /** The next plain bytes, see {@link PeekStream#peek}; none after a fault. */
    byte[] peek(int count) {
        if (fault != null) {
            return new byte[0];
        }
        try {
            return plain.peek(count);
        } catch (IOException e) {
            // What was decompressed before the fault is still to be read, so look at less.
            return count > 1 ? peek(count / 2) : new byte[0];
        }
    }

    /** Why the stream ended before its time, or null where it has not. */
    @Nullable Fault fault() {
        return fault;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (fault != null) {
            return -1;
        }
        try {
            int got = plain.read(target, offset, length);
            plainBytes += Math.max(0, got);
            if (compressed && plainBytes > FREE_BYTES && plainBytes / MAX_RATIO > raw.count()) {
                fault = new Fault(
                        RejectReason.TOO_LARGE,
                        "expands to more than " + MAX_RATIO
                                + " times its size; unpack it by hand if it is what you mean");
                return -1;
            }
            return got;
        } catch (IOException e) {
            fault = faultOf(e);
            return -1;
        }
    }

    private static Fault faultOf(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof EOFException || message.contains("Truncated")) {
            return new Fault(
                    RejectReason.CUT_OFF,
                    "the compressed file breaks off; what came before is read, copy the file again for the rest");
        }
        if (e instanceof java.util.zip.ZipException || e instanceof com.github.luben.zstd.ZstdIOException) {
            return new Fault(
                    RejectReason.BAD_SYNTAX,
                    "the compressed data is damaged (" + message + "); what came before is read, copy the file again");
        }
        return new Fault(RejectReason.UNREADABLE_FILE, "cannot be read further: " + message);
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }

    /** Counts the bytes that are read from the file. */
    private static final class CountedBytes extends InputStream {
        private final InputStream in;
        private final LongConsumer onRead;
        private long count;

        private CountedBytes(InputStream in, LongConsumer onRead) {
            this.in = in;
            this.onRead = onRead;
        }

        private long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int got = in.read(target, offset, length);
            if (got > 0) {
                count += got;
                onRead.accept(got);
            }
            return got;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
