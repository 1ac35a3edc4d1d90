package archsearch.server.page;

/**
 * A value with the number of articles that its link leads to.
 *
 * @param count written for the reader
 */
public record Count(String text, String href, String count) {}
