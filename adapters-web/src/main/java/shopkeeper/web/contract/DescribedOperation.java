package shopkeeper.web.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One operation of the OpenAPI document. */
final class DescribedOperation {
    private static final Pattern IN_PATH = Pattern.compile("\\{([a-z]+)}");
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final Offered offered;
    private final Words words;
    private final JsonNode said;

    private DescribedOperation(Offered offered, Words words) {
        this.offered = offered;
        this.words = words;
        this.said = words.about(offered);
    }

    static ObjectNode of(Offered offered, Words words) {
        return new DescribedOperation(offered, words).document();
    }

    private ObjectNode document() {
        var scope = offered.scope().name().toLowerCase(Locale.ROOT);
        var operation = Words.object();
        operation.put("operationId", said.get("id").asString());
        operation.putArray("tags").add(said.get("tag").asString());
        operation.put("summary", said.get("summary").asString());
        operation.put("x-scope", scope);
        var security = operation.putArray("security");
        security.addObject().putArray("bearer").add(scope);
        security.addObject().putArray("basic").add(scope);
        parameters(operation.putArray("parameters"));
        body(operation);
        responses(operation.putObject("responses"));
        return operation;
    }

    private void parameters(ArrayNode parameters) {
        var inPath = IN_PATH.matcher(offered.path());
        while (inPath.find()) {
            parameter(parameters, "path", inPath.group(1), words.parameter(inPath.group(1)), true);
        }
        offered.query()
                .forEach(
                        name -> parameter(parameters, "query", name, words.parameter(name), false));
        headers()
                .forEach(name ->
                        parameter(parameters, "header", name, words.header(name), isNeeded(name)));
    }

    private List<String> headers() {
        var headers = new ArrayList<>(offered.headers());
        headers.addAll(List.of("Shopkeeper-Min-Position", "Shopkeeper-Budget-Ms"));
        switch (offered.way()) {
            case KEY_NEEDED, KEY_TAKEN, LINE_BY_LINE -> headers.add("Idempotency-Key");
            case ASKED_AFRESH -> {
                // a key has no meaning
            }
        }
        if (isVersioned()) {
            headers.add("If-None-Match");
            if (!offered.isRead()) {
                headers.add("If-Match");
            }
        }
        return headers;
    }

    private boolean isNeeded(String header) {
        return switch (offered.way()) {
            case KEY_NEEDED -> header.equals("Idempotency-Key");
            case KEY_TAKEN, LINE_BY_LINE, ASKED_AFRESH -> false;
        };
    }

    private boolean isVersioned() {
        return said.path("versioned").asBoolean(false);
    }

    private static void parameter(
            ArrayNode parameters, String in, String name, JsonNode said, boolean needed) {
        var parameter = parameters.addObject().put("name", name).put("in", in);
        if (needed) {
            parameter.put("required", true);
        }
        parameter.put("description", said.get("description").asString());
        parameter.set("schema", said.get("schema"));
    }

    private void body(ObjectNode operation) {
        if (said.has("request")) {
            var content = content(operation, JSON);
            content.set("schema", Words.reference(said.get("request").asString()));
            content.set("example", said.get("example"));
        } else if (said.has("lines")) {
            var line = said.get("lines").asString();
            var content = content(operation, MediaType.APPLICATION_NDJSON_VALUE);
            content.putObject("schema")
                    .put("type", "string")
                    .put("description", "Each line is a " + line + " with its id.");
            content.put("example", said.get("example") + "\n");
        }
    }

    private static ObjectNode content(ObjectNode operation, String type) {
        var body = operation.putObject("requestBody").put("required", true);
        return body.putObject("content").putObject(type);
    }

    private void responses(ObjectNode responses) {
        int status = said.path("status").asInt(200);
        var success = responses.putObject(Integer.toString(status));
        success.put("description", status == 202 ? "What became of each." : "Done.");
        successHeaders(success.putObject("headers"));
        success.putObject("content")
                .putObject(said.path("stream").asBoolean(false) ? "text/event-stream" : JSON)
                .set("schema", Words.reference(said.get("answer").asString()));
        if (isVersioned() && offered.isRead()) {
            responses.putObject("304").put("description", "You have this version.");
        }
        PossibleProblems.of(offered, words)
                .forEach((code, problems) ->
                        problem(responses.putObject(code.toString()), code, problems));
    }

    private void successHeaders(ObjectNode headers) {
        var told = new ArrayList<>(List.of("Shopkeeper-Position", "RateLimit", "RateLimit-Policy"));
        if (isVersioned()) {
            told.add("ETag");
        }
        switch (offered.way()) {
            case KEY_NEEDED, KEY_TAKEN -> told.add("Idempotent-Replayed");
            case LINE_BY_LINE, ASKED_AFRESH -> {
                // never answered from memory
            }
        }
        said.path("headers").forEach(own -> told.add(own.asString()));
        told.forEach(name -> headers.set(name, words.header(name)));
    }

    private void problem(ObjectNode response, int status, List<String> codes) {
        response.put("description", String.join(", ", codes));
        if (status == 429 || status == 503) {
            response.putObject("headers").set("Retry-After", words.header("Retry-After"));
        }
        var schema =
                response.putObject("content")
                        .putObject(MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                        .putObject("schema");
        schema.set("$ref", Words.reference("Problem").get("$ref"));
        var narrowed = schema.putObject("properties");
        narrowed.putObject("status").put("const", status);
        var told = narrowed.putObject("code").putArray("enum");
        codes.forEach(told::add);
    }
}
