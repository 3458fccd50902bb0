package shopkeeper.messaging.kernel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object that is read field by field, and that says where something is amiss. */
public final class Fields {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    private static final JsonMapper TREES = JsonMapper.shared();

    private final String path;
    private final JsonNode node;

    public Fields(String path, JsonNode node) {
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw new MalformedMessage(path + " must be an object.");
        }
    }

    public String path(String name) {
        return path + "." + name;
    }

    public Optional<String> text(String name) {
        return find(name)
                .map(found -> {
                    if (!found.isString()) {
                        throw new MalformedMessage(path(name) + " must be a text.");
                    }
                    return found.stringValue();
                })
                .filter(text -> !text.isBlank());
    }

    public String needed(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /** The text, read by a type that says no with an IllegalArgumentException or the like. */
    public <T> T needed(String name, Function<String, T> as) {
        return as(name, needed(name), as);
    }

    public <T> Optional<T> text(String name, Function<String, T> as) {
        return text(name).map(text -> as(name, text, as));
    }

    /** A decimal number written as a text, so that no cent is lost on the way. */
    public Optional<BigDecimal> decimal(String name) {
        return text(name)
                .map(text -> {
                    if (!DECIMAL.matcher(text).matches()) {
                        throw new MalformedMessage(
                                path(name) + " must be a decimal number such as \"19.95\".");
                    }
                    return new BigDecimal(text);
                });
    }

    public BigDecimal neededDecimal(String name) {
        return decimal(name).orElseThrow(() -> missing(name));
    }

    public Optional<Long> whole(String name) {
        return find(name)
                .map(found -> {
                    if (!found.isIntegralNumber() || !found.canConvertToLong()) {
                        throw new MalformedMessage(path(name) + " must be a whole number.");
                    }
                    return found.longValue();
                });
    }

    public boolean flag(String name) {
        return find(name)
                .map(found -> {
                    if (!found.isBoolean()) {
                        throw new MalformedMessage(path(name) + " must be true or false.");
                    }
                    return found.booleanValue();
                })
                .orElse(false);
    }

    public Optional<Fields> part(String name) {
        return find(name).map(found -> new Fields(path(name), found));
    }

    public Fields neededPart(String name) {
        return part(name).orElseThrow(() -> missing(name));
    }

    public List<Fields> list(String name) {
        var parts = new ArrayList<Fields>();
        find(name)
                .ifPresent(found -> {
                    if (!found.isArray()) {
                        throw new MalformedMessage(path(name) + " must be a list.");
                    }
                    for (int i = 0; i < found.size(); i++) {
                        parts.add(new Fields(path(name) + "[" + i + "]", found.get(i)));
                    }
                });
        return parts;
    }

    public List<String> texts(String name) {
        var texts = new ArrayList<String>();
        find(name)
                .ifPresent(found -> {
                    if (!found.isArray()
                            || found.values().stream().anyMatch(one -> !one.isString())) {
                        throw new MalformedMessage(path(name) + " must be a list of texts.");
                    }
                    found.values().forEach(one -> texts.add(one.stringValue()));
                });
        return texts;
    }

    /** The whole object as maps, lists, texts, numbers and flags; what is null is not there. */
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        node.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field ->
                        tree.put(
                                field.getKey(), TREES.treeToValue(field.getValue(), Object.class)));
        return tree;
    }

    public MalformedMessage missing(String name) {
        return new MalformedMessage(path(name) + " is missing.");
    }

    private Optional<JsonNode> find(String name) {
        return Optional.ofNullable(node.get(name)).filter(found -> !found.isNull());
    }

    private <T> T as(String name, String text, Function<String, T> as) {
        try {
            return as.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            // The message of a parser quotes what it read, and that may be about a person.
            throw new MalformedMessage(path(name) + " cannot be read as what it should be.");
        }
    }
}
