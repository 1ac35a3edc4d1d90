package archsearch.indexer.article;

import java.util.Arrays;
import java.util.Optional;

/** The language an article is written in. */
public enum Language {
    ZH("zh"),
    EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The code used in dumps, requests and answers: {@code zh} or {@code en}. */
    public String code() {
        return code;
    }

    /** The language with exactly this code, or empty. */
    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values()).filter(l -> l.code.equals(code)).findFirst();
    }

    /**
     * Tells the language of a text from its script: Chinese where Han characters make up at least a fifth of its letters.
     * A Chinese sentence about software is full of Latin names, while an English one quotes a Chinese word or two at most.
     */
    public static Language detect(String text) {
        long han = text.codePoints().filter(Character::isIdeographic).count();
        long other = text.codePoints()
                .filter(c -> Character.isLetter(c) && !Character.isIdeographic(c))
                .count();
        return han > 0 && han * 5 >= han + other ? ZH : EN;
    }
}
