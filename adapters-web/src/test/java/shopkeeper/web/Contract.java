package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document, and whether a request and its answer are what it says. */
final class Contract {
    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicReference<@Nullable Contract> KNOWN = new AtomicReference<>();

    private final JsonNode document;
    private final List<Template> templates;
    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    /** A path of the document, and what it looks like with something in it. */
    private record Template(String path, Pattern looks, int holes) {
        static Template of(String path) {
            var pattern = Pattern.compile(path.replaceAll("\\{[a-z]+}", "[^/]+") + "(\\?.*)?");
            return new Template(path, pattern, path.split("\\{", -1).length);
        }
    }

    Contract(JsonNode document) {
        this.document = document;
        this.templates =
                document.get("paths")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .map(Template::of)
                        .sorted(Comparator.comparingInt(Template::holes))
                        .toList();
    }

    /** It is the same in every shop. */
    static Contract of(Supplier<String> openApi) {
        var known = KNOWN.get();
        if (known == null) {
            known = new Contract(JSON.readTree(openApi.get()));
            KNOWN.set(known);
        }
        return known;
    }

    JsonNode document() {
        return document;
    }

    /** What no operation answers is nobody's promise. */
    void holds(
            String method,
            String path,
            Map<String, String> headers,
            byte @Nullable [] body,
            OnlineShop.Answer answer) {
        operation(method, path)
                .ifPresent(operation -> {
                    var what = method + " " + path + ": ";
                    answered(what, operation, answer);
                    if (answer.status() < 300 && body != null && isTaken(answer)) {
                        asked(what, operation, headers, body);
                    }
                });
    }

    /** What is wrong with it. */
    List<String> wrong(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compiled).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    private Optional<JsonNode> operation(String method, String path) {
        return templates.stream()
                .filter(template -> template.looks().matcher(path).matches())
                .map(template -> document.get("paths").get(template.path()))
                .map(ways -> ways.path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    private void answered(String what, JsonNode operation, OnlineShop.Answer answer) {
        var response = operation.get("responses").path(Integer.toString(answer.status()));
        assertThat(response.isObject()).as(what + answer.status() + " is not promised").isTrue();
        var types = response.path("content");
        if (types.isMissingNode()) {
            assertThat(answer.text()).as(what).isEmpty();
            return;
        }
        var type = String.valueOf(answer.response().getContentType()).split(";", 2)[0];
        assertThat(types.propertyNames()).as(what).contains(type);
        if (type.endsWith("json")) {
            assertThat(wrong(types.get(type).get("schema"), answer.json()))
                    .as(what + answer.text())
                    .isEmpty();
        }
    }

    private void asked(String what, JsonNode operation, Map<String, String> headers, byte[] body) {
        var type = String.valueOf(headers.get("Content-Type")).split(";", 2)[0];
        var content = operation.at("/requestBody/content").path(type);
        if (type.equals("application/json") && content.has("schema")) {
            assertThat(wrong(content.get("schema"), JSON.readTree(body)))
                    .as(what + "was taken, so it is what is asked for")
                    .isEmpty();
        }
    }

    /** Of many calls some may be wrong. */
    private static boolean isTaken(OnlineShop.Answer answer) {
        return answer.json().path("rejected").isEmpty();
    }

    private Schema compiled(JsonNode schema) {
        ObjectNode whole = schema.deepCopy().asObject();
        whole.set("components", document.get("components"));
        return registry.getSchema(whole);
    }
}
