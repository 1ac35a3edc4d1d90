package archsearch.indexer.dump;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a dump is, told from its first bytes; its name only helps where they say nothing. */
enum DumpFormat {
    LISTING,
    JSON_LINES,
    /** A JSON array, or records of several lines each. */
    JSON_ELEMENTS,
    /** JSON Lines whose lines are rejects of an earlier run. */
    REJECTS,
    CSV,
    EMPTY,
    UTF_16,
    UNKNOWN;

    /**
     * Tells the format.
     *
     * @param head the first plain bytes, as many as {@link PeekStream#CAPACITY} where the dump has them
     * @param plainName the file's name in lower case, without an ending for compression
     */
    static DumpFormat of(byte[] head, String plainName) {
        if (head.length >= 2 && ((head[0] == -1 && head[1] == -2) || (head[0] == -2 && head[1] == -1))) {
            return UTF_16;
        }
        String text = new String(head, StandardCharsets.UTF_8);
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (FieldText.isBlank(text)) {
            return head.length < PeekStream.CAPACITY ? EMPTY : ofName(plainName);
        }
        List<String> lines = text.lines().toList();
        // Before JSON, since a publisher's name may start with a bracket; no line of JSON is a date line.
        if (isListing(lines)) {
            return LISTING;
        }
        char first = FieldText.strip(text).charAt(0);
        if (first == '[') {
            return JSON_ELEMENTS;
        }
        boolean records = lines.stream().anyMatch(DumpFormat::isRecord);
        if (first == '{' || records) {
            boolean oneLine = lines.size() == 1;
            if (!records && !oneLine) {
                return JSON_ELEMENTS;
            }
            return isReject(lines) ? REJECTS : JSON_LINES;
        }
        boolean csv = lines.stream()
                .filter(line -> !FieldText.isBlank(line))
                .limit(1)
                .anyMatch(line -> CsvReader.CsvHeader.of(line).isPresent());
        if (csv) {
            return CSV;
        }
        return lines.stream().anyMatch(line -> line.startsWith("{")) ? JSON_ELEMENTS : ofName(plainName);
    }

    private static boolean isListing(List<String> lines) {
        boolean header = lines.stream()
                        .limit(5)
                        .filter(line -> ListingLines.header(line).isPresent())
                        .count()
                >= 2;
        return header
                || lines.stream()
                        .anyMatch(line -> ListingLines.date(line)
                                .filter(ListingLines.DateLine::dotted)
                                .isPresent())
                || lines.stream()
                        .anyMatch(line -> ListingLines.meta(line)
                                .filter(ListingLines.MetaLine::readable)
                                .isPresent());
    }

    private static boolean isRecord(String line) {
        String text = FieldText.strip(line);
        return text.startsWith("{\"") && (text.endsWith("}") || text.endsWith("},"));
    }

    private static boolean isReject(List<String> lines) {
        return lines.stream()
                .filter(line -> !FieldText.isBlank(line))
                .limit(1)
                .anyMatch(line -> line.contains("\"reason\"") && line.contains("\"text\""));
    }

    private static DumpFormat ofName(String plainName) {
        if (plainName.endsWith(".jsonl") || plainName.endsWith(".ndjson")) {
            return JSON_LINES;
        }
        if (plainName.endsWith(".json")) {
            return JSON_ELEMENTS;
        }
        return plainName.endsWith(".csv") ? CSV : UNKNOWN;
    }
}
