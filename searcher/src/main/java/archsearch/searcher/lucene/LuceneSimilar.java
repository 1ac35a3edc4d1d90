package archsearch.searcher.lucene;

import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.article.Article;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.FacetDim;
import archsearch.searcher.Hit;
import archsearch.searcher.MarkedText;
import archsearch.searcher.SimilarRequest;
import archsearch.searcher.SimilarResponse;
import archsearch.searcher.query.ArticleSubjects;
import archsearch.searcher.query.GlossaryTerms;
import archsearch.searcher.query.MatchReader;
import archsearch.searcher.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Finds articles about the same subjects as one: its subjects are searched for, those of its title and the rare ones counting most.
 * Lucene's own {@code MoreLikeThis} was not used: it picks single terms by their frequency, and so knows neither the terms of the
 * glossary nor the two readings of a text.
 */
final class LuceneSimilar {
    /**
     * What a similar article must score at least, as a share of what the article itself scores. Set by reading the answers for some
     * dozens of articles in both languages: below, subjects in common are such as any two articles of one field have.
     */
    private static final double MIN_SHARE = 0.2;

    private final IndexSnapshot snapshot;
    private final GlossaryTerms glossary;
    private final SimilarRequest request;
    private final long startNanos = System.nanoTime();

    LuceneSimilar(IndexSnapshot snapshot, GlossaryTerms glossary, SimilarRequest request) {
        this.snapshot = snapshot;
        this.glossary = glossary;
        this.request = request;
    }

    Optional<SimilarResponse> run() throws IOException {
        OptionalInt doc = snapshot.doc(request.id());
        if (doc.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SimilarResponse(
                request,
                hits(doc.getAsInt()),
                snapshot.info().withGlossary(glossary.revision()),
                System.nanoTime() - startNanos));
    }

    private List<Hit> hits(int self) throws IOException {
        IndexSearcher searcher = snapshot.searcher();
        Article article = IndexSchema.article(searcher.storedFields().document(self));
        SubjectQuery subjects = new SubjectQuery(searcher);
        List<SubjectQuery.Weighted> salient = subjects.salient(ArticleSubjects.of(article, glossary, this::isTag));
        if (salient.isEmpty()) {
            return List.of();
        }
        Query query = subjects.of(salient);
        ScoreDoc[] own = searcher.search(
                        new BooleanQuery.Builder()
                                .add(query, Occur.MUST)
                                .add(new TermQuery(IndexSchema.idTerm(request.id())), Occur.FILTER)
                                .build(),
                        1)
                .scoreDocs;
        return own.length == 0 ? List.of() : hits(kept(query, self, own[0].score), query, salient, own[0].score);
    }

    private boolean isTag(String text) {
        IndexSnapshot.DimValues tags = snapshot.values().get(FacetDim.TAG);
        return tags != null && tags.counts().containsKey(TextKey.of(text));
    }

    /** The best articles, one of each group of reposts. */
    private List<ScoreDoc> kept(Query query, int self, double ownScore) throws IOException {
        RepostGroups reposts = snapshot.reposts();
        // Reposts of one group may all come before the next article.
        int depth = 1 + request.size() + reposts.members(self).length + Math.min(reposts.docs().length, 1_000);
        Set<Integer> groups = new HashSet<>();
        groups.add(reposts.group(self));
        List<ScoreDoc> kept = new ArrayList<>();
        for (ScoreDoc found : snapshot.searcher().search(query, depth).scoreDocs) {
            int group = reposts.group(found.doc);
            boolean isNew = found.doc != self && (group < 0 || groups.add(group));
            if (isNew && found.score >= MIN_SHARE * ownScore && kept.size() < request.size()) {
                kept.add(found);
            }
        }
        return kept;
    }

    private List<Hit> hits(List<ScoreDoc> found, Query query, List<SubjectQuery.Weighted> salient, double ownScore)
            throws IOException {
        List<QueryNode> nodes = salient.stream().map(w -> w.subject().node()).toList();
        MatchReader reasons = new MatchReader(new QueryNode.AllOf(nodes));
        Highlighter highlighter = new Highlighter(snapshot.searcher(), query);
        Reposts reposts = new Reposts(snapshot);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int doc = found.get(i).doc;
            Article article =
                    IndexSchema.article(snapshot.searcher().storedFields().document(doc));
            Highlighter.Matches matches = highlighter.matches(doc);
            MarkedText title = new MarkedText(article.title(), matches.title());
            MarkedText summary = new MarkedText(article.summary(), matches.summary());
            List<MarkedText> tags = matches.marked(article.tags());
            hits.add(new Hit(
                    article,
                    i + 1,
                    found.get(i).score / ownScore,
                    title,
                    summary,
                    tags,
                    reasons.matches(title, summary, tags),
                    reposts.of(doc),
                    null));
        }
        return hits;
    }
}
