package archsearch.searcher;

import java.time.Instant;

/**
 * The generation of the index that an answer came from.
 *
 * @param generation its name; changes whenever the articles do
 * @param docs number of articles in it
 * @param committedAt when it became live
 */
public record IndexInfo(String generation, int docs, Instant committedAt) {}
