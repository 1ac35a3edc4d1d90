package archsearch.server.cli;

/** The exit statuses that scripts rely on. The last two are those of the sysexits convention. */
final class ExitStatus {
    static final int DONE = 0;
    /** A search without hits; nothing else that was asked for is there either. */
    static final int NO_HITS = 1;
    /** Nothing was changed. */
    static final int FAILED = 2;
    /** Done, but some records were rejected. */
    static final int REJECTED = 3;
    /** The command line, the environment or the configuration file is at fault. */
    static final int USAGE = 64;
    /** Another writer holds the index; the same command may succeed later. */
    static final int LOCKED = 75;

    private ExitStatus() {}
}
