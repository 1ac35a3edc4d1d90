package archsearch.indexer.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HostileDumpTest {
    private static final String RECORD = "{\"title\":\"%s\",\"publisher\":\"P\",\"date\":\"2019-08-27\"}\n";

    private static String lines(String... titles) {
        StringBuilder text = new StringBuilder();
        for (String title : titles) {
            text.append(RECORD.formatted(title));
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /** A stream of one byte, over and over, so that no test holds what it sends. */
    private static InputStream repeated(int value, long count) {
        return new InputStream() {
            private long left = count;

            @Override
            public int read() {
                return left-- > 0 ? value : -1;
            }

            @Override
            public int read(byte[] target, int from, int length) {
                if (left <= 0) {
                    return -1;
                }
                int some = (int) Math.min(length, left);
                Arrays.fill(target, from, from + some, (byte) value);
                left -= some;
                return some;
            }
        };
    }

    private static Reading around(String before, InputStream middle, String after) throws IOException {
        InputStream head = new SequenceInputStream(new ByteArrayInputStream(bytes(before)), middle);
        return Reading.of(List.of("-"), new SequenceInputStream(head, new ByteArrayInputStream(bytes(after))));
    }

    @Test
    void invalidUtf8_inOneRecord_rejectsThatRecord() {
        byte[] text = bytes(lines("A", "B?", "C"));
        text[new String(text, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xC3;
        Reading reading = Reading.ofBytes(text);
        assertThat(reading.titles()).containsExactly("A", "C");
        assertThat(reading.faults()).containsExactly("2 bad-encoding");
    }

    @Test
    void replacementCharacter_writtenProperly_isText() {
        assertThat(Reading.ofText(lines("A\uFFFD")).titles()).containsExactly("A\uFFFD");
    }

    @Test
    void nulBytes_betweenRecords_rejectTheirLineOnly() {
        Reading reading = Reading.ofText(lines("A") + "\0\0\0\n{\"\0\n" + lines("C"));
        assertThat(reading.titles()).containsExactly("A", "C");
        assertThat(reading.faults()).allMatch(fault -> fault.endsWith("bad-syntax"));
    }

    @Test
    void line_ofHundredMegabytes_isRejectedAndSkipped() throws IOException {
        Reading reading = around(lines("A"), repeated('x', 100_000_000), "\n" + lines("C"));
        assertThat(reading.titles()).containsExactly("A", "C");
        assertThat(reading.faults()).containsExactly("2 too-large");
        assertThat(reading.rejects().getFirst().text()).hasSizeLessThanOrEqualTo(DumpRecord.Rejected.MAX_TEXT);
    }

    @Test
    void arrayElement_ofHundredMegabytes_isRejectedAndSkipped() throws IOException {
        String element = RECORD.formatted("A").strip();
        Reading reading = around("[" + element + ",{\"title\":\"", repeated('x', 100_000_000), "\"}," + element + "]");
        assertThat(reading.titles()).containsExactly("A", "A");
        assertThat(reading.faults()).containsExactly("1 too-large");
    }

    @Test
    void csvAndListing_withOneEndlessLine_areBounded() throws IOException {
        assertThat(around("title,publisher,date\n\"A", repeated('x', 50_000_000), "\nB,P,2019-08-27\n")
                        .titles())
                .containsExactly("B");
        String header = "Tagged articles\n9 articles\nPage 1 of 2\n";
        assertThat(around(header, repeated('x', 50_000_000), "").rejects()).isNotEmpty();
        assertThat(around(header, repeated('\n', 5_000_000), "").articles()).isEmpty();
    }

    @Test
    void json_nestedHundredThousandDeep_isRejected() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        String objects = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
        String inField = RECORD.formatted("B").replace("}", ",\"x\":" + deep + "}");
        Reading lines = Reading.ofText(lines("A") + inField + objects + "\n" + lines("C"));
        assertThat(lines.titles()).containsExactly("A", "C");
        assertThat(lines.faults()).containsExactly("2 too-deep", "3 too-deep");
        Reading array = Reading.ofText("[" + objects + "," + RECORD.formatted("C") + "]");
        assertThat(array.titles()).containsExactly("C");
        assertThat(array.faults()).containsExactly("1 too-deep");
        assertThat(Reading.ofText(deep).articles()).isEmpty();
        assertThat(Reading.ofText("[".repeat(100_000)).rejects()).isNotEmpty();
    }

    @Test
    void number_ofManyDigits_isRejected() {
        String huge = RECORD.formatted("B").replace("}", ",\"likes\":" + "9".repeat(100_000) + "}");
        Reading reading = Reading.ofText(lines("A") + huge + lines("C"));
        assertThat(reading.titles()).containsExactly("A", "C");
        assertThat(reading.rejects()).hasSize(1);
    }

    @Test
    void dump_emptyOrBlank_isNoted() {
        assertThat(Reading.ofText("").summary().notes()).containsExactly("-: empty, nothing to read");
        assertThat(Reading.ofText("\uFEFF \n\n").summary().notes()).hasSize(1);
        assertThat(Reading.ofText("").records()).isEmpty();
    }

    @Test
    void dump_inUtf16_saysSo() {
        Reading reading = Reading.ofBytes(("\uFEFF" + lines("A")).getBytes(StandardCharsets.UTF_16BE));
        assertThat(reading.faults()).containsExactly("1 bad-encoding");
    }

    @Test
    void text_thatIsNoDump_isRejectedOnce() {
        assertThat(Reading.ofText("hello\nworld\n").faults()).containsExactly("1 bad-syntax");
    }

    @Test
    void gzipAndZstd_alsoInOneAnother_areRead() throws IOException {
        byte[] plain = bytes(lines("A", "B"));
        byte[] members = concat(gzip(bytes(lines("A"))), gzip(bytes(lines("B"))));
        for (byte[] packed :
                List.of(gzip(plain), Zstd.compress(plain), gzip(gzip(plain)), gzip(Zstd.compress(plain)), members)) {
            assertThat(Reading.ofBytes(packed).titles()).containsExactly("A", "B");
        }
        assertThat(Reading.ofBytes(gzip(gzip(gzip(plain)))).rejects()).hasSize(1);
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @Test
    void compressed_cutAtEveryByte_keepsWhatCanBeReadWithOneReject() throws IOException {
        String text = lines("A", "B", "C");
        for (byte[] packed : List.of(gzip(bytes(text)), Zstd.compress(bytes(text)))) {
            for (int end = 5; end < packed.length; end++) {
                Reading reading = Reading.ofBytes(Arrays.copyOf(packed, end));
                assertThat(reading.faults()).as("cut at " + end).hasSize(1).allMatch(f -> f.endsWith("cut-off"));
                assertThat(List.of("A", "B", "C")).containsAll(reading.titles());
            }
        }
    }

    @Test
    void compressed_withDamagedBytes_isRejectedWithoutAStackTrace() throws IOException {
        byte[] packed = gzip(bytes(lines("A", "B", "C")));
        for (int at = 10; at < packed.length; at++) {
            byte[] damaged = packed.clone();
            damaged[at] ^= 0x55;
            assertThat(Reading.ofBytes(damaged).rejects())
                    .as("damaged at " + at)
                    .isNotEmpty();
        }
    }

    @Test
    void zipBomb_isStoppedAndWhatCameBeforeIsKept() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(lines("A")));
            repeated(' ', 400_000_000).transferTo(gzip);
        }
        Reading reading = Reading.ofBytes(gzip(packed.toByteArray()));
        assertThat(reading.titles()).containsExactly("A");
        assertThat(reading.rejects()).isNotEmpty().allMatch(r -> r.reason() == RejectReason.TOO_LARGE);
    }

    @Test
    void path_missingOrNoFile_failsBeforeReading(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> Reading.of(folder.resolve("no.jsonl").toString()))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("no.jsonl: no such file");
        Path socket = folder.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertThatThrownBy(() -> Reading.of(socket.toString()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("neither a file nor a folder");
            Reading reading = Reading.of(folder.toString());
            assertThat(reading.faults()).containsExactly("1 unreadable-file");
        }
    }

    @Test
    void folder_isReadRecursivelySortedAndOnce(@TempDir Path folder) throws IOException {
        Path inner = Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("c.jsonl"), lines("C"));
        Files.write(inner.resolve("x.dat"), gzip(bytes(lines("B"))));
        Files.writeString(folder.resolve("a.json"), "[" + lines("A") + "]");
        Files.writeString(folder.resolve(".hidden.jsonl"), lines("H"));
        Files.writeString(folder.resolve("README.md"), "# Read me\n");
        Files.createSymbolicLink(inner.resolve("loop"), folder);
        Files.createSymbolicLink(folder.resolve("again.jsonl"), folder.resolve("c.jsonl"));
        Reading reading = Reading.of(folder.toString());
        assertThat(reading.titles()).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.summary().notes()).singleElement().asString().contains("README.md: left out");
        Reading named = Reading.of(
                folder.resolve("c.jsonl").toString(),
                inner.toString(),
                folder.resolve("a.json").toString());
        assertThat(named.titles()).containsExactly("A", "B", "C");
    }
}
