package archsearch.server.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A terminal that keeps what was written to it. */
final class Screen {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Neither stream is a terminal. */
    Terminal piped() {
        return terminal(false, 80);
    }

    /** Both streams are a terminal with colours. */
    Terminal shown(int columns) {
        return terminal(true, columns);
    }

    private Terminal terminal(boolean shown, int columns) {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                shown,
                shown,
                columns,
                shown);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
