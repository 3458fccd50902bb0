package shopkeeper.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code ./shopkeeper explain} prints, of the platform that the tests of this module share.
 */
@ExtendWith(OpenShop.class)
final class ExplainCommandTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void everything_on_the_way_to_a_slate_is_told() throws Exception {
        sells("explained-tea", "");
        sells("explained-milk", "");
        sells("explained-gin", ",\"ageLimit\":18");
        for (int order = 1; order <= 3; order++) {
            orders("explained-nobody-" + order, "explained-tea", "explained-milk", "explained-gin");
        }
        orders("explained-ann", "explained-tea");

        await().untilAsserted(() ->
                assertThat(explained("crm:explained-ann --limit=100"))
                        .containsPattern("home-\\d+ for c-")
                        .contains(", POPULAR, decision dec_")
                        .contains("  withheld: purchase-history, NO_DECISION")
                        .contains("Policy\n  {")
                        .contains("Shown\n   1 ")
                        .contains("Candidates, the best first, as models and rules saw them\n")
                        .containsPattern("explained-tea +Fine explained-tea +(shown|eligible) ")
                        .containsPattern("Kept away, the best first\n(?s).*explained-gin +Fine")
                        .containsPattern("explained-gin .* AGE_LIMIT"));
    }

    @Test
    void the_moment_is_told_as_it_was_and_the_decision_can_be_looked_at_again() throws Exception {
        sells("explained-mug", ",\"category\":\"cups\"");
        sells("explained-cup", ",\"category\":\"cups\"");

        var told =
                explained(
                        "loyalty:explained-nobody --placement=page --channel=store --page=explained-mug"
                                + " --cart=explained-cup,explained-mug --category=cups --query=mug"
                                + " --device=phone --age=30 --locale=de-DE --limit=100");

        assertThat(told)
                .containsPattern("product-\\d+ for nobody")
                .contains("context: page, category, query, cart, age, language:de")
                .doesNotContainPattern("explained-(mug|cup) .*(shown|eligible)");
        var id = told.replaceAll("(?s).*decision (dec_[0-9a-f]+).*", "$1");
        assertThat(explained("--decision=" + id)).isEqualTo(told);
        assertThat(explained("--decision=" + id + " --placement=page")).isEqualTo(told);
        assertThatIllegalStateException()
                .isThrownBy(() -> explained("--decision=" + id + " --placement=cart"))
                .withMessageContaining("no such slate");
        assertThatIllegalStateException()
                .isThrownBy(() -> explained("--decision=unheard-of"))
                .withMessageContaining("there is no decision unheard-of");
    }

    @Test
    void whom_nobody_knows_is_told_to_be_nobody() {
        assertThat(explained("loyalty:explained-nobody"))
                .contains("for nobody the shop knows, ")
                .contains("withheld: profile, UNKNOWN_CUSTOMER");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''            | name one customer
                    c-1 c-2       | name one customer
                    passport:4001 | a customer is an id such as c-1
                    c-1 --limit=0 | --limit is a number from 1 to 100
                    c-1 --limit=x | --limit is a number from 1 to 100
                    c-1 --age=200 | --age is a number from 0 to 120
                    c-1 --channel=fax   | --channel is online, store or support
                    c-1 --decision=d-1  | a decision was made for somebody
                    --decision=d-1 --cart=tea | beside --decision only
                    """)
    void what_cannot_be_asked_is_said_in_one_line(String words, String complaint) {
        var arguments = arguments(words);

        assertThatExceptionOfType(WrongUse.class)
                .isThrownBy(() -> new ExplainCommand(System.out).run(arguments))
                .withMessageContaining(complaint);
    }

    private static String explained(String words) {
        var said = new ByteArrayOutputStream();
        var command = new ExplainCommand(new PrintStream(said, true, UTF_8));
        var arguments = arguments(words);
        (arguments.has("decision") ? command.earlier(arguments) : command.asked(arguments))
                .print(OpenShop.platform());
        return said.toString(UTF_8);
    }

    private static Arguments arguments(String words) {
        return Arguments.of(
                words.isEmpty() ? List.of() : List.of(words.split(" ")), ExplainCommand.OPTIONS);
    }

    private static void sells(String product, String more) throws Exception {
        send(
                "PUT",
                "/v1/products/" + product,
                "admin",
                "{\"name\":\"Fine %s\"%s}".formatted(product, more));
    }

    private static void orders(String customer, String... products) throws Exception {
        var lines =
                String.join(
                        ",",
                        List.of(products).stream()
                                .map(product ->
                                        "{\"product_id\":\"%s\",\"quantity\":1,\"price\":1.01}"
                                                .formatted(product))
                                .toList());
        send(
                "POST",
                "/v1/track",
                "web",
                """
                {"messageId":"m-%1$s","userId":"%1$s","event":"Order Completed",
                 "properties":{"order_id":"o-%1$s","currency":"GBP","products":[%2$s]}}
                """
                        .formatted(customer, lines));
    }

    private static void send(String method, String path, String key, String body) throws Exception {
        var request =
                HttpRequest.newBuilder(OpenShop.platform().http().resolve(path))
                        .header("Authorization", "Bearer " + OpenShop.platform().key(key))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }
}
