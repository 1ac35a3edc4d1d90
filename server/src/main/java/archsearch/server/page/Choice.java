package archsearch.server.page;

/**
 * One of several ways to show the same thing.
 *
 * @param current whether it is the way the page is shown in
 */
public record Choice(String text, String href, boolean current) {}
