package archsearch.server.page;

/** A page, ready to be laid out by its template. */
public sealed interface Page
        permits HomePage,
                ResultsPage,
                FacetPage,
                ListingPage,
                ValuesPage,
                TrendsPage,
                ArticlePage,
                HelpPage,
                ApiPage,
                ProblemPage {
    Frame frame();
}
