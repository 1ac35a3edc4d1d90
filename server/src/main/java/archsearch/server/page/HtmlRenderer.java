package archsearch.server.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Lays pages out as HTML by the compiled templates. Thread-safe. */
public final class HtmlRenderer {
    private static final String TEMPLATES = "archsearch.server.jte";
    private static final int USUAL_LENGTH = 64 * 1024;

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlRenderer.class.getClassLoader(), TEMPLATES);

    /** Lays a page out. Everything that comes from articles or requests is escaped by the templates. */
    public String render(Page page) {
        StringOutput html = new StringOutput(USUAL_LENGTH);
        templates.render(template(page), page, html);
        return withoutControls(html.toString());
    }

    private static String template(Page page) {
        return switch (page) {
            case HomePage p -> "home.jte";
            case ResultsPage p -> "results.jte";
            case FacetPage p -> "facet.jte";
            case ListingPage p -> "listing.jte";
            case ValuesPage p -> "values.jte";
            case TrendsPage p -> "trends.jte";
            case ArticlePage p -> "article.jte";
            case HelpPage p -> "help.jte";
            case ApiPage p -> "api.jte";
            case ProblemPage p -> "problem.jte";
        };
    }

    /** HTML allows no control characters but tab and line ends, and no escape for them either. */
    private static String withoutControls(String html) {
        StringBuilder clean = null;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (isControl(c)) {
                if (clean == null) {
                    clean = new StringBuilder(html);
                }
                clean.setCharAt(i, '\ufffd');
            }
        }
        return clean == null ? html : clean.toString();
    }

    private static boolean isControl(char c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }
}
