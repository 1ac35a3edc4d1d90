package archsearch.benchmarks.relevance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A need for information, as a query.
 *
 * @param id as judgements and run files name it
 * @param query as a person would type it
 */
record Topic(String id, String query) {
    private static final Pattern TREC = Pattern.compile("(?s)<top>(.*?)</top>");
    private static final Pattern TREC_NUMBER = Pattern.compile("<num>\\s*(?:Number:)?\\s*([^\\s<]+)");
    /** A field of a TREC topic ends where the next tag begins; few of the old ones are closed. */
    private static final Pattern TREC_TITLE = Pattern.compile("(?s)<title>\\s*(?:Topic:)?\\s*([^<]*)");

    /**
     * Reads a file of topics: lines of id, tab, query, or TREC's {@code <top>} with {@code <num>} and {@code <title>}.
     *
     * @throws IOException if the file cannot be read or a topic has no id or no query
     */
    static List<Topic> read(Path file) throws IOException {
        String text = Files.readString(file);
        return text.contains("<top>") ? trec(file, text) : tabbed(file, text);
    }

    private static List<Topic> tabbed(Path file, String text) throws IOException {
        List<Topic> topics = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            int tab = line.indexOf('\t');
            if (tab < 1) {
                throw new IOException(
                        file + ":" + number + ": found '" + line + "', expected an id, a tab and the query");
            }
            topics.add(new Topic(
                    line.substring(0, tab).strip(),
                    line.substring(line.lastIndexOf('\t') + 1).strip()));
        }
        return topics;
    }

    private static List<Topic> trec(Path file, String text) throws IOException {
        List<Topic> topics = new ArrayList<>();
        for (Matcher top = TREC.matcher(text); top.find(); ) {
            Matcher number = TREC_NUMBER.matcher(top.group(1));
            Matcher title = TREC_TITLE.matcher(top.group(1));
            if (!number.find() || !title.find()) {
                throw new IOException(file + ": topic " + (topics.size() + 1) + " has no <num> or no <title>");
            }
            topics.add(new Topic(number.group(1), title.group(1).strip().replaceAll("\\s+", " ")));
        }
        return topics;
    }
}
