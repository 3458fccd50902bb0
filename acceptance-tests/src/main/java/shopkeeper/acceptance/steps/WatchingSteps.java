package shopkeeper.acceptance.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import shopkeeper.acceptance.Scene;
import shopkeeper.acceptance.drivers.Watching;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Standing.Choice;

/** Looking around, and what the shop remembers and concludes. */
public final class WatchingSteps {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Scene scene;

    public WatchingSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("{customer} looked at {product}")
    @When("{customer} looks at {product}")
    public void looks(String name, String product) {
        looksAgo(name, product, 0);
    }

    @When("the shop hears only now that {customer} looked at {product} {int} days ago")
    public void looksAgo(String name, String product, int days) {
        scene.told(
                watching()
                        .looks(
                                Watching.message(),
                                scene.person(name).account(),
                                scene.product(product),
                                Duration.ofDays(days)));
    }

    @Given("the visitor with {customer}'s device allowed {purpose} and looked at {product}")
    public void visitorLooked(String name, Purpose purpose, String product) {
        var device = scene.person(name).device();
        scene.told(scene.channel().visits(device));
        scene.told(scene.channel().says(Choice.GRANTED, device, purpose));
        scene.told(
                watching()
                        .looks(Watching.message(), device, scene.product(product), Duration.ZERO));
    }

    @When("the same look of {customer} at {product} is told {int} times")
    public void looksAgain(String name, String product, int times) {
        var message = Watching.message();
        for (int i = 0; i < times; i++) {
            scene.told(
                    watching()
                            .looks(
                                    message,
                                    scene.person(name).account(),
                                    scene.product(product),
                                    Duration.ZERO));
        }
    }

    @When("the same look of {customer} at {product} is told again after {int} minutes")
    public void looksAgainLater(String name, String product, int minutes) {
        var message = Watching.message();
        for (var later : List.of(Duration.ZERO, Duration.ofMinutes(minutes))) {
            scene.shop().clock().moveOn(later);
            scene.told(
                    watching()
                            .looks(
                                    message,
                                    scene.person(name).account(),
                                    scene.product(product),
                                    Duration.ZERO));
        }
    }

    @Given("{customer} put {product} into the cart")
    @When("{customer} puts {product} into the cart")
    public void putsIntoCart(String name, String product) {
        scene.told(
                watching()
                        .putsIntoCart(
                                Watching.message(),
                                scene.person(name).account(),
                                scene.product(product)));
    }

    @Given("{customer} bought {product} {int}, {int}, {int} and {int} days ago")
    public void boughtAgo(
            String name, String product, int first, int second, int third, int fourth) {
        scene.sells(product, true);
        for (int days : List.of(first, second, third, fourth)) {
            var account = scene.person(name).account();
            scene.told(
                    scene.channel().buys(scene.bought(account, product, 1, Duration.ofDays(days))));
        }
    }

    @Then("{int} look(s) of {customer} is/are remembered")
    public void remembered(int looks, String name) {
        Expect.that("Looks that are remembered of " + name, looks(name), (long) looks);
    }

    @Then("soon {int} look(s) of {customer} is/are remembered")
    public void soonRemembered(int looks, String name) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> remembered(looks, name));
    }

    @Then("soon the device's no is {customer}'s too, and {int} look(s) is/are still remembered")
    public void stillRemembered(String name, int looks) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        Expect.that(
                                "Noes that followed " + name,
                                count(name, "refusal-carried-over"),
                                1L));
        remembered(looks, name);
    }

    private long looks(String name) {
        return count(name, "product-viewed");
    }

    private long count(String name, String kind) {
        return scene.channel().timeline(scene.person(name).account()).stream()
                .filter(kind::equals)
                .count();
    }

    @Then("{customer}'s visit is about a cart with {product}")
    public void cart(String name, String product) {
        Expect.that(
                "The cart of " + name,
                watching().cart(scene.person(name).account()),
                List.of(scene.product(product)));
    }

    @Then("soon nothing is known of a cart of {customer}")
    public void noCart(String name) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        Expect.that(
                                "The cart of " + name,
                                watching().cart(scene.person(name).account()),
                                List.of()));
    }

    @Then("the shop says that {customer} usually comes again after {int} days")
    public void rhythm(String name, int days) {
        Expect.that(
                "The usual days of " + name,
                watching().usualDays(scene.person(name).account()),
                Optional.of(days));
    }

    @Then("the shop says nothing of how often {customer} comes")
    public void noRhythm(String name) {
        Expect.that(
                "The usual days of " + name,
                watching().usualDays(scene.person(name).account()),
                Optional.empty());
    }

    private Watching watching() {
        return new Watching(scene.shop(), scene.channel().way(), scene.ports());
    }
}
