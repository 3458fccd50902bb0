package shopkeeper.web.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people wrote about the operations and their bodies.
 *
 * @param frame all that is said once: title, parameters, headers, problems
 * @param operations by method and path
 * @param schemas by name
 */
record Words(JsonNode frame, JsonNode operations, JsonNode schemas) {
    private static final JsonMapper JSON = new JsonMapper();

    static Words read() {
        return new Words(part("frame"), part("operations"), part("schemas"));
    }

    /**
     * @throws IllegalStateException when nobody wrote about it
     */
    JsonNode about(Offered offered) {
        return Objects.requireNonNullElseGet(
                operations.get(offered.name()),
                () -> {
                    throw new IllegalStateException(
                            offered.name() + " has no words: add it to contract/operations.json");
                });
    }

    JsonNode header(String name) {
        return said(frame.get("headers"), name);
    }

    JsonNode parameter(String name) {
        return said(frame.get("parameters"), name);
    }

    /** The status that goes with a code. */
    int status(String code) {
        return frame.get("refusals").has(code)
                ? 422
                : said(frame.get("problems"), code).get("status").asInt();
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ObjectNode reference(String schema) {
        return object().put("$ref", "#/components/schemas/" + schema);
    }

    static JsonNode tree(String document) {
        return JSON.readTree(document);
    }

    static String pretty(JsonNode json) {
        return json.toPrettyString();
    }

    private static JsonNode said(JsonNode words, String name) {
        return Objects.requireNonNullElseGet(
                words.get(name),
                () -> {
                    throw new IllegalStateException(
                            name + " has no words: add it to contract/frame.json");
                });
    }

    private static JsonNode part(String name) {
        try (var in = Words.class.getResourceAsStream("/contract/" + name + ".json")) {
            return JSON.readTree(Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read contract/" + name + ".json", e);
        }
    }
}
