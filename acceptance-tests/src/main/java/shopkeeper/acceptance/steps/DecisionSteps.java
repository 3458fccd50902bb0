package shopkeeper.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shopkeeper.acceptance.Scene;
import shopkeeper.acceptance.drivers.Answer;
import shopkeeper.acceptance.drivers.Asked;
import shopkeeper.acceptance.drivers.ChannelDriver;
import shopkeeper.domain.profile.Identifier;
import tools.jackson.databind.JsonNode;

/** What the shop answers, and why. */
public final class DecisionSteps {
    private final Scene scene;

    public DecisionSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("the shop was asked what to suggest to {word}")
    @When("the shop is asked what to suggest to {word}")
    public void askedFor(String name) {
        scene.answered(suggestions(scene.channel(), scene.person(name).card()));
    }

    @When("the shop is asked what to suggest to the visitor with {word}'s device")
    public void askedForVisitor(String name) {
        scene.answered(suggestions(scene.channel(), scene.person(name).device()));
    }

    @When("the shop is asked what goes with {word}")
    public void askedWhatGoesWith(String product) {
        scene.answered(asks(Optional.empty(), "recommendation", product));
    }

    @When("the shop is asked for the price of {word}")
    public void askedForPrice(String product) {
        scene.answered(asks(Optional.empty(), "price", product));
    }

    @When("the shop is asked for {word}")
    public void askedForKind(String kind) {
        scene.answered(scene.channel().asks(new Asked(Optional.empty(), kind, List.of())));
    }

    @When("{int} minutes pass")
    public void pass(int minutes) {
        scene.shop().clock().moveOn(Duration.ofMinutes(minutes));
    }

    @Then("the answer is {word}")
    public void answerIs(String mode) {
        assertThat(scene.lastAnswer().mode()).isEqualTo(mode);
    }

    @Then("the answer withholds {string}")
    public void answerWithholds(String withheld) {
        assertThat(scene.lastAnswer().withheld()).contains(withheld);
    }

    @Then("the answer withholds {word} because it is out of stock")
    public void withholdsProduct(String product) {
        var id = scene.product(product).value();
        assertThat(scene.lastAnswer().withheld()).contains("product " + id + " OUT_OF_STOCK");
        assertThat(scene.lastAnswer().products()).doesNotContain(id);
    }

    @Then("the answer suggests {word} because of {word}")
    public void answerSuggests(String product, String reason) {
        assertThat(scene.lastAnswer().reasonsFor(scene.product(product).value())).contains(reason);
    }

    @Then("the answer does not suggest {word}")
    public void answerDoesNotSuggest(String product) {
        assertThat(scene.lastAnswer().products()).doesNotContain(scene.product(product).value());
    }

    @Then("the answer says that {word} cannot be answered yet")
    public void cannotBeAnswered(String kind) {
        var placement = scene.lastAnswer().decision().path("placements").path(0);
        assertThat(placement.path("kind").asString()).isEqualTo(kind);
        assertThat(placement.path("code").asString()).isEqualTo("placement-kind-unavailable");
    }

    @Then("{word} costs {word} {word}, explained by {string}")
    public void costs(String product, String amount, String currency, String lines) {
        var item = priceOf(product);
        assertThat(item.path("price").path("amount").asString()).isEqualTo(amount);
        assertThat(item.path("price").path("currency").asString()).isEqualTo(currency);
        assertThat(
                        item.path("lines")
                                .valueStream()
                                .map(line ->
                                        line.path("code").asString()
                                                + " "
                                                + line.path("amount").asString())
                                .toList())
                .containsExactly(lines.split(", "));
    }

    @Then("{word} has no price, and the answer says why")
    public void hasNoPrice(String product) {
        var item = priceOf(product);
        assertThat(item.has("price")).isFalse();
        assertThat(item.path("reasons").path(0).path("code").asString()).isEqualTo("NO_PRICE");
    }

    @Then("every channel suggests {word} to {word} because of {word}")
    public void everyChannelSuggests(String product, String name, String reason) {
        for (ChannelDriver channel : scene.everyChannel()) {
            var answer = suggestions(channel, scene.person(name).card());
            assertThat(answer.mode()).as("%s", channel.way()).isEqualTo("PERSONAL");
            assertThat(answer.reasonsFor(scene.product(product).value()))
                    .as("%s", channel.way())
                    .contains(reason);
        }
    }

    @Then("no channel suggests {word} to {word} because of {word}")
    public void noChannelSuggests(String product, String name, String reason) {
        for (ChannelDriver channel : scene.everyChannel()) {
            assertThat(
                            suggestions(channel, scene.person(name).card())
                                    .reasonsFor(scene.product(product).value()))
                    .as("%s", channel.way())
                    .doesNotContain(reason);
        }
    }

    @Then("every channel answers {word} with what is popular and withholds {string}")
    public void everyChannelWithholds(String name, String withheld) {
        for (ChannelDriver channel : scene.everyChannel()) {
            var answer = suggestions(channel, scene.person(name).card());
            assertThat(answer.mode()).as("%s", channel.way()).isEqualTo("POPULAR");
            assertThat(answer.withheld()).as("%s", channel.way()).contains(withheld);
        }
    }

    @Then("soon every channel answers {word} with what is popular and withholds {string}")
    public void soonEveryChannelWithholds(String name, String withheld) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> everyChannelWithholds(name, withheld));
    }

    @Then("every channel gives that same answer under its id")
    public void everyChannelGivesTheSame() {
        var first = scene.lastAnswer();
        assertThat(first.id()).isNotEmpty();
        for (ChannelDriver channel : scene.everyChannel()) {
            assertThat(channel.again(first.id())).as("%s", channel.way()).isEqualTo(first);
        }
    }

    @Then("every channel says {string} about that decision")
    public void everyChannelSays(String status) {
        for (ChannelDriver channel : scene.everyChannel()) {
            assertThat(channel.again(scene.lastAnswer().id()).status())
                    .as("%s", channel.way())
                    .isEqualTo(status);
        }
    }

    @Then("every channel says {string} about a decision nobody made")
    public void everyChannelSaysUnknown(String status) {
        for (ChannelDriver channel : scene.everyChannel()) {
            assertThat(channel.again(scene.named("nobody-made")).status())
                    .as("%s", channel.way())
                    .isEqualTo(status);
        }
    }

    private JsonNode priceOf(String product) {
        return scene.lastAnswer()
                .items()
                .filter(item ->
                        item.path("product").asString().equals(scene.product(product).value()))
                .findFirst()
                .orElseThrow();
    }

    private Answer asks(Optional<Identifier> who, String kind, String product) {
        return scene.channel().asks(new Asked(who, kind, List.of(scene.product(product).value())));
    }

    private static Answer suggestions(ChannelDriver channel, Identifier who) {
        return channel.asks(new Asked(Optional.of(who), "recommendation", List.of()));
    }
}
