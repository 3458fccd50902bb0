package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every operation of the desk, called by everybody. */
class DeskOperationsTest {
    private static final FurnishedShop SHOP = new FurnishedShop();
    private static final List<DeskOperation> OPERATIONS = DeskOperation.all(SHOP.web);

    @TestFactory
    Stream<DynamicTest> each_operation_lets_in_those_it_is_for() {
        assertThat(OPERATIONS).hasSizeGreaterThan(12);
        return OPERATIONS.stream()
                .filter(operation -> !operation.path().endsWith("/changes"))
                .flatMap(operation ->
                        Stream.of(
                                test(operation, "by nobody", () -> byNobody(operation)),
                                test(operation, "as agent", () -> signedIn(operation, "agent")),
                                test(operation, "as admin", () -> signedIn(operation, "admin")),
                                test(
                                        operation,
                                        "from another site's page",
                                        () -> fromElsewhere(operation))));
    }

    private static DynamicTest test(DeskOperation operation, String how, Runnable run) {
        return DynamicTest.dynamicTest(operation.name() + " " + how, run::run);
    }

    private static void byNobody(DeskOperation operation) {
        var position = SHOP.position();
        var answer = new DeskVisit(SHOP).call(operation).answer();
        if (operation.isOpen()) {
            assertThat(answer.status()).isIn(200, 303, 404);
        } else if (operation.changes()) {
            answer.is(401);
        } else {
            assertThat(answer.is(302).header("Location")).isEqualTo("/");
        }
        assertThat(SHOP.position()).isEqualTo(position);
    }

    private static void signedIn(DeskOperation operation, String client) {
        var answer = new DeskVisit(SHOP, client).call(operation).answer();
        assertThat(answer.status()).as(answer.text()).isIn(200, 303, 404);
        assertThat(answer.status() == 404).isEqualTo(operation.path().contains("/assets/"));
    }

    private static void fromElsewhere(DeskOperation operation) {
        if (!operation.changes()) {
            return;
        }
        var position = SHOP.position();
        new DeskVisit(SHOP, "agent")
                .call(operation)
                .with("Origin", "https://evil.example")
                .answer()
                .isProblem(403, "not-permitted");
        assertThat(SHOP.position()).isEqualTo(position);
    }

    /** For {@code docs/who-may-call-what.md}. */
    static String table() {
        return """

        The desk's operations, for people. A session is made of an agent's or an administrator's key or token, ends with it, and goes with the cookie; what changes something is taken from the desk's own page only.

        | Operation | Scope | nobody | agent | admin | another site's page |
        |---|---|---|---|---|---|
        """
                + OPERATIONS.stream()
                        .map(operation ->
                                "| `%s` | %s | %s | yes | yes | %s |\n"
                                        .formatted(
                                                operation.name(),
                                                operation
                                                        .scope()
                                                        .map(scope ->
                                                                scope.name()
                                                                        .toLowerCase(Locale.ROOT))
                                                        .orElse("open"),
                                                operation.isOpen() ? "yes" : "signs in first",
                                                operation.changes() ? "" : "as nobody"))
                        .collect(Collectors.joining());
    }
}
