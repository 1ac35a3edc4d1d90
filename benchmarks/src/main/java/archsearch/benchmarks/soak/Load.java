package archsearch.benchmarks.soak;

/** Who asks. */
enum Load {
    /** As people and programs ask. */
    NORMAL("normal"),
    /** As those ask who want to bring a server down. */
    HOSTILE("hostile"),
    /** The soak's own looks at what the index holds. */
    CHECK("checks");

    private final String label;

    Load(String label) {
        this.label = label;
    }

    /** The load in words. */
    String label() {
        return label;
    }
}
