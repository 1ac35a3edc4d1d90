package archsearch.server.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Where a command writes, and what the reader there can show.
 *
 * @param out data, in UTF-8 whatever the locale; flushed by the command when it ends
 * @param err messages, progress and log
 * @param outShown whether {@code out} is a terminal
 * @param errShown whether {@code err} is a terminal
 * @param columns width of the terminal, at least 20
 * @param colours whether {@code out} may be coloured
 */
record Terminal(PrintStream out, PrintStream err, boolean outShown, boolean errShown, int columns, boolean colours) {
    private static final int DEFAULT_COLUMNS = 80;
    static final int LEAST_COLUMNS = 20;

    /**
     * The terminal of this process. The launcher says which streams are terminals by the property {@code archsearch.terminal},
     * since Java cannot tell each of them by itself; where it says nothing, the streams are looked up as Linux shows them.
     */
    static Terminal ofProcess(Map<String, String> environment) {
        String told = System.getProperty("archsearch.terminal");
        boolean outShown = told == null ? isDevice(1) : words(told).contains("stdout");
        boolean errShown = told == null ? isDevice(2) : words(told).contains("stderr");
        boolean colours = outShown
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Terminal(
                new PrintStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                        false,
                        StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                outShown,
                errShown,
                columns(environment.getOrDefault("COLUMNS", "")),
                colours);
    }

    Terminal withoutColours() {
        return new Terminal(out, err, outShown, errShown, columns, false);
    }

    private static List<String> words(String list) {
        return Arrays.asList(list.split(",", -1));
    }

    private static boolean isDevice(int descriptor) {
        try {
            Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
            return target.startsWith("/dev/pts") || target.toString().startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static int columns(String told) {
        try {
            return Math.max(LEAST_COLUMNS, Integer.parseInt(told.strip()));
        } catch (NumberFormatException e) {
            return DEFAULT_COLUMNS;
        }
    }
}
