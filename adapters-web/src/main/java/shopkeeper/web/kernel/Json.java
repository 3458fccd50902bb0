package shopkeeper.web.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads what strangers send: strictly, within limits, and telling them where it is wrong. */
@Component
public final class Json {
    /** The largest document, in bytes. */
    public static final int LARGEST = 1 << 20;

    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(64 * 1024)
                    .maxNameLength(1024)
                    .maxNumberLength(100)
                    .maxDocumentLength(LARGEST)
                    .build();

    private final JsonMapper mapper = mapper();

    /**
     * @throws ProblemException when it is no JSON, not of that shape or beyond the limits
     */
    public <T> T read(byte[] document, Class<T> type) {
        if (document.length > LARGEST) {
            throw Problem.tooLarge("A document has at most %d bytes.".formatted(LARGEST))
                    .asException();
        }
        try {
            var tree = mapper.readTree(text(document));
            if (tree == null || tree.isMissingNode() || tree.isNull()) {
                throw Problem.invalid("The body is empty.").asException();
            }
            Texts.check(tree);
            return type.isInstance(tree) ? type.cast(tree) : mapper.treeToValue(tree, type);
        } catch (StreamConstraintsException beyond) {
            throw Problem.tooLarge(
                            "JSON may be 32 levels deep, its texts 65536 and its numbers 100"
                                    + " characters long.")
                    .asException();
        } catch (StreamReadException malformed) {
            throw malformed(malformed);
        } catch (DatabindException misshaped) {
            throw misshaped(misshaped);
        } catch (JacksonException malformed) {
            throw malformed(malformed);
        }
    }

    /** UTF-8 to the letter: a character in a longer disguise, or another encoding, is not read. */
    private static String text(byte[] document) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
            return text.isEmpty() || text.charAt(0) != '\ufeff'
                    ? text.toString()
                    : text.subSequence(1, text.length()).toString();
        } catch (CharacterCodingException _) {
            throw Problem.invalid("The body is not UTF-8.").asException();
        }
    }

    public byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    /** The same text for the same content, whatever blanks and order it was sent with. */
    String canonical(Object value) {
        return mapper.writeValueAsString(value);
    }

    private static ProblemException malformed(JacksonException malformed) {
        var where = malformed.getLocation();
        return Problem.invalid(
                        where == null || where.getLineNr() < 1
                                ? "The body is not well-formed JSON."
                                : "The body is not well-formed JSON: look at line %d, column %d."
                                        .formatted(where.getLineNr(), where.getColumnNr()))
                .asException();
    }

    private static ProblemException misshaped(DatabindException misshaped) {
        var path = path(misshaped.getPath());
        return Problem.invalid(
                        path.isEmpty()
                                ? "The body has not the shape that is expected here."
                                : path + " is unknown here, or not of the right type.")
                .asException();
    }

    /** Names as we know them; what else a stranger may have written there is not repeated. */
    private static String path(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step -> {
                    var name = step.getPropertyName();
                    return name == null
                            ? "[" + step.getIndex() + "]"
                            : name.matches("[A-Za-z0-9_.-]{1,40}") ? name : "?";
                })
                .collect(Collectors.joining("."));
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder(
                        JsonFactory.builder()
                                .streamReadConstraints(LIMITS)
                                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                .build())
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        texts ->
                                texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                        .setCoercion(
                                                CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }
}
