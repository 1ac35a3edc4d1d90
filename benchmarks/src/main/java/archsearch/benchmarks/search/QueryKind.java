package archsearch.benchmarks.search;

import archsearch.indexer.analysis.TechText;
import archsearch.indexer.analysis.Token;
import archsearch.indexer.article.Article;
import archsearch.searcher.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Kinds of queries, each made from the words of an article's title, so that there is something to find. */
enum QueryKind {
    /** A Chinese word. */
    CHINESE_WORD("Chinese word") {
        @Override
        String words(Title title, SplittableRandom random) {
            return one(title.chinese(), random);
        }
    },
    /** An English word. */
    ENGLISH_WORD("English word") {
        @Override
        String words(Title title, SplittableRandom random) {
            return one(title.english(), random);
        }
    },
    /** A Chinese and an English word. */
    MIXED("Chinese + English") {
        @Override
        String words(Title title, SplittableRandom random) {
            String chinese = one(title.chinese(), random);
            String english = one(title.english(), random);
            return chinese.isEmpty() || english.isEmpty() ? "" : english + " " + chinese;
        }
    },
    /** Three neighbouring words in quotation marks. */
    PHRASE("phrase of three") {
        @Override
        String words(Title title, SplittableRandom random) {
            List<Token> tokens = title.tokens();
            if (tokens.size() < 3) {
                return "";
            }
            int first = random.nextInt(tokens.size() - 2);
            return title.text()
                    .substring(tokens.get(first).start(), tokens.get(first + 2).end());
        }

        @Override
        SearchRequest.Builder request(String words, Article article) {
            return SearchRequest.builder().q('"' + words.replace('"', ' ') + '"');
        }
    },
    /** A word, among the articles of one language and of one publisher. */
    FILTERED("word, two filters") {
        @Override
        String words(Title title, SplittableRandom random) {
            return one(title.tokens().stream().map(title::text).toList(), random);
        }

        @Override
        SearchRequest.Builder request(String words, Article article) {
            return SearchRequest.builder()
                    .q(words)
                    .langs(Set.of(article.lang()))
                    .publishers(List.of(article.publisher()));
        }
    },
    /** A word that no article has. */
    NO_HITS("no hits") {
        @Override
        String words(Title title, SplittableRandom random) {
            return "qx" + Long.toString(random.nextLong(1L << 50, 1L << 52), 36).replaceAll("\\d", "z") + "vj";
        }
    };

    private final String label;

    QueryKind(String label) {
        this.label = label;
    }

    /** The kind in words. */
    String label() {
        return label;
    }

    /** The words to search for; empty where the title has none of this kind. */
    abstract String words(Title title, SplittableRandom random);

    /** The search for words that came from an article's title. */
    SearchRequest.Builder request(String words, Article article) {
        return SearchRequest.builder().q(words);
    }

    /** Queries of this kind, at most one from each article. */
    List<SampleQuery> sample(List<Article> articles, int most, SplittableRandom random) {
        List<SampleQuery> queries = new ArrayList<>();
        for (Article article : articles) {
            if (queries.size() == most) {
                break;
            }
            of(article, random).ifPresent(queries::add);
        }
        return queries;
    }

    private Optional<SampleQuery> of(Article article, SplittableRandom random) {
        String words = words(new Title(article.title(), TechText.words(article.title())), random);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new SampleQuery(words, request(words, article).build()));
    }

    private static String one(List<String> words, SplittableRandom random) {
        return words.isEmpty() ? "" : words.get(random.nextInt(words.size()));
    }

    /**
     * A query.
     *
     * @param words for an engine without a query language
     * @param request for archsearch, as its results page asks
     */
    record SampleQuery(String words, SearchRequest request) {}

    /** A title and its words. */
    record Title(String text, List<Token> tokens) {
        private static final int SHORTEST = 2;

        String text(Token token) {
            return text.substring(token.start(), token.end());
        }

        List<String> chinese() {
            return words(true);
        }

        List<String> english() {
            return words(false);
        }

        private List<String> words(boolean han) {
            return tokens.stream()
                    .filter(token -> han == (token.kind() == Token.Kind.HAN))
                    .map(this::text)
                    .filter(word -> word.length() >= SHORTEST)
                    .toList();
        }
    }
}
