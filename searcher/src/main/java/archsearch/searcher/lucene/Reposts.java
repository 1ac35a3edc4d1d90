package archsearch.searcher.lucene;

import archsearch.indexer.article.Article;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.Repost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.StoredFields;

/** Reads the reposts of articles. Made for one search on one snapshot; not thread-safe. */
final class Reposts {
    private static final Comparator<Repost> OLDEST_FIRST = Comparator.comparing(
                    (Repost r) -> r.article().date())
            .thenComparing(r -> r.article().id());

    private final RepostGroups groups;
    private final StoredFields stored;

    Reposts(IndexSnapshot snapshot) throws IOException {
        this.groups = snapshot.reposts();
        this.stored = snapshot.searcher().storedFields();
    }

    /** The reposts of one article of a snapshot; see {@link #of(int)}. */
    static List<Repost> of(IndexSnapshot snapshot, int doc) throws IOException {
        return new Reposts(snapshot).of(doc);
    }

    /**
     * The other articles of a group, oldest first, those of one day by id.
     *
     * @param doc the document number of an article
     * @return empty where the article stands alone
     */
    List<Repost> of(int doc) throws IOException {
        List<Repost> reposts = new ArrayList<>();
        for (int member : groups.members(doc)) {
            if (member != doc) {
                Article article = IndexSchema.article(stored.document(member));
                Repost.Kind kind = groups.isSameText(doc, member) ? Repost.Kind.TEXT : Repost.Kind.STORY;
                reposts.add(new Repost(article, kind));
            }
        }
        reposts.sort(OLDEST_FIRST);
        return List.copyOf(reposts);
    }
}
