package archsearch.indexer.tags;

/**
 * The part of an English word that its inflected forms share: {@code caching}, {@code cached} and {@code caches} have the stem
 * {@code cach}. Only meant for comparing words, so it need not be a word itself.
 */
final class Stem {
    private static final String[] ENDINGS = {
        "izations",
        "ization",
        "isation",
        "ations",
        "ation",
        "ators",
        "ator",
        "ating",
        "ated",
        "ates",
        "ate",
        "ities",
        "ity",
        "ments",
        "ment",
        "ings",
        "ing",
        "ions",
        "ion",
        "ives",
        "ive",
        "ers",
        "er",
        "ors",
        "or",
        "ies",
        "ied",
        "ized",
        "ize",
        "izing",
        "able",
        "ability",
        "ance",
        "ence",
        "ed",
        "es",
        "ly",
        "s",
        "e",
        "y"
    };
    private static final int SHORTEST = 3;

    private Stem() {}

    /** The stem of a folded word; the word itself where it is short, or not of Latin letters. */
    static String of(String word) {
        if (word.length() <= SHORTEST || word.charAt(0) < 'a' || word.charAt(0) > 'z') {
            return word;
        }
        for (String ending : ENDINGS) {
            int rest = word.length() - ending.length();
            if (rest >= SHORTEST && word.endsWith(ending)) {
                boolean twin = rest > SHORTEST
                        && word.charAt(rest - 1) == word.charAt(rest - 2)
                        && "bdgmnprt".indexOf(word.charAt(rest - 1)) >= 0;
                return word.substring(0, twin ? rest - 1 : rest);
            }
        }
        return word;
    }
}
