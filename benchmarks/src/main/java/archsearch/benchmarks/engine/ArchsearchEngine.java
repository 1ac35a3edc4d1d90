package archsearch.benchmarks.engine;

import archsearch.indexer.BatchIndexer;
import archsearch.indexer.IndexJob;
import archsearch.indexer.IndexProgress;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.lucene.LuceneSearchEngine;
import archsearch.searcher.query.GlossaryTerms;
import archsearch.searcher.query.LiveGlossary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * archsearch's own engine, indexed and asked as the command and the server do.
 *
 * @param name tells engines with different glossaries apart
 * @param glossary what queries are read with, or null for none
 */
public record ArchsearchEngine(String name, @Nullable Path glossary) implements RankedEngine {
    /** Both ways of asking share one index. */
    @Override
    public String indexName() {
        return "archsearch";
    }

    @Override
    public void index(Path articles, Path folder) throws IOException {
        IndexJob job = IndexJob.of(List.of(articles.toString())).build();
        new BatchIndexer(new LuceneArticleIndex(folder)).run(job, IndexProgress.NONE);
    }

    @Override
    public Ranking open(Path folder) throws IOException {
        return new Pages(openEngine(folder));
    }

    /** The same over an index that {@link #index} wrote, asked with what {@code glossary} holds at the time. */
    public static Ranking open(Path folder, Supplier<GlossaryTerms> glossary) {
        return new Pages(LuceneSearchEngine.open(folder, glossary));
    }

    /** The engine itself over an index that {@link #index} wrote. */
    public SearchEngine openEngine(Path folder) throws IOException {
        return glossary == null
                ? LuceneSearchEngine.open(folder)
                : LuceneSearchEngine.open(folder, LiveGlossary.open(glossary));
    }

    @Override
    public String code() throws IOException {
        return ContentHash.of(LuceneArticleIndex.class);
    }

    /**
     * A query as the engine takes it: one that is too long is refused, and what a person would type then is its beginning. It is
     * not changed otherwise, so a sign of the query language that happens to be in it acts as it would for that person.
     */
    static String cut(String query) {
        if (query.length() <= SearchRequest.MAX_QUERY_LENGTH) {
            return query;
        }
        int end = query.lastIndexOf(' ', SearchRequest.MAX_QUERY_LENGTH);
        return query.substring(0, end > 0 ? end : SearchRequest.MAX_QUERY_LENGTH);
    }

    /** The pages of hits that a reader would leaf through. */
    private record Pages(SearchEngine engine) implements Ranking {
        @Override
        public List<String> ids(String query, int depth) {
            SearchRequest.Builder request = SearchRequest.builder()
                    .q(cut(query))
                    .grouped(false)
                    .facets(Set.of())
                    .highlights(false)
                    .size(Math.min(depth, SearchRequest.MAX_SIZE));
            List<String> ids = new ArrayList<>();
            int pages = 1;
            for (int page = 1; page <= pages && ids.size() < depth; page++) {
                SearchResponse response = engine.search(request.page(page).build());
                response.hits().forEach(hit -> ids.add(hit.article().id()));
                pages = response.reachablePages();
            }
            return ids.subList(0, Math.min(depth, ids.size()));
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
