package archsearch.searcher;

import java.time.Instant;

/**
 * The generation of the index that an answer came from.
 *
 * @param generation its name; changes whenever the articles do
 * @param docs number of articles in it
 * @param committedAt when it became live
 * @param glossary the revision of the glossary that queries were read with; empty for none
 */
public record IndexInfo(String generation, int docs, Instant committedAt, String glossary) {
    /** The same generation, read with another glossary. */
    public IndexInfo withGlossary(String revision) {
        return new IndexInfo(generation, docs, committedAt, revision);
    }
}
