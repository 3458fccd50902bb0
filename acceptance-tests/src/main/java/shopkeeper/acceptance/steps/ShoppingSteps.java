package shopkeeper.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import shopkeeper.acceptance.Scene;
import shopkeeper.acceptance.drivers.Outcome;
import shopkeeper.acceptance.drivers.Receipt;
import shopkeeper.domain.profile.Identifier;

/** Buying, and bringing back. */
public final class ShoppingSteps {
    private final Scene scene;

    public ShoppingSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("{word} bought {int} {word}")
    @When("{word} buys {int} {word}")
    public void buys(String name, int pieces, String product) {
        scene.sells(product, true);
        var customer = scene.person(name).account();
        scene.told(scene.channel().buys(scene.bought(customer, product, pieces)));
    }

    @Given("a visitor bought {int} {word} with {word}'s device")
    public void visitorBought(int pieces, String product, String name) {
        scene.sells(product, true);
        Identifier device = scene.person(name).device();
        scene.told(scene.channel().buys(scene.bought(device, product, pieces)));
    }

    @Given("{int} customers nobody knows bought {word} and {word} together")
    public void boughtTogether(int baskets, String one, String other) {
        for (int basket = 0; basket < baskets; basket++) {
            var lines =
                    List.of(Scene.line(scene.product(one), 1), Scene.line(scene.product(other), 1));
            scene.sells(one, true);
            scene.sells(other, true);
            var name = scene.named("basket-" + basket + one + other);
            var begin = scene.shop().clock().instant();
            assertThat(
                            scene.desk()
                                    .buys(
                                            new Receipt(
                                                    name,
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    lines,
                                                    begin)))
                    .isEqualTo(new Outcome("accepted", ""));
        }
    }

    @When("the receipt of the {word} arrives {int} times more")
    public void arrivesAgain(String product, int times) {
        for (int again = 0; again < times; again++) {
            scene.told(scene.channel().buys(scene.receiptFor(product)));
        }
    }

    @When("a receipt of the same number arrives with {int} {word}")
    public void sameNumber(int pieces, String product) {
        var first = scene.receiptFor(product);
        scene.told(
                scene.channel()
                        .buys(
                                new Receipt(
                                        first.name(),
                                        Optional.empty(),
                                        first.customer(),
                                        List.of(Scene.line(scene.product(product), pieces)),
                                        first.begin())));
    }

    @Given("{word} brought {int} {word} back with its receipt")
    @When("{word} brings {int} {word} back with its receipt")
    public void bringsBack(String name, int pieces, String product) {
        var customer = scene.person(name).account();
        scene.told(scene.channel().givesBack(scene.back(customer, product, pieces)));
    }

    @When("{word} brings {int} {word} back with a receipt nobody sent")
    public void bringsBackUnknown(String name, int pieces, String product) {
        var customer = scene.person(name).account();
        scene.told(
                scene.channel()
                        .givesBack(
                                new Receipt(
                                        scene.named("back"),
                                        Optional.of(scene.named("lost")),
                                        Optional.of(customer),
                                        List.of(Scene.line(scene.product(product), pieces)),
                                        scene.shop().clock().instant())));
    }

    @Then("the outcomes are {string}")
    public void outcomesAre(String words) {
        assertThat(scene.outcomes())
                .extracting(Outcome::word)
                .containsExactlyElementsOf(Arrays.asList(words.split(", ")));
    }

    @Then("{word}'s timeline shows {int} {word}")
    public void timelineShows(String name, int times, String kind) {
        var timeline = scene.channel().timeline(scene.person(name).account());
        assertThat(Collections.frequency(timeline, kind)).isEqualTo(times);
    }
}
