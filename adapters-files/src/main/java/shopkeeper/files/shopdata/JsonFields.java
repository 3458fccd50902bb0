package shopkeeper.files.shopdata;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object, each asked for by name; what nobody asked for is a mistake. */
final class JsonFields {
    private final JsonNode node;
    private final String path;
    private final Set<String> asked = new HashSet<>();

    JsonFields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
        if (!node.isObject()) {
            throw new Unfit(Reject.UNREADABLE_FIELD, path);
        }
    }

    /** A line that cannot be used; caught where lines are read. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Reject reject;
        private final String field;

        Unfit(Reject reject, String field) {
            super(reject.code(), null, false, false);
            this.reject = reject;
            this.field = field;
        }

        Reject reject() {
            return reject;
        }

        String field() {
            return field;
        }
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> new Unfit(Reject.MISSING_FIELD, at(name)));
    }

    <T> T value(String name, Function<String, T> read) {
        return read(name, text(name), read);
    }

    <T> Optional<T> optional(String name, Function<String, T> read) {
        return optionalText(name).map(text -> read(name, text, read));
    }

    Optional<String> optionalText(String name) {
        return field(name)
                .map(value -> {
                    if (!value.isString()
                            || value.stringValue().chars().anyMatch(Character::isISOControl)) {
                        throw new Unfit(Reject.UNREADABLE_FIELD, at(name));
                    }
                    return value.stringValue();
                });
    }

    /** A number, or a number as text. */
    BigDecimal number(String name) {
        return optionalNumber(name).orElseThrow(() -> new Unfit(Reject.MISSING_FIELD, at(name)));
    }

    Optional<BigDecimal> optionalNumber(String name) {
        return field(name).map(value -> number(name, value));
    }

    boolean flag(String name, boolean usual) {
        return field(name)
                .map(value -> {
                    if (!value.isBoolean()) {
                        throw new Unfit(Reject.UNREADABLE_FIELD, at(name));
                    }
                    return value.booleanValue();
                })
                .orElse(usual);
    }

    JsonFields object(String name) {
        return optionalObject(name).orElseThrow(() -> new Unfit(Reject.MISSING_FIELD, at(name)));
    }

    Optional<JsonFields> optionalObject(String name) {
        return field(name).map(value -> new JsonFields(value, at(name)));
    }

    /** One or more. */
    List<JsonFields> list(String name) {
        var value = field(name).orElseThrow(() -> new Unfit(Reject.MISSING_FIELD, at(name)));
        if (!value.isArray() || value.isEmpty()) {
            throw new Unfit(Reject.UNREADABLE_FIELD, at(name));
        }
        return value.valueStream().map(one -> new JsonFields(one, at(name))).toList();
    }

    /** Every name in it is asked for. */
    Stream<String> names() {
        return node.propertyNames().stream();
    }

    /** Runs what makes something of several fields. */
    <T> T make(String name, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new Unfit(Reject.UNREADABLE_FIELD, at(name));
        }
    }

    /** A name that nobody asked for may be one misspelt. */
    void done() {
        names().filter(name -> !asked.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Unfit(Reject.UNKNOWN_FIELD, at(shortened(name)));
                });
    }

    private <T> T read(String name, String text, Function<String, T> read) {
        return make(name, () -> read.apply(text));
    }

    private BigDecimal number(String name, JsonNode value) {
        var text = value.isNumber() ? value.decimalValue().toPlainString() : value.asString("");
        return new Decimals('.')
                .read(text)
                .filter(_ -> text.indexOf(',') < 0)
                .orElseThrow(() -> new Unfit(Reject.UNREADABLE_FIELD, at(name)));
    }

    private Optional<JsonNode> field(String name) {
        asked.add(name);
        @Nullable JsonNode value = node.get(name);
        return Optional.ofNullable(value).filter(one -> !one.isNull());
    }

    /** Only names of fields, so that the rejects hold nobody's data. */
    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String shortened(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9_-]", "?");
        return plain.substring(0, Math.min(40, plain.length()));
    }
}
