package archsearch.server.page;

/** A link within the site. */
public record Link(String text, String href) {}
