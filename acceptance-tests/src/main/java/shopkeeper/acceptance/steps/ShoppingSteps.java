package shopkeeper.acceptance.steps;

import io.cucumber.java.de.Angenommen;
import io.cucumber.java.de.Dann;
import io.cucumber.java.de.Wenn;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

    @Given("{customer} bought {int} {product}")
    @When("{customer} buys {int} {product}")
    @When("{customer} purchases {int} {product}")
    @Angenommen("{customer} hat {int} {product} gekauft")
    @Wenn("{customer} {int} {product} kauft")
    public void buys(String name, int pieces, String product) {
        scene.sells(product, true);
        var customer = scene.person(name).account();
        scene.told(scene.channel().buys(scene.bought(customer, product, pieces)));
    }

    @Given("a visitor bought {int} {product} with {customer}'s device")
    public void visitorBought(int pieces, String product, String name) {
        scene.sells(product, true);
        Identifier device = scene.person(name).device();
        scene.told(scene.channel().buys(scene.bought(device, product, pieces)));
    }

    @Given("{int} customers nobody knows bought {product} and {product} together")
    public void boughtTogether(int baskets, String one, String other) {
        for (int basket = 0; basket < baskets; basket++) {
            var lines =
                    List.of(Scene.line(scene.product(one), 1), Scene.line(scene.product(other), 1));
            scene.sells(one, true);
            scene.sells(other, true);
            var name = scene.named("basket-" + basket + one + other);
            var begin = scene.shop().clock().instant();
            var basketOf = new Receipt(name, Optional.empty(), Optional.empty(), lines, begin);
            Expect.that("What the shop says", scene.desk().buys(basketOf).word(), "accepted");
        }
    }

    @When("the receipt of the {product} arrives {int} times more")
    @When("the ticket of the {product} arrives {int} times more")
    public void arrivesAgain(String product, int times) {
        for (int again = 0; again < times; again++) {
            scene.told(scene.channel().buys(scene.receiptFor(product)));
        }
    }

    @When("a receipt of the same number arrives with {int} {product}")
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

    @Given("{customer} brought {int} {product} back with its receipt")
    @When("{customer} brings {int} {product} back with its receipt")
    public void bringsBack(String name, int pieces, String product) {
        var customer = scene.person(name).account();
        scene.told(scene.channel().givesBack(scene.back(customer, product, pieces)));
    }

    @When("{customer} brings {int} {product} back with its receipt because it is {string}")
    public void bringsBackBecause(String name, int pieces, String product, String why) {
        var customer = scene.person(name).account();
        scene.told(scene.channel().givesBack(scene.back(customer, product, pieces).because(why)));
    }

    @When("{customer} brings {int} {product} back before the shop hears of the receipt")
    public void bringsBackTooEarly(String name, int pieces, String product) {
        scene.sells(product, true);
        var customer = scene.person(name).account();
        scene.bought(customer, product, pieces);
        scene.told(scene.channel().givesBack(scene.back(customer, product, pieces)));
    }

    @When("the shop hears of the receipt of the {product}")
    public void hearsOf(String product) {
        scene.told(scene.channel().buys(scene.receiptFor(product)));
    }

    @When("the shop hears only now that {customer} bought {int} {product} three days ago")
    public void hearsLate(String name, int pieces, String product) {
        scene.sells(product, true);
        var customer = scene.person(name).account();
        scene.told(
                scene.channel().buys(scene.bought(customer, product, pieces, Duration.ofDays(3))));
    }

    @When("the receipt of the {product} is voided")
    public void isVoided(String product) {
        scene.told(scene.channel().voids(scene.receiptFor(product)));
    }

    @Then("the outcomes are {string}")
    public void outcomesAre(String words) {
        Expect.that(
                "What the shop said, one after the other",
                scene.outcomes().stream().map(Outcome::word).collect(Collectors.joining(", ")),
                words);
    }

    @Then("{customer}'s timeline shows {int} {word}")
    @Dann("zeigt der Zeitstrahl von {customer} {int} {word}")
    public void timelineShows(String name, int times, String kind) {
        var timeline = scene.channel().timeline(scene.person(name).account());
        Expect.that(
                "How many of " + kind + " the timeline of " + name + " shows",
                Collections.frequency(timeline, kind),
                times);
    }

    @Then("{customer}'s timeline marks {int} {word} as late")
    public void marksAsLate(String name, int times, String kind) {
        Expect.that(
                "How many of " + kind + " the timeline of " + name + " marks as late",
                Collections.frequency(scene.channel().late(scene.person(name).account()), kind),
                times);
    }
}
