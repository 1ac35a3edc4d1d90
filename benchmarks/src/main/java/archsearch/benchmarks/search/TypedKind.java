package archsearch.benchmarks.search;

import archsearch.indexer.analysis.Pinyin;
import archsearch.indexer.analysis.TechText;
import archsearch.indexer.analysis.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What somebody may have typed so far, made of a title, so that there is something to offer. */
enum TypedKind {
    /** The beginning of a word in Latin letters. */
    ENGLISH("beginning of a word") {
        @Override
        String typed(List<String> english, List<String> chinese, SplittableRandom random) {
            return beginning(one(english, random), random);
        }
    },
    /** A word and the beginning of another one of the same title. */
    TWO("word and a beginning") {
        @Override
        String typed(List<String> english, List<String> chinese, SplittableRandom random) {
            String second = beginning(one(english, random), random);
            return english.size() < 2 || second.isEmpty() ? "" : one(english, random) + ' ' + second;
        }
    },
    /** A Chinese word, whole or its beginning. */
    CHINESE("Chinese characters") {
        @Override
        String typed(List<String> english, List<String> chinese, SplittableRandom random) {
            return beginning(one(chinese, random), random);
        }
    },
    /** The beginning of how a Chinese word is read. */
    PINYIN("pinyin") {
        @Override
        String typed(List<String> english, List<String> chinese, SplittableRandom random) {
            return beginning(Pinyin.of(one(chinese, random)).joined(), random);
        }
    };

    private final String label;

    TypedKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** A text of this kind, or an empty one where the title has no such words. */
    abstract String typed(List<String> english, List<String> chinese, SplittableRandom random);

    /** The same of a title. */
    Optional<String> of(String title, SplittableRandom random) {
        List<String> english = new ArrayList<>();
        List<String> chinese = new ArrayList<>();
        for (Token token : TechText.words(title)) {
            (token.kind() == Token.Kind.HAN ? chinese : english).add(title.substring(token.start(), token.end()));
        }
        String typed = typed(english, chinese, random);
        return typed.isEmpty() ? Optional.empty() : Optional.of(typed);
    }

    private static String one(List<String> words, SplittableRandom random) {
        return words.isEmpty() ? "" : words.get(random.nextInt(words.size()));
    }

    private static String beginning(String word, SplittableRandom random) {
        return word.isEmpty() ? "" : word.substring(0, 1 + random.nextInt(word.length()));
    }
}
