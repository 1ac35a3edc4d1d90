package archsearch.server.cli;

/** Entry point of the {@code archsearch} command. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(64);
    }
}
