package archsearch.server.page;

/**
 * The files that every page loads. Their names change with their content, so that browsers keep them.
 *
 * @param stylesheet the address of the style sheet
 * @param script the address of the script, without which every page works too
 */
public record Assets(String stylesheet, String script) {}
