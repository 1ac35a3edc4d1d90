package archsearch.indexer.dump;

/**
 * Follows the bytes of one JSON value far enough to tell where it ends, and notices soon when it is not JSON. Constant memory at
 * any depth.
 */
final class JsonShape {
    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean complete;
    private boolean broken;
    private boolean tooDeep;
    /** The last byte outside strings that is not white space; {@code "} stands for a whole string. */
    private int before;

    private boolean lineStart;

    /** Takes the value's next byte. */
    void add(int c) {
        if (broken) {
            follow(c);
        } else if (inString) {
            addInString(c);
        } else if (c <= ' ') {
            lineStart |= c == '\n';
        } else {
            addOutside(c);
            before = c;
            lineStart = false;
        }
    }

    private void addInString(int c) {
        if (escaped) {
            escaped = false;
        } else if (c == '\\') {
            escaped = true;
        } else if (c == '"') {
            inString = false;
        } else if (c < ' ') {
            // No string spans lines, so its end is missing.
            broken = true;
            lineStart = c == '\n';
        }
    }

    private void addOutside(int c) {
        switch (c) {
            case '{', '[' -> {
                broken = before == '"' || before == '}' || before == ']';
                depth++;
                tooDeep |= depth > JsonRecords.MAX_DEPTH;
            }
            case '}', ']' -> {
                depth--;
                complete = depth == 0;
                broken = depth < 0;
            }
            case '"' -> {
                broken = before == '"' || before == '}' || before == ']' || depth == 0;
                inString = true;
            }
            case ',', ':' -> broken = depth == 0;
            default -> broken = depth == 0 || before == '"' || before == '}' || before == ']';
        }
    }

    private void follow(int c) {
        if (c <= ' ') {
            lineStart |= c == '\n';
        } else {
            before = c;
            lineStart = false;
        }
    }

    /**
     * Whether the next byte starts another record although the value is not complete: a brace where, in a record, none can stand.
     * In a value that nests it may stand behind a comma, so there only a fault makes it a start.
     */
    boolean startsAnother(int c) {
        if (c != '{' || (inString && !broken) || before == 0) {
            return false;
        }
        boolean candidate = before == ',' || before == '}' || before == ']' || lineStart;
        return broken ? candidate : depth == 1 && (before == ',' || before == '}');
    }

    /** Whether the value has ended with the last byte. */
    boolean isComplete() {
        return complete && !broken;
    }

    boolean isTooDeep() {
        return tooDeep;
    }
}
