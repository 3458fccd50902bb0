package shopkeeper.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Something nobody should send, and how to send it to an operation.
 *
 * @param fits the operations to which it can be sent
 * @param sent made of the operation's good example
 */
record BadInput(
        String what,
        Predicate<Operation> fits,
        BiFunction<FurnishedShop, Operation, List<OnlineShop.Call>> sent) {
    private static final Pattern FIRST_TEXT = Pattern.compile(":\"[^\"]*\"|:[0-9]+");

    static List<BadInput> all() {
        var all = new ArrayList<BadInput>();
        all.add(body("an empty body", _ -> ""));
        all.add(body("`null`", _ -> "null"));
        all.add(body("a list where an object belongs", _ -> "[]"));
        all.add(body("a text where an object belongs", _ -> "\"x\""));
        all.add(body("truncated JSON", good -> good.substring(0, good.length() - 2)));
        all.add(body("two documents", good -> good + good));
        all.add(body("100,000 opening brackets", _ -> "[".repeat(100_000)));
        all.add(
                body(
                        "a 20 MB string",
                        good -> "{\"zz\":\"" + "x".repeat(20_000_000) + "\"," + good.substring(1)));
        all.add(body("a number of 10,000 digits", good -> first(good, ":" + "9".repeat(10_000))));
        all.add(body("`1e400`", good -> first(good, ":1e400")));
        all.add(body("`NaN`", good -> first(good, ":NaN")));
        all.add(body("duplicate keys", good -> "{\"zz\":1,\"zz\":2," + good.substring(1)));
        all.add(body("half a surrogate pair", good -> first(good, ":\"x\\ud800\"")));
        all.add(body("a NUL character", good -> first(good, ":\"x\\u0000\"")));
        all.add(body("a right-to-left override", good -> first(good, ":\"x\\u202e\"")));
        all.add(bytes("overlong UTF-8", good -> spliced(good, 0xC0, 0xAF)));
        all.add(bytes("bytes that are no UTF-8", good -> spliced(good, 0xFF, 0xFE)));
        all.add(bytes("UTF-16", good -> good.getBytes(StandardCharsets.UTF_16)));
        all.add(
                new BadInput(
                        "an unknown field",
                        operation -> hasBody(operation) && !operation.isLenient(),
                        (shop, operation) ->
                                List.of(
                                        with(
                                                shop,
                                                operation,
                                                "{\"zz\":1," + good(operation).substring(1)))));
        all.add(
                new BadInput(
                        "another content type",
                        BadInput::hasBody,
                        (shop, operation) ->
                                List.of(
                                        shop.call(operation).with("Content-Type", "text/xml"),
                                        shop.call(operation).without("Content-Type"))));
        all.add(
                new BadInput(
                        "a compressed body",
                        BadInput::hasBody,
                        (shop, operation) ->
                                List.of(
                                        shop.call(operation)
                                                .with("Content-Encoding", "gzip")
                                                .sending(zipped(good(operation))))));
        all.add(path("a NUL character in the path", "%00"));
        all.add(path("a line break in the path", "x%0d%0aX-Evil:1"));
        all.add(path("a right-to-left override in the path", "%E2%80%AEx"));
        all.add(path("overlong UTF-8 in the path", "%C0%AF"));
        all.add(path("the way out of the folder", "..%2f..%2fetc"));
        all.add(path("an id of 5,000 characters", "x".repeat(5_000)));
        all.add(
                new BadInput(
                        "LIKE wildcards as id",
                        operation -> isRead(operation) && operation.path().contains("{"),
                        (shop, operation) -> List.of(last(shop, operation, "%25"))));
        all.add(parameter("limit", "-1", "0", "many", "1e3", "99999999999"));
        all.add(parameter("asOf", "2025-02-29T00:00:00Z", "yesterday"));
        all.add(parameter("at", "2025-02-29T00:00:00Z", "2026-11-20T10:00:00+25:00"));
        all.add(
                header(
                        "a position that is none",
                        _ -> true,
                        "Shopkeeper-Min-Position",
                        "-1",
                        "soon"));
        all.add(
                header(
                        "an Idempotency-Key that is none",
                        operation -> !isRead(operation) && !isLookup(operation),
                        "Idempotency-Key",
                        "two words",
                        "k\u00e4y",
                        "x".repeat(181)));
        all.add(
                new BadInput(
                        "an Idempotency-Key used for another body",
                        operation ->
                                hasBody(operation) && !operation.lines() && !isLookup(operation),
                        (shop, operation) -> {
                            shop.call(operation).with("Idempotency-Key", "again").answer();
                            return List.of(
                                    with(shop, operation, good(operation) + " ")
                                            .with("Idempotency-Key", "again"));
                        }));
        all.add(header("a malformed If-Match", BadInput::isEdited, "If-Match", "v1", "\"v1", ""));
        all.add(
                header(
                        "a stale If-Match",
                        BadInput::isEdited,
                        "If-Match",
                        "\"v999999\"",
                        "W/\"v1\""));
        return all;
    }

    private static BadInput body(String what, UnaryOperator<String> made) {
        return bytes(what, good -> made.apply(good).getBytes(UTF_8));
    }

    private static BadInput bytes(String what, Function<String, byte[]> made) {
        return new BadInput(
                what,
                BadInput::hasBody,
                (shop, operation) ->
                        List.of(shop.call(operation).sending(made.apply(good(operation)))));
    }

    private static BadInput path(String what, String id) {
        return new BadInput(
                what,
                operation -> operation.path().contains("{"),
                (shop, operation) -> List.of(last(shop, operation, id)));
    }

    private static BadInput parameter(String name, String... values) {
        return new BadInput(
                "`?%s=` %s".formatted(name, String.join(", ", values)),
                operation ->
                        isRead(operation)
                                && (operation.takesParameter(name)
                                        || operation.forbidsParameter(name)),
                (shop, operation) ->
                        Arrays.stream(values)
                                .map(value ->
                                        shop.call(
                                                operation,
                                                Example.of(operation).path()
                                                        + "?"
                                                        + name
                                                        + "="
                                                        + value.replace("+", "%2B"),
                                                null))
                                .toList());
    }

    private static BadInput header(
            String what, Predicate<Operation> fits, String name, String... values) {
        return new BadInput(
                what,
                fits,
                (shop, operation) ->
                        Arrays.stream(values)
                                .map(value -> shop.call(operation).with(name, value))
                                .toList());
    }

    private static boolean hasBody(Operation operation) {
        return operation.json() || operation.lines();
    }

    private static boolean isRead(Operation operation) {
        return operation.method().equals("GET");
    }

    /** Points are opened once, not edited. */
    private static boolean isEdited(Operation operation) {
        return operation.method().equals("PUT") && !operation.path().endsWith("/opening");
    }

    private static boolean isLookup(Operation operation) {
        return operation.path().endsWith("/lookup");
    }

    private static OnlineShop.Call with(FurnishedShop shop, Operation operation, String body) {
        return shop.call(operation, Example.of(operation).path(), body);
    }

    /** With another last id in the path. */
    private static OnlineShop.Call last(FurnishedShop shop, Operation operation, String id) {
        var pattern = operation.path().split("/", -1);
        var path = shop.named(Example.of(operation).path()).split("/", -1);
        for (int i = pattern.length - 1; i >= 0; i--) {
            if (pattern[i].startsWith("{")) {
                path[i] = id;
                break;
            }
        }
        return shop.call(operation, String.join("/", path), Example.of(operation).body());
    }

    private static String good(Operation operation) {
        return String.valueOf(Example.of(operation).body());
    }

    private static String first(String good, String instead) {
        return FIRST_TEXT.matcher(good).replaceFirst(Matcher.quoteReplacement(instead));
    }

    /** The bytes at the beginning of the first text. */
    private static byte[] spliced(String good, int... bytes) {
        var into = new ByteArrayOutputStream();
        int at = good.indexOf(":\"") + 2;
        into.writeBytes(good.substring(0, at).getBytes(UTF_8));
        for (int b : bytes) {
            into.write(b);
        }
        into.writeBytes(good.substring(at).getBytes(UTF_8));
        return into.toByteArray();
    }

    private static byte[] zipped(String good) {
        var into = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(into)) {
            zip.write(good.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return into.toByteArray();
    }
}
