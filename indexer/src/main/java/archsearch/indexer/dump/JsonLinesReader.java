package archsearch.indexer.dump;

import archsearch.indexer.dump.DumpRecord.Location;
import java.io.IOException;
import java.util.regex.Pattern;

/** Reads JSON Lines: a record on each line. A fault never reaches beyond its line. */
final class JsonLinesReader {
    private static final Pattern BRACKET_ONLY = Pattern.compile("\\s*[\\[\\],]*\\s*");

    private JsonLinesReader() {}

    static void read(String file, LineReader lines, RecordSink sink) throws IOException {
        JsonRecords records = new JsonRecords(file, sink);
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (line.fault() == RejectReason.TOO_LARGE) {
                sink.reject(new Location(file, line.number()), RejectReason.TOO_LARGE, line.faultDetail(), line.text());
            } else if (!BRACKET_ONLY.matcher(line.text()).matches()) {
                records.read(line.text(), line.number(), line.fault() == null, !line.ended());
            }
        }
    }
}
