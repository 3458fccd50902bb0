package shopkeeper.messaging.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as it is taken from strangers: UTF-8, 1 MiB, 32 deep, no key twice, nothing after it. */
public final class StrictJson {
    public static final int LARGEST = 1 << 20;
    private static final int DEEPEST = 32;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxNumberLength(40)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();
    private static final JsonMapper CANONICAL =
            JsonMapper.builder()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                    .build();

    private StrictJson() {}

    /**
     * @throws MalformedMessage when it is not that
     */
    public static ObjectNode read(byte[] body) {
        if (body.length > LARGEST) {
            throw new MalformedMessage(
                    "too-large",
                    "The body has " + body.length + " bytes, a message may have " + LARGEST + ".");
        }
        try {
            if (MAPPER.readTree(text(body)) instanceof ObjectNode object) {
                StorableText.demand(object);
                return object;
            }
            throw new MalformedMessage("The body is not a JSON object.");
        } catch (JacksonException e) {
            var where = e.getLocation();
            throw new MalformedMessage(
                    "The body is not JSON as it is taken here"
                            + (where == null
                                    ? "."
                                    : ": see line %d, column %d."
                                            .formatted(where.getLineNr(), where.getColumnNr()))
                            + " It must be an object, at most "
                            + DEEPEST
                            + " deep, with no key twice.");
        }
    }

    /** JSON that the platform wrote itself. */
    public static JsonNode trusted(String json) {
        return CANONICAL.readTree(json);
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static byte[] write(JsonNode json) {
        return MAPPER.writeValueAsBytes(json);
    }

    /** The same text for the same content, however the sender ordered its keys. */
    public static String canonical(JsonNode json) {
        return CANONICAL.writeValueAsString(json);
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedMessage("The body is not UTF-8.");
        }
    }
}
