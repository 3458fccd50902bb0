package shopkeeper.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What nobody should send to the desk, sent to each of its operations by an agent's browser. */
final class BadInputAtTheDesk {
    private static final List<String> TEXTS =
            List.of("%00", "%E2%80%AEx", "%C0%AF", "..%2f..%2fetc", "x".repeat(5_000), "%25");
    private static final Map<String, List<String>> NUMBERS =
            Map.of(
                    "/desk/customers/{customer}/timeline", List.of("seen", "cursor"),
                    "/desk/customers/{customer}/changes", List.of("after"));

    private final FurnishedShop shop;
    private final DeskVisit agent;

    BadInputAtTheDesk(FurnishedShop shop) {
        this.shop = shop;
        this.agent = new DeskVisit(shop, "agent");
    }

    private record Sent(String what, OnlineShop.Call call) {}

    /** The table's rows: what, operations, requests, answers. */
    List<String> rows() {
        var operations =
                DeskOperation.all(shop.web).stream()
                        .filter(operation -> operation.path().startsWith("/desk/"))
                        .toList();
        var answers = new TreeMap<String, TreeMap<String, Integer>>();
        var reached = new TreeMap<String, Integer>();
        for (DeskOperation operation : operations) {
            var what = new ArrayList<String>();
            sent(operation)
                    .forEach(one -> {
                        answers.computeIfAbsent(one.what(), _ -> new TreeMap<>())
                                .merge(refused(operation, one), 1, Integer::sum);
                        what.add(one.what());
                    });
            what.stream().distinct().forEach(one -> reached.merge(one, 1, Integer::sum));
        }
        return answers.entrySet().stream()
                .map(entry ->
                        "| %s | %d | %d | %s |"
                                .formatted(
                                        entry.getKey(),
                                        reached.get(entry.getKey()),
                                        entry.getValue().values().stream()
                                                .mapToInt(Integer::intValue)
                                                .sum(),
                                        entry.getValue().entrySet().stream()
                                                .map(answer ->
                                                        answer.getKey() + " × " + answer.getValue())
                                                .collect(Collectors.joining(", "))))
                .toList();
    }

    private Stream<Sent> sent(DeskOperation operation) {
        return Stream.of(ids(operation), numbers(operation), forms(operation))
                .flatMap(sent -> sent);
    }

    private Stream<Sent> ids(DeskOperation operation) {
        return operation.path().contains("{customer}")
                ? TEXTS.stream()
                        .map(text ->
                                new Sent(
                                        "a customer's id that is none",
                                        agent.call(
                                                operation,
                                                operation.path().replace("{customer}", text))))
                : Stream.empty();
    }

    private Stream<Sent> numbers(DeskOperation operation) {
        return NUMBERS.getOrDefault(operation.path(), List.of()).stream()
                .flatMap(name ->
                        Stream.of("-1x", "soon", "9".repeat(40), "%00")
                                .map(value ->
                                        new Sent(
                                                "a position or cursor that is none",
                                                agent.call(
                                                        operation,
                                                        operation
                                                                        .path()
                                                                        .replace(
                                                                                "{customer}",
                                                                                "{ann}")
                                                                + "?"
                                                                + name
                                                                + "="
                                                                + value))));
    }

    private Stream<Sent> forms(DeskOperation operation) {
        var filled = DeskVisit.filled(operation);
        if (filled == null || filled.isEmpty()) {
            return Stream.empty();
        }
        var name = filled.substring(0, filled.indexOf('=') + 1);
        return Stream.of(
                new Sent("an empty form", agent.call(operation).sending(new byte[0])),
                new Sent(
                        "a field of 100,000 characters",
                        with(operation, filled.replace(name, name + "x".repeat(100_000)))),
                new Sent("a NUL character", with(operation, filled.replace(name, name + "%00"))),
                new Sent(
                        "bytes that are no UTF-8",
                        with(operation, filled.replace(name, name + "%FF%FE"))),
                new Sent(
                        "a right-to-left override",
                        with(operation, filled.replace(name, name + "%E2%80%AE"))),
                new Sent(
                        "JSON where a form belongs",
                        with(operation, "{\"a\":1}").with("Content-Type", "application/json")));
    }

    private OnlineShop.Call with(DeskOperation operation, String form) {
        return agent.call(operation).sending(form.getBytes(UTF_8));
    }

    private String refused(DeskOperation operation, Sent one) {
        var position = shop.position();
        var answer = one.call().answer();
        var what = one.what() + " to " + operation.name();
        assertThat(answer.status()).as(what + ": " + answer.text()).isBetween(400, 499);
        assertThat(answer.text())
                .as(what)
                .doesNotContain("Exception")
                .doesNotContain("springframework");
        assertThat(shop.position()).as(what + " must have no effect").isEqualTo(position);
        shop.web.get("/v1/products/P-1").answer().is(200);
        var isProblem = String.valueOf(answer.response().getContentType()).contains("problem");
        return answer.status() + (isProblem ? " " + answer.at("/code") : " the page says so");
    }
}
