package shopkeeper.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import shopkeeper.acceptance.Scene;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Standing.Choice;

/** Who customers are, and how the shop gets to know them. */
public final class CustomerSteps {
    private final Scene scene;

    public CustomerSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("{word} is a customer")
    public void isCustomer(String name) {
        scene.desk().recognised(scene.person(name).known());
    }

    @Given("{word} is a customer who allows personal suggestions")
    public void isCustomerWhoAllows(String name) {
        isCustomer(name);
        var card = scene.person(name).card();
        scene.desk().says(Choice.GRANTED, card, Purpose.CONTENT_PERSONALIZATION);
    }

    @Given("a visitor comes to the web shop with {word}'s device")
    @When("a visitor comes again to the web shop with {word}'s device")
    public void visits(String name) {
        scene.told(scene.channel().visits(scene.person(name).device()));
    }

    @Given("{word} logs in on {word}'s device")
    @When("the visitor turns out to be {word} by logging in on {word}'s device")
    public void logsIn(String name, String owner) {
        scene.told(scene.channel().logsIn(scene.person(owner).device(), scene.person(name)));
    }

    @When("one message carries the cards of {word} and {word}")
    public void twoCards(String one, String other) {
        scene.told(
                scene.desk()
                        .recognised(List.of(scene.person(one).card(), scene.person(other).card())));
    }

    @Then("the device belongs to {word}")
    public void deviceBelongsTo(String name) {
        var holder = scene.desk().find(scene.person(name).device());
        assertThat(holder).isPresent().isEqualTo(scene.desk().find(scene.person(name).card()));
    }

    @Then("{word}'s device belongs to {word}")
    public void deviceOfBelongsTo(String owner, String name) {
        var holder = scene.desk().find(scene.person(owner).device());
        assertThat(holder).isPresent().isEqualTo(scene.desk().find(scene.person(name).account()));
    }

    @Then("the shop met the visitor with {word}'s device once")
    public void metOnce(String name) {
        var timeline = scene.desk().timeline(scene.person(name).device());
        assertThat(timeline).containsOnlyOnce("customer-met");
    }

    @Then("nobody is known by {word}'s card")
    public void nobodyIsKnown(String name) {
        assertThat(scene.desk().find(scene.person(name).account())).isEmpty();
    }

    @Then("{word} and {word} are two customers")
    public void areTwo(String one, String other) {
        var first = scene.desk().find(scene.person(one).account());
        assertThat(first)
                .isPresent()
                .isNotEqualTo(scene.desk().find(scene.person(other).account()));
    }

    @Then("{word}'s profile shows a {word}, a {word} and an {word} identifier")
    public void profileShows(String name, String one, String two, String three) {
        scene.desk().awaitSeen();
        var customer = scene.desk().find(scene.person(name).card()).orElseThrow();
        var profile = scene.shop().platform().port(ProfileViews.class).profile(customer);
        assertThat(profile.orElseThrow().identifiers())
                .extracting(known -> known.type().name())
                .containsExactlyInAnyOrder(one, two, three);
    }

    @Then("the shop says {word}")
    public void shopSays(String word) {
        assertThat(scene.lastOutcome().word()).isEqualTo(word);
    }

    @Then("the shop refuses because of {string}")
    public void shopRefuses(String code) {
        assertThat(scene.lastOutcome().word()).isEqualTo("refused");
        assertThat(scene.lastOutcome().code()).isEqualTo(code);
    }
}
