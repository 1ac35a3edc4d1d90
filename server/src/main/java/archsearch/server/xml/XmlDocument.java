package archsearch.server.xml;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes one XML document. Escaping is the writer's; what XML 1.0 cannot hold, not even escaped, becomes U+FFFD, as it does on
 * pages. Not thread-safe.
 */
final class XmlDocument {
    private static final char REPLACEMENT = '\ufffd';

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter writer;

    /**
     * Begins a document.
     *
     * @param root the name of its outermost element
     * @param namespace the namespace of all elements without a prefix
     */
    XmlDocument(String root, String namespace) {
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writer.writeCharacters("\n");
            writer.writeStartElement(root);
            writer.writeDefaultNamespace(namespace);
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** Makes a prefix known; only right after the outermost element began. */
    XmlDocument namespace(String prefix, String namespace) {
        try {
            writer.writeNamespace(prefix, namespace);
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        return this;
    }

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn
     */
    XmlDocument open(String name, String... attributes) {
        try {
            writer.writeCharacters("\n");
            writer.writeStartElement(name);
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        return this;
    }

    /** Ends the element begun last. */
    XmlDocument close() {
        try {
            writer.writeEndElement();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        return this;
    }

    /** Writes an element that holds text. */
    XmlDocument text(String name, String text, String... attributes) {
        open(name, attributes);
        try {
            writer.writeCharacters(allowed(text));
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        return close();
    }

    /** Writes an element that holds nothing. */
    XmlDocument empty(String name, String... attributes) {
        try {
            writer.writeCharacters("\n");
            writer.writeEmptyElement(name);
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        return this;
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], allowed(attributes[i + 1]));
        }
    }

    /** Ends the document. */
    String end() {
        try {
            writer.writeCharacters("\n");
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        return out.append('\n').toString();
    }

    /** The text as XML 1.0 can hold it (section 2.2). Line ends are the ones that a reader of XML would make of them anyway. */
    static String allowed(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && !Character.isSurrogate((char) c) && c <= REPLACEMENT)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (c == '\r') {
                clean.append('\n');
            } else {
                clean.appendCodePoint(isAllowed(c) ? c : REPLACEMENT);
            }
        });
        return clean.toString();
    }

    /** An unpaired surrogate comes as a code point of its own. */
    private static boolean isAllowed(int c) {
        return c == '\n'
                || c == '\t'
                || (c >= ' ' && c < Character.MIN_SURROGATE)
                || (c > Character.MAX_SURROGATE && c <= REPLACEMENT)
                || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }

    private static IllegalStateException impossible(XMLStreamException e) {
        return new IllegalStateException("a document in memory cannot be written", e);
    }
}
