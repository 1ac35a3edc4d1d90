package archsearch.server.cli;

import java.util.Arrays;
import java.util.Optional;

/** How the entries of the log are written. */
enum LogFormat {
    /** A line for people. */
    TEXT("text"),
    /** A line of JSON, with the parts of the entry as fields. */
    JSON("json");

    private final String word;

    LogFormat(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<LogFormat> ofWord(String word) {
        return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
    }
}
