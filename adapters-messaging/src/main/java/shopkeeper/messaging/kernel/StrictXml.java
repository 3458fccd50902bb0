package shopkeeper.messaging.kernel;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * XML as it is taken from strangers: 1 MiB, 32 deep, no document type and nothing from outside.
 * Elements of namespaces that are not asked for are passed over with all that is in them.
 */
public final class StrictXml {
    private static final int DEEPEST = 32;
    private static final XMLInputFactory FACTORY = factory();

    private StrictXml() {}

    /** An element while it is read. */
    private record Open(
            String name,
            Map<String, String> attributes,
            List<Element> children,
            StringBuilder text) {
        Element closed() {
            return new Element(name, attributes, children, text.toString().strip());
        }
    }

    /** An element as it was read, by its local name. */
    public record Element(
            String name, Map<String, String> attributes, List<Element> children, String text) {
        public Element {
            attributes = Map.copyOf(attributes);
            children = List.copyOf(children);
        }

        /** What a customer bought is nobody's business in a log. */
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Gives each element of that name, one after the other, as soon as it is read.
     *
     * @throws MalformedMessage when it is no XML as it is taken here
     */
    public static void each(
            byte[] body, String name, Set<String> namespaces, Consumer<Element> taking) {
        if (body.length > StrictJson.LARGEST) {
            throw new MalformedMessage(
                    "too-large",
                    "The body has "
                            + body.length
                            + " bytes, a message may have "
                            + StrictJson.LARGEST
                            + ".");
        }
        try {
            var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
            try {
                read(reader, name, namespaces, taking);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            var where = e.getLocation();
            throw new MalformedMessage(
                    "The body is not XML as it is taken here"
                            + (where == null
                                    ? "."
                                    : ": see line %d, column %d."
                                            .formatted(
                                                    where.getLineNumber(),
                                                    where.getColumnNumber())));
        }
    }

    private static void read(
            XMLStreamReader reader, String name, Set<String> namespaces, Consumer<Element> taking)
            throws XMLStreamException {
        var open = new ArrayDeque<Open>();
        int depth = 0;
        int foreign = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD ->
                        throw new MalformedMessage("A document type is not taken here.");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw new MalformedMessage(
                                "The body is more than " + DEEPEST + " elements deep.");
                    }
                    boolean known = foreign == 0 && isOf(namespaces, reader.getNamespaceURI());
                    if (!known) {
                        foreign++;
                    } else if (!open.isEmpty() || reader.getLocalName().equals(name)) {
                        open.push(opened(reader));
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (foreign == 0 && !open.isEmpty()) {
                        open.element().text().append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (foreign > 0) {
                        foreign--;
                    } else if (!open.isEmpty()) {
                        close(open, taking);
                    }
                }
                default -> {
                    // Comments and blanks tell nothing.
                }
            }
        }
    }

    private static void close(ArrayDeque<Open> open, Consumer<Element> taking) {
        var closed = open.pop().closed();
        if (open.isEmpty()) {
            taking.accept(closed);
        } else {
            open.element().children().add(closed);
        }
    }

    private static Open opened(XMLStreamReader reader) {
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return new Open(reader.getLocalName(), attributes, new ArrayList<>(), new StringBuilder());
    }

    private static boolean isOf(Set<String> namespaces, @Nullable String uri) {
        return namespaces.contains(uri == null ? "" : uri);
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }
}
