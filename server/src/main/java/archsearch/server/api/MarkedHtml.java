package archsearch.server.api;

import archsearch.searcher.MarkedText;

/** Writes a marked text as HTML that can stand between tags: everything escaped, matches in {@code <mark>}. */
final class MarkedHtml {
    private MarkedHtml() {}

    static String of(MarkedText marked) {
        StringBuilder html = new StringBuilder(marked.text().length() + 32);
        int end = 0;
        for (MarkedText.Mark mark : marked.marks()) {
            escape(marked.text(), end, mark.start(), html);
            html.append("<mark>");
            escape(marked.text(), mark.start(), mark.end(), html);
            html.append("</mark>");
            end = mark.end();
        }
        escape(marked.text(), end, marked.text().length(), html);
        return html.toString();
    }

    private static void escape(String text, int start, int end, StringBuilder html) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
