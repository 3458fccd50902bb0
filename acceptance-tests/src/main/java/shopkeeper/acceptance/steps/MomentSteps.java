package shopkeeper.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.stream.Collectors;
import shopkeeper.acceptance.Scene;

/** Where somebody is when the shop is asked, and what of it had a say in the answer. */
public final class MomentSteps {
    private final Scene scene;
    private final Showcase showcase;

    public MomentSteps(Scene scene, Showcase showcase) {
        this.scene = scene;
        this.showcase = showcase;
    }

    @Given("it is a {word} page")
    public void isPage(String kind) {
        showcase.now(asked -> asked.with("page", kind));
    }

    @Given("it is looked at on a {word}")
    public void lookedAtOn(String device) {
        showcase.now(asked -> asked.with("device", device));
    }

    @When("as many as there is room for are suggested to anybody in the place {word}")
    public void suggestedAsMany(String place) {
        showcase.ask(place);
    }

    @Then("{int} are suggested in all")
    public void inAll(int items) {
        Expect.that("How many are suggested", scene.lastAnswer().products().size(), items);
    }

    @Then("what had a say was {string}")
    public void hadSay(String what) {
        Expect.that(
                "What of the moment had a say",
                scene.lastAnswer()
                        .decision()
                        .path("placements")
                        .path(0)
                        .path("context")
                        .valueStream()
                        .map(one -> one.asString())
                        .collect(Collectors.joining(", ")),
                what);
    }

    @Then("the answer does not repeat {string}")
    public void doesNotRepeat(String words) {
        assertThat(scene.lastAnswer().decision().toString())
                .withFailMessage("the answer repeats: %s", words)
                .contains("\"decisionId\"")
                .doesNotContain(words);
    }
}
