package archsearch.indexer.tags;

import archsearch.indexer.analysis.TextKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A generic list of names that tech articles are tagged with. Two spellings with the same {@link TextKey} are one name.
 * Immutable.
 */
public final class KnownTags {
    private static final String RESOURCE = "known-tags.txt";

    private final Map<String, String> spellings;

    private KnownTags(Map<String, String> spellings) {
        this.spellings = spellings;
    }

    /** The list that comes with the program. */
    public static KnownTags bundled() {
        return of(resource(RESOURCE));
    }

    /** The lines of a resource beside this class without comments and blanks. */
    static List<String> resource(String name) {
        try (InputStream in = KnownTags.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from the program");
            }
            List<String> entries = new ArrayList<>();
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("# ") && !line.isBlank()) {
                    entries.add(line.strip());
                }
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + name, e);
        }
    }

    /** A list of these names. */
    public static KnownTags of(Collection<String> names) {
        Map<String, String> spellings = LinkedHashMap.newLinkedHashMap(names.size());
        for (String name : names) {
            String key = TextKey.of(name);
            if (!key.isEmpty()) {
                spellings.putIfAbsent(key, name);
            }
        }
        return new KnownTags(spellings);
    }

    /** How many names the list holds. */
    public int size() {
        return spellings.size();
    }

    /** Whether the name is on the list in some spelling. */
    public boolean contains(String name) {
        return spellings.containsKey(TextKey.of(name));
    }

    /** The keys of all names, in the list's order. */
    Set<String> keys() {
        return spellings.keySet();
    }

    /** The names as they are spelled on the list, in its order. */
    Collection<String> names() {
        return spellings.values();
    }
}
