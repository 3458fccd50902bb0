package shopkeeper.persistence.eventlog;

import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Text to value and back, by shapes; Jackson only reads and writes the tokens. */
final class FactJson {
    private final JsonMapper json = JsonMapper.builder().build();

    String write(Shape shape, Object value) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator out = json.createGenerator(text)) {
            shape.write(out, value);
        }
        return text.toString();
    }

    Object read(Shape shape, String text) {
        try (JsonParser in =
                json.tokenStreamFactory().createParser(ObjectReadContext.empty(), text)) {
            return readAll(shape, in);
        } catch (JacksonException e) {
            throw new UnreadableFact("not the JSON that was expected", withoutContent(e));
        }
    }

    /**
     * @param text in UTF-8
     */
    Object read(Shape shape, byte[] text) {
        try (JsonParser in =
                json.tokenStreamFactory().createParser(ObjectReadContext.empty(), text)) {
            return readAll(shape, in);
        } catch (JacksonException e) {
            throw new UnreadableFact("not the JSON that was expected", withoutContent(e));
        }
    }

    Object read(Shape shape, JsonNode tree) {
        try (JsonParser in = json.treeAsTokens(tree)) {
            return readAll(shape, in);
        } catch (JacksonException e) {
            throw new UnreadableFact("not the JSON that was expected", withoutContent(e));
        }
    }

    JsonNode tree(String text) {
        return json.readTree(text);
    }

    String write(Map<String, String> flat) {
        StringWriter text = new StringWriter(128);
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartObject();
            new TreeMap<>(flat).forEach(out::writeStringProperty);
            out.writeEndObject();
        }
        return text.toString();
    }

    Map<String, String> readFlat(String text) {
        Map<String, String> flat = new TreeMap<>();
        try (JsonParser in =
                json.tokenStreamFactory().createParser(ObjectReadContext.empty(), text)) {
            in.nextToken();
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                flat.put(name, in.getString());
            }
        }
        return flat;
    }

    private static Object readAll(Shape shape, JsonParser in) {
        in.nextToken();
        Object value = shape.read(in);
        if (in.nextToken() != null && in.currentToken() != JsonToken.NOT_AVAILABLE) {
            throw new UnreadableFact("something follows the fact");
        }
        return value;
    }

    /** The parser's own message may quote what a person told the shop. */
    private static Throwable withoutContent(JacksonException e) {
        return new IllegalArgumentException(
                e.getClass().getSimpleName() + " at " + e.getLocation().getCharOffset());
    }
}
