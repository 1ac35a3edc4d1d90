package archsearch.indexer.reposts;

/** Hashes that are the same on every run and machine, since they are kept in the index. */
final class StableHash {
    private StableHash() {}

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014): every bit of the input changes every bit of the answer. */
    static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }

    /** A hash of all characters of a text. */
    static long of(CharSequence text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash * 31 + text.charAt(i));
        }
        return mix(hash);
    }
}
