package shopkeeper.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Angenommen;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.acceptance.Scene;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.consent.Use;

/** Who customers are, and how the shop gets to know them. */
public final class CustomerSteps {
    private final Scene scene;

    public CustomerSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("{customer} is a customer")
    @Given("{customer} is a user")
    @Given("{customer} is a subscriber")
    @Angenommen("{customer} ist Kunde")
    @Angenommen("{customer} ist Kundin")
    public void isCustomer(String name) {
        scene.desk().recognised(scene.person(name).known());
    }

    @Given("{customer} is a customer who allows {purpose}")
    @Given("{customer} is a customer who consents to {purpose}")
    @Angenommen("{customer} ist Kundin und erlaubt {purpose}")
    public void isCustomerWhoAllows(String name, Purpose purpose) {
        isCustomer(name);
        var card = scene.person(name).card();
        scene.desk().says(Choice.GRANTED, card, Use.of(purpose), ConsentMethod.TOGGLE);
    }

    @Given("a visitor comes to the web shop with {customer}'s device")
    @When("a visitor comes again to the web shop with {customer}'s device")
    public void visits(String name) {
        scene.told(scene.channel().visits(scene.person(name).device()));
    }

    @Given("{customer} logs in on {customer}'s device")
    @When("the visitor turns out to be {customer} by logging in on {customer}'s device")
    public void logsIn(String name, String owner) {
        scene.told(scene.channel().logsIn(scene.person(owner).device(), scene.person(name)));
    }

    @When("one message carries the cards of {customer} and {customer}")
    public void twoCards(String one, String other) {
        scene.told(
                scene.desk()
                        .recognised(List.of(scene.person(one).card(), scene.person(other).card())));
    }

    @Then("the device belongs to {customer}")
    public void deviceBelongsTo(String name) {
        deviceOfBelongsTo(name, name);
    }

    @Then("{customer}'s device belongs to {customer}")
    public void deviceOfBelongsTo(String owner, String name) {
        Expect.that(
                "Whoever has " + owner + "'s device",
                scene.desk().find(scene.person(owner).device()),
                known(name));
    }

    @Then("the shop met the visitor with {customer}'s device once")
    public void metOnce(String name) {
        var timeline = scene.desk().timeline(scene.person(name).device());
        Expect.that(
                "How often the shop met the visitor",
                Collections.frequency(timeline, "customer-met"),
                1);
    }

    @Then("nobody is known by {customer}'s card")
    public void nobodyIsKnown(String name) {
        Expect.that(
                "Who is known by " + name + "'s card",
                scene.desk().find(scene.person(name).card()).orElse("nobody"),
                "nobody");
    }

    @Then("{customer} and {customer} are two customers")
    public void areTwo(String one, String other) {
        var first = known(one);
        assertThat(scene.desk().find(scene.person(other).account()))
                .withFailMessage("%s and %s are one customer", one, other)
                .isPresent()
                .isNotEqualTo(first);
    }

    @Then("{customer}'s profile shows a {word}, a {word} and an {word} identifier")
    public void profileShows(String name, String one, String two, String three) {
        Expect.that(
                name + "'s identifiers",
                scene.desk().knownBy(scene.person(name).card()).stream()
                        .sorted()
                        .collect(Collectors.joining(", ")),
                Stream.of(one, two, three).sorted().collect(Collectors.joining(", ")));
    }

    @Then("the shop says {word}")
    public void shopSays(String word) {
        Expect.that("What the shop says", scene.lastOutcome().word(), word);
    }

    @Then("the shop refuses because of {string}")
    public void shopRefuses(String code) {
        Expect.that(
                "What the shop says",
                (scene.lastOutcome().word() + " " + scene.lastOutcome().code()).strip(),
                "refused " + code);
    }

    private Optional<String> known(String name) {
        var found = scene.desk().find(scene.person(name).account());
        assertThat(found).withFailMessage("nobody is known by %s's account", name).isPresent();
        return found;
    }
}
