package archsearch.indexer.reposts;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepostGroupTest {
    private final Map<String, RepostTraits> traits = new HashMap<>();
    private final List<RepostGroup.Pair> pairs = new ArrayList<>();

    private void compare(List<Article> articles) {
        for (Article a : articles) {
            RepostTraits own = RepostTraits.of(a);
            traits.put(a.id(), own);
            for (Article b : articles) {
                Likeness likeness = a.id().compareTo(b.id()) < 0 ? Likeness.of(own, RepostTraits.of(b)) : null;
                if (likeness != null) {
                    pairs.add(new RepostGroup.Pair(a.id(), b.id(), likeness));
                }
            }
        }
    }

    private List<RepostGroup> groups() {
        return RepostGroup.of(pairs, traits);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void groups_areTheStories_whateverTheOrderOfPairs(long seed) {
        Retellings retellings = new Retellings(seed);
        List<Article> articles = retellings.articles(40);
        compare(articles);
        List<RepostGroup> groups = groups();
        Collections.shuffle(pairs, new Random(seed));
        assertThat(groups()).isEqualTo(groups);
        assertThat(groups).isNotEmpty().allSatisfy(group -> {
            assertThat(group.ids().stream().map(Retellings::storyOf).distinct()).hasSize(1);
            assertThat(group.number()).isNotZero();
            assertThat(group.texts())
                    .allSatisfy(text ->
                            assertThat(RepostGroup.textNumber(text) == 0).isEqualTo(text.size() == 1));
        });
        assertThat(groups.stream().map(RepostGroup::number)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void partOfThePairs_groupedByItself_isTheSame(long seed) {
        compare(new Retellings(seed).articles(40));
        List<RepostGroup> all = groups();
        for (RepostGroup group : all) {
            pairs.removeIf(p -> !group.ids().contains(p.first()) && !group.ids().contains(p.second()));
            assertThat(groups()).contains(group);
            pairs.clear();
            compare(new Retellings(seed).articles(40));
        }
    }

    /** A chain of texts, each a few words from the last, whose ends have nothing in common. */
    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void chain_doesNotJoinItsEnds(long seed) {
        List<Article> chain = new Retellings(seed).chain(12);
        compare(chain);
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(11);
        assertThat(groups())
                .isNotEmpty()
                .allSatisfy(group -> assertThat(group.ids())
                        .doesNotContainSequence(
                                chain.getFirst().id(), chain.getLast().id())
                        .hasSizeLessThan(7));
    }
}
