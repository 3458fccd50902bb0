package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Client.Role;
import shopkeeper.application.access.Keys;
import shopkeeper.application.access.Scope;

/** Every operation, called by everybody. */
class WhoMayCallWhatTest {
    private static final FurnishedShop SHOP = new FurnishedShop();
    private static final List<Operation> OPERATIONS = Operation.all(SHOP.web);

    @TestFactory
    Stream<DynamicTest> each_operation_lets_in_those_it_is_for() {
        return OPERATIONS.stream()
                .flatMap(operation ->
                        Stream.of(
                                        strangers(operation),
                                        Arrays.stream(Role.values())
                                                .map(role -> as(role, operation)),
                                        tokens(operation))
                                .flatMap(tests -> tests));
    }

    @Test
    void there_is_an_example_of_every_operation_and_of_nothing_else() {
        assertThat(OPERATIONS).hasSizeGreaterThan(30);
        assertThat(OPERATIONS.stream().map(Operation::name).distinct())
                .containsExactlyInAnyOrderElementsOf(Example.OF.keySet());
    }

    private static Stream<DynamicTest> strangers(Operation operation) {
        return Stream.of(
                DynamicTest.dynamicTest(
                        operation.name() + " by nobody",
                        () ->
                                SHOP.call(operation)
                                        .without("Authorization")
                                        .answer()
                                        .isProblem(401, "not-authenticated")),
                DynamicTest.dynamicTest(
                        operation.name() + " with a wrong key",
                        () ->
                                SHOP.call(operation)
                                        .with("Authorization", "Bearer key-of-nobody")
                                        .answer()
                                        .isProblem(401, "not-authenticated")),
                DynamicTest.dynamicTest(
                        operation.name() + " with a revoked key",
                        () -> {
                            var keys = SHOP.web.the(Keys.class);
                            var gone = Client.named("till:S9:T9");
                            var key = keys.keyOf(gone);
                            keys.revoke(gone);
                            SHOP.call(operation)
                                    .with("Authorization", "Bearer " + key)
                                    .answer()
                                    .isProblem(401, "not-authenticated");
                        }));
    }

    private static Stream<DynamicTest> tokens(Operation operation) {
        return Stream.of(
                DynamicTest.dynamicTest(
                        operation.name() + " with an expired token",
                        () ->
                                withToken(operation, Issuer.token().scope(everyScope()).expired())
                                        .isProblem(401, "not-authenticated")),
                DynamicTest.dynamicTest(
                        operation.name() + " with a token of its scope alone",
                        () -> {
                            var answer =
                                    withToken(operation, Issuer.token().scope(word(operation)));
                            assertThat(answer.status()).as(answer.text()).isNotIn(401, 403);
                        }),
                DynamicTest.dynamicTest(
                        operation.name() + " with a token of every other scope",
                        () -> {
                            var position = SHOP.position();
                            var others =
                                    (" " + everyScope() + " ")
                                            .replace(" " + word(operation) + " ", " ")
                                            .strip();
                            withToken(operation, Issuer.token().scope(others))
                                    .isProblem(403, "not-permitted");
                            assertThat(SHOP.position()).isEqualTo(position);
                        }));
    }

    private static OnlineShop.Answer withToken(Operation operation, Issuer.Words token) {
        return SHOP.call(operation).with("Authorization", "Bearer " + token.signed()).answer();
    }

    private static String word(Operation operation) {
        return operation.scope().name().toLowerCase(Locale.ROOT);
    }

    private static String everyScope() {
        return Arrays.stream(Scope.values())
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private static DynamicTest as(Role role, Operation operation) {
        return DynamicTest.dynamicTest(
                operation.name() + " as " + role,
                () -> {
                    var position = SHOP.position();
                    var answer =
                            SHOP.call(operation)
                                    .as(name(role))
                                    .with("Origin", FurnishedShop.PAGE)
                                    .answer();
                    if (mayCall(role, operation)) {
                        if (operation.path().matches(".*/(changes|clock)")) {
                            answer.isProblem(404, "not-found");
                        } else {
                            assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
                        }
                        assertThat(answer.header("Shopkeeper-Position")).isNotNull();
                    } else {
                        answer.isProblem(403, "not-permitted");
                        assertThat(SHOP.position()).isEqualTo(position);
                    }
                });
    }

    private static boolean mayCall(Role role, Operation operation) {
        return Client.named(name(role)).scopes().contains(operation.scope());
    }

    private static String name(Role role) {
        return switch (role) {
            case WEB, AGENT, ADMIN -> role.name().toLowerCase(Locale.ROOT);
            case TILL -> "till:S1:T1";
            case BROWSER -> "browser:shop";
            case FOLLOWER -> "follower:erp";
        };
    }

    @Test
    void the_page_says_who_may_call_what() {
        WrittenDown.says("who-may-call-what.md", page());
    }

    private static String page() {
        var roles = Arrays.asList(Role.values());
        return """
        # Who may call what

        Written by `WhoMayCallWhatTest` from the operations themselves, which it also calls as each of them, as nobody, with a wrong key, with a revoked one and with tokens. An operation that says nothing is open to nobody. Health (`GET /actuator/health`) and the contract (`/docs`, `/openapi.json`, `/asyncapi.json`) are open to all. A browser's key decides only for the visitor who is named by `anonymousId`, says of nobody who they are, and opens only from the pages it belongs to. The desk (`/`, `/desk/**`) is for people and asks for a session: see the last table. Tills speak AMQP and MQTT: a till sends and reads under its own name only, and its store is that of its key. Keys are those of programs, so a web shop's server, an agent's desk and an admin may ask for every customer.

        | Who comes with | gets |
        |---|---|
        | nothing, a wrong key, a revoked key | 401 |
        | a token (JWT) where no issuer is trusted | 401 |
        | a token that has expired, of another issuer, for another audience, or signed by anything but the issuer's key | 401 |
        | a key or a token without the operation's scope | 403 |
        | a token with the operation's scope, in lower case as below, in `scope` or `scp` | the answer |

        A token's other words are passed over, and `till` and `announcements` are not given to tokens. The word `agent` says that its subject is a person of support: she may do nothing that an agent's key may not, her spoken words of customers name the subject as the agent, and she can sign in at the desk with it.

        | Operation | Scope | %s |
        |---|---|%s
        """
                        .formatted(
                                roles.stream()
                                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(" | ")),
                                "---|".repeat(roles.size()))
                + OPERATIONS.stream()
                        .map(operation ->
                                "| `%s` | %s | %s |\n"
                                        .formatted(
                                                operation.name(),
                                                operation.scope().name().toLowerCase(Locale.ROOT),
                                                roles.stream()
                                                        .map(role -> mark(role, operation))
                                                        .collect(Collectors.joining(" | "))))
                        .distinct()
                        .collect(Collectors.joining())
                + DeskOperationsTest.table();
    }

    private static String mark(Role role, Operation operation) {
        return mayCall(role, operation) ? "yes" : "";
    }
}
