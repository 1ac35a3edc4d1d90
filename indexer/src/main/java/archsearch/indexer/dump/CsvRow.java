package archsearch.indexer.dump;

import java.util.ArrayList;
import java.util.List;

/** Parses one CSV row, which may span lines inside quotes. */
final class CsvRow {
    private final char separator;
    private final List<String> values = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private boolean inQuotes;
    private boolean complete;
    private String fault = "a quote is never closed; close it, or double a quote that belongs to the text";

    CsvRow(char separator) {
        this.separator = separator;
    }

    /** Adds a line; false where it cannot belong to a row, see {@link #fault()}. */
    boolean add(String line) {
        int i = 0;
        boolean atStart = !inQuotes;
        if (inQuotes) {
            value.append('\n');
        }
        while (true) {
            if (atStart && i < line.length() && line.charAt(i) == '"') {
                inQuotes = true;
                i++;
            }
            i = inQuotes ? quoted(line, i) : plain(line, i);
            if (i < 0) {
                return false;
            }
            if (inQuotes) {
                return true;
            }
            values.add(value.toString());
            value.setLength(0);
            if (i == line.length()) {
                complete = true;
                return true;
            }
            i++;
            atStart = true;
        }
    }

    private int plain(String line, int from) {
        int end = line.indexOf(separator, from);
        int to = end < 0 ? line.length() : end;
        value.append(line, from, to);
        return to;
    }

    /** Takes text up to the closing quote; leaves {@link #inQuotes} set where the line ends first; -1 for a fault. */
    private int quoted(String line, int from) {
        int i = from;
        while (true) {
            int quote = line.indexOf('"', i);
            if (quote < 0) {
                value.append(line, i, line.length());
                return line.length();
            }
            value.append(line, i, quote);
            i = quote + 1;
            if (i < line.length() && line.charAt(i) == '"') {
                value.append('"');
                i++;
                continue;
            }
            inQuotes = false;
            if (i < line.length() && line.charAt(i) != separator) {
                fault = "text stands behind a closing quote; double a quote that belongs to the text";
                return -1;
            }
            return i;
        }
    }

    /** Whether the row ended with the last line. */
    boolean isComplete() {
        return complete;
    }

    /** The values of a complete row. */
    List<String> values() {
        return values;
    }

    /** Why the row cannot be read, or is not complete. */
    String fault() {
        return fault;
    }
}
