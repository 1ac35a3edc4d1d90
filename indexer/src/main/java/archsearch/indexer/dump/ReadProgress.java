package archsearch.indexer.dump;

/** Is told how far a reading has come; called for every record and every block of bytes, so it must be quick. */
@FunctionalInterface
public interface ReadProgress {
    /** Takes no notice. */
    ReadProgress NONE = (records, bytes, totalBytes) -> {};

    /**
     * Some more was read.
     *
     * @param records records so far, rejects included; the first of two passes counts none
     * @param bytes bytes of the files so far, as they lie on disk, over all passes
     * @param totalBytes bytes that will be read in all, or -1 where unknown
     */
    void update(long records, long bytes, long totalBytes);
}
