package archsearch.indexer.dump;

/** Why a record was rejected. The {@link #word()} is promised to stay: operators filter reject files by it. */
public enum RejectReason {
    BAD_ENCODING("bad-encoding"),
    BAD_SYNTAX("bad-syntax"),
    TOO_LARGE("too-large"),
    TOO_DEEP("too-deep"),
    MISSING_FIELD("missing-field"),
    BAD_VALUE("bad-value"),
    BAD_DATE("bad-date"),
    BAD_CARD("bad-card"),
    CUT_OFF("cut-off"),
    UNREADABLE_FILE("unreadable-file");

    private final String word;

    RejectReason(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
