package archsearch.searcher.lucene;

import archsearch.searcher.query.QueryNode;
import archsearch.searcher.query.QueryWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How many articles have each word of a query on its own, where its scope allows. */
final class WordHits {
    /** Words of a query that are looked at; later ones are taken as they are. */
    static final int LOOKED_AT = 16;

    private WordHits() {}

    /** One number for each word that is looked at, from the first on. */
    static List<Integer> of(QueryWords words, HitCount count) throws IOException {
        List<Integer> hits = new ArrayList<>();
        int length = Math.min(LOOKED_AT, words.words().size());
        for (QueryWords.Word word : words.words().subList(0, length)) {
            hits.add(count.of(new QueryNode.Words(word.text(), word.scope())));
        }
        return hits;
    }
}
