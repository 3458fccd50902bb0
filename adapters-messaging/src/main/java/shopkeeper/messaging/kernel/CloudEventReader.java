package shopkeeper.messaging.kernel;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.kernel.MessageId;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the envelope in both of its modes: structured, where the body carries everything, and
 * binary, where the attributes are application properties and the body is the data.
 */
public final class CloudEventReader {
    private static final String[] PREFIXES = {"cloudEvents:", "cloudEvents_"};

    private CloudEventReader() {}

    /**
     * @throws MalformedMessage when it is neither a CloudEvent 1.0 with JSON data nor XML
     */
    static CloudEvent read(Incoming incoming) {
        if (!XmlEnvelope.isXml(incoming.contentType())) {
            return read(incoming.contentType(), incoming.properties(), incoming.body());
        }
        var attributes = attributes(incoming.properties());
        return attributes.containsKey("specversion")
                ? XmlEnvelope.withBody(
                        event(new Fields("cloudEvents", tree(attributes)), StrictJson.object()),
                        incoming.body())
                : XmlEnvelope.bare(incoming.body(), incoming.broughtBy());
    }

    /**
     * @param contentType empty where the sender named none
     * @throws MalformedMessage when it is no CloudEvent 1.0 with JSON data
     */
    public static CloudEvent read(String contentType, Map<String, Object> properties, byte[] body) {
        String type = contentType.toLowerCase(Locale.ROOT);
        var attributes = attributes(properties);
        if (type.startsWith("application/cloudevents")) {
            if (!type.matches("application/cloudevents\\+json\\s*(;.*)?")) {
                throw new MalformedMessage(
                        "Of structured CloudEvents only application/cloudevents+json is taken.");
            }
            return structured(StrictJson.read(body));
        }
        if (attributes.containsKey("specversion")) {
            return event(new Fields("cloudEvents", tree(attributes)), StrictJson.read(body));
        }
        return structured(StrictJson.read(body));
    }

    private static CloudEvent structured(ObjectNode envelope) {
        if (!(envelope.get("data") instanceof ObjectNode data)) {
            throw new MalformedMessage("data must be there, and an object.");
        }
        return event(new Fields("event", envelope), data);
    }

    private static CloudEvent event(Fields attributes, ObjectNode data) {
        if (!attributes.needed("specversion").equals("1.0")) {
            throw new MalformedMessage(attributes.path("specversion") + " must be 1.0.");
        }
        var event =
                new CloudEvent(
                        attributes.needed("type"),
                        attributes.needed("source"),
                        attributes.needed("id"),
                        attributes.text("time", OffsetDateTime::parse),
                        attributes.text("expirytime", OffsetDateTime::parse),
                        data);
        named(event);
        return event;
    }

    private static MessageId named(CloudEvent event) {
        try {
            return event.messageId();
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage(
                    "source and id must be printable ASCII without blanks, 1 to 200 characters.");
        }
    }

    private static Map<String, String> attributes(Map<String, Object> properties) {
        var attributes = new HashMap<String, String>();
        properties.forEach((name, value) ->
                name(name).ifPresent(attribute -> attributes.put(attribute, text(value))));
        return attributes;
    }

    private static Optional<String> name(String property) {
        for (String prefix : PREFIXES) {
            if (property.startsWith(prefix)) {
                return Optional.of(property.substring(prefix.length()));
            }
        }
        return Optional.empty();
    }

    private static String text(Object value) {
        return value instanceof Date date
                ? date.toInstant().atOffset(ZoneOffset.UTC).toString()
                : value.toString();
    }

    private static ObjectNode tree(Map<String, String> attributes) {
        var tree = StrictJson.object();
        attributes.forEach(tree::put);
        StorableText.demand(tree);
        return tree;
    }
}
