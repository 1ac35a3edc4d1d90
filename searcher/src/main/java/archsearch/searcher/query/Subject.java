package archsearch.searcher.query;

import java.util.List;

/**
 * Something that an article is about: a word or a term of the glossary that stands in it.
 *
 * @param text as it is written where it stands first
 * @param partners other names of the same thing; none for a word that is no term of the glossary
 * @param occurrences how often and how prominently it occurs, in occurrences in the summary
 * @param isKnown whether it is a subject by itself, such as a term or a tag, and not only a word like others
 */
public record Subject(String text, List<String> partners, double occurrences, boolean isKnown) {
    public Subject {
        partners = List.copyOf(partners);
    }

    /** The subject with at most so many partners. */
    public Subject withPartners(int most) {
        return partners.size() <= most ? this : new Subject(text, partners.subList(0, most), occurrences, isKnown);
    }

    /** What is searched for on its behalf. */
    public QueryNode node() {
        QueryNode.Phrase literal = new QueryNode.Phrase(text, QueryNode.Scope.EVERYWHERE);
        return partners.isEmpty()
                ? literal
                : new QueryNode.Glossed(text, literal, partners, QueryNode.Scope.EVERYWHERE);
    }
}
