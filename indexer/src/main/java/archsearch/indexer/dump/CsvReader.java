package archsearch.indexer.dump;

import archsearch.indexer.dump.ArticleFields.Field;
import archsearch.indexer.dump.DumpRecord.Location;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV (RFC 4180) with a header row that names the fields; tags are split at {@code |}, the separator is a comma, semicolon or
 * tab, whichever the header uses. A quote that is never closed must not swallow the file: a row that does not come out with the
 * header's number of fields loses its first line only, and reading goes on with the next. No general CSV parser offers that.
 */
final class CsvReader {
    /** A row of more lines than this is taken for one whose quote was never closed. */
    private static final int MAX_ROW_LINES = 2_000;

    private static final int MAX_ROW_CHARS = LineReader.MAX_LINE_BYTES;

    private final String file;
    private final LineReader lines;
    private final RecordSink sink;
    private final Deque<Line> ahead = new ArrayDeque<>();

    private CsvReader(String file, LineReader lines, RecordSink sink) {
        this.file = file;
        this.lines = lines;
        this.sink = sink;
    }

    static void read(String file, LineReader lines, RecordSink sink) throws IOException {
        new CsvReader(file, lines, sink).read();
    }

    private void read() throws IOException {
        Line first = take();
        while (first != null && first.isBlank()) {
            first = take();
        }
        if (first == null) {
            return;
        }
        Optional<CsvHeader> header = first.fault() == null ? CsvHeader.of(first.text()) : Optional.empty();
        if (header.isEmpty()) {
            rejectHeader(first);
            return;
        }
        for (String name : header.get().unknown()) {
            sink.unknownField(name, new Location(file, first.number()));
        }
        for (Line line = take(); line != null; line = take()) {
            if (!line.isBlank()) {
                readRow(header.get(), line);
            }
        }
    }

    private void rejectHeader(Line first) {
        sink.reject(
                new Location(file, first.number()),
                first.fault() == null ? RejectReason.MISSING_FIELD : first.fault(),
                first.fault() == null
                        ? "the header row must name title, publisher and date, each field once; found "
                                + FieldText.quoted(first.text())
                        : first.faultDetail(),
                first.text());
    }

    private void readRow(CsvHeader header, Line first) throws IOException {
        if (first.fault() != null) {
            reject(header, first, first.fault(), first.faultDetail());
            return;
        }
        CsvRow row = new CsvRow(header.separator());
        List<Line> taken = new ArrayList<>(1);
        long chars = 0;
        for (Line line = first; line != null; line = take()) {
            taken.add(line);
            chars += line.text().length();
            boolean tooLong = taken.size() > MAX_ROW_LINES || chars > MAX_ROW_CHARS;
            if (line.fault() != null || tooLong || !row.add(line.text())) {
                break;
            }
            if (row.isComplete()) {
                emit(header, row, taken);
                return;
            }
        }
        boolean atEnd = peek() == null && taken.size() == 1 && !first.ended();
        giveBack(taken);
        reject(
                header,
                first,
                atEnd ? RejectReason.CUT_OFF : RejectReason.BAD_SYNTAX,
                atEnd ? "the dump breaks off in the middle of this row" : row.fault());
    }

    private void emit(CsvHeader header, CsvRow row, List<Line> taken) throws IOException {
        Line first = taken.getFirst();
        List<String> values = row.values();
        if (values.size() != header.width()) {
            boolean cutOff = !taken.getLast().ended() && values.size() < header.width();
            giveBack(taken);
            reject(
                    header,
                    first,
                    cutOff ? RejectReason.CUT_OFF : RejectReason.BAD_SYNTAX,
                    "the row has " + values.size() + " fields; expected " + header.width() + " as in the header");
            return;
        }
        try {
            sink.article(header.fields(values).article(), new Location(file, first.number()));
        } catch (BadRecordException e) {
            StringBuilder source = new StringBuilder(header.text());
            taken.forEach(line -> source.append('\n').append(line.text()));
            sink.reject(new Location(file, first.number()), e.reason(), e.detail(), source.toString());
        }
    }

    private void reject(CsvHeader header, Line line, RejectReason reason, String detail) {
        sink.reject(new Location(file, line.number()), reason, detail, header.text() + '\n' + line.text());
    }

    /** Puts all lines but the first back, to be read on their own. */
    private void giveBack(List<Line> taken) {
        for (int i = taken.size() - 1; i > 0; i--) {
            ahead.addFirst(taken.get(i));
        }
    }

    private @Nullable Line take() throws IOException {
        Line next = ahead.pollFirst();
        return next != null ? next : lines.next();
    }

    private @Nullable Line peek() throws IOException {
        Line next = take();
        if (next != null) {
            ahead.addFirst(next);
        }
        return next;
    }

    /** Reads what a header row says about the rows below it. */
    record CsvHeader(String text, char separator, Map<Field, Integer> columns, List<String> unknown, int width) {
        private static final char[] SEPARATORS = {',', ';', '\t'};

        /** The header that the line is, or empty where it does not name the required fields, each field once. */
        static Optional<CsvHeader> of(String line) {
            for (char separator : SEPARATORS) {
                CsvRow row = new CsvRow(separator);
                if (!row.add(line) || !row.isComplete()) {
                    continue;
                }
                Map<Field, Integer> columns = new EnumMap<>(Field.class);
                List<String> unknown = new ArrayList<>();
                boolean twice = false;
                for (int i = 0; i < row.values().size(); i++) {
                    String name = FieldText.clean(row.values().get(i));
                    Optional<Field> field = Field.ofName(name);
                    if (field.isPresent()) {
                        twice |= columns.put(field.get(), i) != null;
                    } else if (!name.isEmpty()) {
                        unknown.add(name);
                    }
                }
                boolean complete = columns.containsKey(Field.TITLE)
                        && columns.containsKey(Field.PUBLISHER)
                        && columns.containsKey(Field.DATE);
                if (complete && !twice) {
                    return Optional.of(new CsvHeader(
                            line, separator, columns, unknown, row.values().size()));
                }
            }
            return Optional.empty();
        }

        ArticleFields fields(List<String> values) throws BadRecordException {
            ArticleFields fields = new ArticleFields();
            for (Map.Entry<Field, Integer> column : columns.entrySet()) {
                fields.text(column.getKey(), values.get(column.getValue()));
            }
            return fields;
        }
    }
}
