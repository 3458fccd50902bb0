package shopkeeper.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI document, and whether a message is what it says. */
public final class Contract {
    public static final JsonNode DOCUMENT = new JsonMapper().readTree(MessagingAdapter.contract());

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private Contract() {}

    /** A message the platform told, or took. */
    public static void holds(JsonNode event) {
        assertThat(wrong(event)).as(event.toString()).isEmpty();
    }

    /** What is wrong with it. */
    public static List<String> wrong(JsonNode event) {
        var type = event.path("type").asString("");
        if (!types().contains(type)) {
            return List.of(type + " is not in the document");
        }
        return SCHEMAS.computeIfAbsent(type, Contract::compiled).validate(event).stream()
                .map(Object::toString)
                .toList();
    }

    /** All types of events there are; a POSLog is none. */
    public static SortedSet<String> types() {
        var types = new TreeSet<String>();
        messages().values().stream()
                .filter(message -> !message.get("contentType").asString().endsWith("/xml"))
                .forEach(message -> types.add(message.get("name").asString()));
        return types;
    }

    static Map<String, JsonNode> messages() {
        var messages = new ConcurrentHashMap<String, JsonNode>();
        DOCUMENT.at("/components/messages")
                .properties()
                .forEach(message -> messages.put(message.getKey(), message.getValue()));
        return messages;
    }

    private static Schema compiled(String type) {
        var message =
                messages().values().stream()
                        .filter(one -> one.get("name").asString().equals(type))
                        .findFirst()
                        .orElseThrow();
        ObjectNode whole = message.get("payload").deepCopy().asObject();
        whole.set("components", DOCUMENT.get("components"));
        return REGISTRY.getSchema(whole);
    }
}
