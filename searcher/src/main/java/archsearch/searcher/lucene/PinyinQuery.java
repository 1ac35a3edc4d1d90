package archsearch.searcher.lucene;

import archsearch.searcher.query.ParsedQuery;
import archsearch.searcher.query.QueryWords;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the words of a query that no article has as pinyin, typed with spaces between the syllables or without. */
final class PinyinQuery {
    /** Words that follow each other which may be the syllables of one. */
    private static final int MOST_SYLLABLES = 6;

    private final IndexSnapshot snapshot;
    private final HitCount count;

    PinyinQuery(IndexSnapshot snapshot, HitCount count) {
        this.snapshot = snapshot;
        this.count = count;
    }

    /** The query with Chinese words in place of all words that no article has; empty where that has no hits. */
    Optional<String> of(ParsedQuery typed) throws IOException {
        QueryWords words = QueryWords.of(typed.root());
        List<Integer> hits = WordHits.of(words, count);
        boolean possible = hits.contains(0);
        for (int i = 0; i < hits.size(); i++) {
            possible &=
                    hits.get(i) > 0 || PinyinWords.isPinyin(words.words().get(i).text());
        }
        if (!possible) {
            return Optional.empty();
        }
        Company company = new Company(typed.root(), count);
        Optional<Rewording> best = rewordings(words, hits).best(company::ofAll);
        return best.map(b -> new ParsedQuery(words.with(b.replacements()), List.of()).plainText());
    }

    private Rewordings rewordings(QueryWords words, List<Integer> hits) throws IOException {
        PinyinWords table = snapshot.pinyinWords();
        Rewordings rewordings = new Rewordings(words, hits.size(), hits.size());
        for (int from = 0; from < hits.size(); from++) {
            if (hits.get(from) > 0) {
                rewordings.add(Rewording.Edit.keep(from));
            }
            StringBuilder run = new StringBuilder();
            boolean unknown = false;
            for (int to = from + 1; to <= Math.min(hits.size(), from + MOST_SYLLABLES); to++) {
                run.append(words.words().get(to - 1).text());
                unknown |= hits.get(to - 1) == 0;
                if (unknown) {
                    for (Candidate c : table.of(run.toString())) {
                        rewordings.add(new Rewording.Edit(from, to, c, c.cost(), true));
                    }
                }
                if (!words.words().get(to - 1).followed()) {
                    break;
                }
            }
        }
        return rewordings;
    }
}
