package shopkeeper.acceptance.steps;

import static org.awaitility.Awaitility.await;
import static shopkeeper.acceptance.steps.Expect.in;

import io.cucumber.java.de.Dann;
import io.cucumber.java.de.Wenn;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shopkeeper.acceptance.Scene;
import shopkeeper.acceptance.drivers.Answer;
import shopkeeper.acceptance.drivers.Asked;
import shopkeeper.acceptance.drivers.ChannelDriver;
import shopkeeper.domain.profile.Identifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What the shop answers, and why. */
public final class DecisionSteps {
    private static final List<String> KNOWN_OR_ONCE_KNOWN = List.of("ok", "decision-expired");

    private final Scene scene;

    public DecisionSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("the shop was asked what to suggest to {customer}")
    @When("the shop is asked what to suggest to {customer}")
    @When("the shop is asked what to recommend to {customer}")
    @Wenn("der Laden gefragt wird, was er {customer} vorschlägt")
    public void askedFor(String name) {
        scene.answered(suggestions(scene.channel(), scene.person(name).card()));
    }

    @When("the shop is asked what goes with {product}")
    public void askedWhatGoesWith(String product) {
        scene.answered(asks(Optional.empty(), "recommendation", product));
    }

    @When("the shop is asked for the price of {product}")
    public void askedForPrice(String product) {
        scene.answered(asks(Optional.empty(), "price", product));
    }

    @When("the shop is asked for {word}")
    public void askedForKind(String kind) {
        scene.answered(scene.channel().asks(new Asked(Optional.empty(), kind, List.of())));
    }

    @Then("the answer is {mode}")
    @Dann("ist die Antwort {mode}")
    public void answerIs(String mode) {
        Expect.that("How personal the answer is", scene.lastAnswer().mode(), mode);
    }

    @Then("the answer withholds {withheld}")
    public void answerWithholds(String withheld) {
        Expect.among("What the answer withholds", scene.lastAnswer().withheld(), withheld);
    }

    @Then("the answer withholds {product} because it is out of stock")
    public void withholdsProduct(String product) {
        var id = scene.product(product).value();
        Expect.among(
                "What the answer withholds",
                scene.lastAnswer().withheld(),
                "product " + id + " OUT_OF_STOCK");
        Expect.notAmong("What the answer suggests", scene.lastAnswer().products(), id);
    }

    @Then("the answer suggests {product} because {reason}")
    @Then("the answer recommends {product} because {reason}")
    @Dann("schlägt die Antwort {product} vor, weil {reason}")
    public void answerSuggests(String product, String reason) {
        Expect.among(
                "Why the answer suggests " + product,
                scene.lastAnswer().reasonsFor(scene.product(product).value()),
                reason);
    }

    @Then("the answer does not suggest {product}")
    public void answerDoesNotSuggest(String product) {
        Expect.notAmong(
                "What the answer suggests",
                scene.lastAnswer().products(),
                scene.product(product).value());
    }

    @Then("the answer says that {word} cannot be answered yet")
    public void cannotBeAnswered(String kind) {
        var placement = scene.lastAnswer().decision().path("placements").path(0);
        Expect.that(
                "What the placement says",
                placement.path("kind").asString("") + " " + placement.path("code").asString(""),
                kind + " placement-kind-unavailable");
    }

    @Then("{product} costs {amount} {currency}, explained by {string}")
    public void costs(String product, BigDecimal amount, String currency, String lines) {
        var item = priceOf(product);
        var price = item.path("price");
        Expect.that(
                "The price of " + product,
                price.path("amount").asString("nothing")
                        + " "
                        + price.path("currency").asString(""),
                amount + " " + currency);
        Expect.that(
                "The lines that explain it",
                item.path("lines")
                        .valueStream()
                        .map(line ->
                                line.path("code").asString() + " " + line.path("amount").asString())
                        .collect(Collectors.joining(", ")),
                lines);
    }

    @Then("{product} has no price, and the answer says why")
    public void hasNoPrice(String product) {
        var item = priceOf(product);
        Expect.that(
                "The price of " + product,
                item.path("price").path("amount").asString("none"),
                "none");
        Expect.that(
                "Why it has none",
                item.path("reasons").path(0).path("code").asString(""),
                "NO_PRICE");
    }

    @Then("every channel suggests {product} to {customer} because {reason}")
    public void everyChannelSuggests(String product, String name, String reason) {
        for (ChannelDriver channel : scene.everyChannel()) {
            var answer = suggestions(channel, scene.person(name).card());
            Expect.that("How personal the answer is" + in(channel), answer.mode(), "PERSONAL");
            Expect.among(
                    "Why the answer suggests " + product + in(channel),
                    answer.reasonsFor(scene.product(product).value()),
                    reason);
        }
    }

    @Then("no channel suggests {product} to {customer} because {reason}")
    public void noChannelSuggests(String product, String name, String reason) {
        for (ChannelDriver channel : scene.everyChannel()) {
            Expect.notAmong(
                    "Why the answer suggests " + product + in(channel),
                    suggestions(channel, scene.person(name).card())
                            .reasonsFor(scene.product(product).value()),
                    reason);
        }
    }

    @Then("every channel answers {customer} with what is popular and withholds {withheld}")
    public void everyChannelWithholds(String name, String withheld) {
        for (ChannelDriver channel : scene.everyChannel()) {
            var answer = suggestions(channel, scene.person(name).card());
            Expect.that("How personal the answer is" + in(channel), answer.mode(), "POPULAR");
            Expect.among("What the answer withholds" + in(channel), answer.withheld(), withheld);
        }
    }

    @Then("soon every channel answers {customer} with what is popular and withholds {withheld}")
    public void soonEveryChannelWithholds(String name, String withheld) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> everyChannelWithholds(name, withheld));
    }

    @Then("every channel gives that same answer under its id")
    public void everyChannelGivesTheSame() {
        var first = scene.lastAnswer();
        for (ChannelDriver channel : scene.everyChannel()) {
            var again = channel.again(first.id());
            Expect.that("Whether it is found" + in(channel), again.status(), "ok");
            Expect.that("The answer" + in(channel), again.decision(), first.decision());
        }
    }

    @Then("every channel says of that decision that {product} was {string}")
    public void everyChannelSaysCameBack(String product, String words) {
        scene.ports().awaitSeen();
        for (ChannelDriver channel : scene.everyChannel()) {
            Expect.that(
                    "What came back of the decision" + in(channel),
                    again(channel).cameBack(),
                    List.of(scene.product(product).value() + " " + words));
        }
    }

    @Then("no channel says that anything of that decision came back")
    public void nothingCameBack() {
        scene.ports().awaitSeen();
        for (ChannelDriver channel : scene.everyChannel()) {
            Expect.that(
                    "What came back of the decision" + in(channel),
                    again(channel).cameBack(),
                    List.of());
        }
    }

    private Answer again(ChannelDriver channel) {
        var again = channel.again(scene.lastAnswer().id());
        Expect.among("Whether it is known" + in(channel), KNOWN_OR_ONCE_KNOWN, again.status());
        return again;
    }

    @Then("every channel says {string} about that decision")
    public void everyChannelSays(String status) {
        everyChannelSays(scene.lastAnswer().id(), status);
    }

    @Then("every channel says {string} about a decision nobody made")
    public void everyChannelSaysUnknown(String status) {
        everyChannelSays(scene.named("nobody-made"), status);
    }

    private void everyChannelSays(String decision, String status) {
        for (ChannelDriver channel : scene.everyChannel()) {
            Expect.that(
                    "What is said of the decision" + in(channel),
                    channel.again(decision).status(),
                    status);
        }
    }

    private JsonNode priceOf(String product) {
        return scene.lastAnswer()
                .items()
                .filter(item ->
                        item.path("product").asString().equals(scene.product(product).value()))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private Answer asks(Optional<Identifier> who, String kind, String product) {
        return scene.channel().asks(new Asked(who, kind, List.of(scene.product(product).value())));
    }

    private static Answer suggestions(ChannelDriver channel, Identifier who) {
        return channel.asks(new Asked(Optional.of(who), "recommendation", List.of()));
    }
}
