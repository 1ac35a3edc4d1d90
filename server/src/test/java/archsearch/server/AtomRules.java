package archsearch.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What RFC 4287 says that a feed must be, and RFC 5005 of its pages. */
final class AtomRules {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    /** RFC 3339 with an upper-case T and Z (section 3.3). */
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)";

    private static final Set<String> IN_FEED = Set.of(
            "author",
            "category",
            "contributor",
            "generator",
            "icon",
            "id",
            "link",
            "logo",
            "rights",
            "subtitle",
            "title",
            "updated",
            "entry");
    private static final Set<String> IN_ENTRY = Set.of(
            "author",
            "category",
            "content",
            "contributor",
            "id",
            "link",
            "published",
            "rights",
            "source",
            "summary",
            "title",
            "updated");

    private AtomRules() {}

    /** Checks a feed and returns its outermost element. */
    static Element check(String xml) {
        Document document = Xml.parse(xml);
        Element feed = document.getDocumentElement();
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        checkNames(feed, IN_FEED);
        checkCommon(feed);
        exactly(feed, "id", 1);
        exactly(feed, "title", 1);
        exactly(feed, "updated", 1);
        atMost(feed, List.of("generator", "icon", "logo", "rights", "subtitle"));
        List<Element> entries = Xml.children(feed, "entry");
        if (Xml.children(feed, "author").isEmpty()) {
            assertThat(entries).allMatch(e -> !Xml.children(e, "author").isEmpty());
        }
        entries.forEach(AtomRules::checkEntry);
        assertThat(entries.stream().map(e -> Xml.text(e, "id")).toList()).doesNotHaveDuplicates();
        // Recommended (section 4.1.1): a feed says where it came from.
        assertThat(links(feed, "self")).hasSize(1);
        return feed;
    }

    private static void checkEntry(Element entry) {
        checkNames(entry, IN_ENTRY);
        checkCommon(entry);
        exactly(entry, "id", 1);
        exactly(entry, "title", 1);
        exactly(entry, "updated", 1);
        atMost(entry, List.of("content", "published", "rights", "source", "summary"));
        assertThat(Xml.children(entry, "author")).isNotEmpty();
        if (Xml.children(entry, "content").isEmpty()) {
            assertThat(links(entry, "alternate")).isNotEmpty();
        }
        assertThat(Xml.text(entry, "title")).isNotBlank();
    }

    private static void checkCommon(Element parent) {
        Xml.children(parent, "id").forEach(AtomRules::checkAbsolute);
        Xml.children(parent, "icon").forEach(AtomRules::checkAbsolute);
        for (String name : List.of("updated", "published")) {
            assertThat(Xml.children(parent, name))
                    .allSatisfy(e -> assertThat(e.getTextContent()).matches(TIME));
        }
        for (String name : List.of("title", "summary", "subtitle", "rights")) {
            Xml.children(parent, name).forEach(AtomRules::checkText);
        }
        for (Element author : Xml.children(parent, "author")) {
            assertThat(Xml.text(author, "name")).isNotBlank();
            assertThat(Xml.children(author, "uri")).hasSizeLessThanOrEqualTo(1).allSatisfy(AtomRules::checkAbsolute);
            assertThat(Xml.children(author, "email")).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(Xml.children(parent, "category"))
                .allSatisfy(e -> assertThat(e.hasAttribute("term")).isTrue());
        checkLinks(parent);
    }

    private static void checkLinks(Element parent) {
        List<String> alternates = new ArrayList<>();
        for (Element link : Xml.children(parent, "link")) {
            assertThat(link.getAttribute("href")).matches(href -> uri(href).isAbsolute(), "an absolute address");
            assertThat(link.getAttribute("rel")).matches("[a-z]+");
            if (link.hasAttribute("type")) {
                assertThat(link.getAttribute("type")).matches("[a-z]+/[a-z+.-]+");
            }
            if (link.getAttribute("rel").equals("alternate")) {
                alternates.add(link.getAttribute("type") + ' ' + link.getAttribute("hreflang"));
            }
        }
        assertThat(alternates).doesNotHaveDuplicates();
        for (String relation : List.of("self", "first", "last", "previous", "next")) {
            assertThat(links(parent, relation)).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static void checkText(Element text) {
        assertThat(text.getAttribute("type")).isIn("", "text");
        assertThat(Xml.children(text, "*")).isEmpty();
        for (Node node = text.getFirstChild(); node != null; node = node.getNextSibling()) {
            assertThat(node.getNodeType()).isEqualTo(Node.TEXT_NODE);
        }
    }

    private static void checkAbsolute(Element e) {
        assertThat(uri(e.getTextContent()).isAbsolute()).as(e.getTextContent()).isTrue();
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new AssertionError(text, e);
        }
    }

    private static void checkNames(Element parent, Set<String> allowed) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && ATOM.equals(element.getNamespaceURI())) {
                assertThat(allowed).contains(element.getLocalName());
            }
        }
    }

    private static void exactly(Element parent, String name, int count) {
        assertThat(Xml.children(parent, name)).as(name).hasSize(count);
    }

    private static void atMost(Element parent, List<String> names) {
        names.forEach(name -> assertThat(Xml.children(parent, name)).as(name).hasSizeLessThanOrEqualTo(1));
    }

    /** The addresses of an element's links with a relation. */
    static List<String> links(Element parent, String relation) {
        return Xml.children(parent, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(relation))
                .map(link -> link.getAttribute("href"))
                .toList();
    }
}
