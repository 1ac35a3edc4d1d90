package archsearch.server.api;

import archsearch.searcher.IndexInfo;

/** The generation of the index that an answer came from, in JSON. */
record IndexJson(String generation, int docs, String committedAt) {
    static IndexJson of(IndexInfo info) {
        return new IndexJson(info.generation(), info.docs(), info.committedAt().toString());
    }
}
