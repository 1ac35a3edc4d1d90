package archsearch.server.cli;

/** How a part of the output stands out on a terminal with colours. */
enum Style {
    PLAIN(""),
    TITLE("1"),
    /** A match: bold red, as grep shows it. */
    MATCH("1;31"),
    FACT("2"),
    TAG("36");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** The text in this style, and plain again after it. The text is not checked; see {@link SafeText}. */
    String of(String text) {
        return code.isEmpty() || text.isEmpty() ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
