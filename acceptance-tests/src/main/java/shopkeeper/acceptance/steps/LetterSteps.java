package shopkeeper.acceptance.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.acceptance.Scene;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.profile.Identifier;

/** What stood when a letter was sent, for whoever must show it later. */
public final class LetterSteps {
    private final Scene scene;
    private long letter;

    public LetterSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("a letter is sent to {customer}")
    public void letterIsSent(String name) {
        Expect.that(
                "Whether " + name + " is known", scene.desk().knownBy(card(name)).isEmpty(), false);
        letter = scene.desk().noted();
    }

    @Then("{customer}'s consents showed {purpose} as {word} when the letter was sent")
    public void consentsShowed(String name, Purpose purpose, String choice) {
        Expect.that(
                name + "'s word on " + purpose + " when the letter was sent",
                scene.desk().consentsThen(card(name), letter),
                List.of(purpose + " " + choice.toUpperCase(Locale.ROOT)));
    }

    @Then("{customer}'s data might be used for {purpose} when the letter was sent: {answer}")
    public void mightBeUsed(String name, Purpose purpose, String answer) {
        Expect.that(
                "Might " + name + "'s data be used for " + purpose + " when the letter was sent?",
                scene.desk().mayThen(card(name), Use.of(purpose), letter).answer(),
                answer);
    }

    @Then("{customer}'s profile showed a {word} and a {word} identifier when the letter was sent")
    public void profileShowed(String name, String one, String other) {
        Expect.that(
                name + "'s identifiers when the letter was sent",
                scene.desk().knownByThen(card(name), letter).stream()
                        .sorted()
                        .collect(Collectors.joining(", ")),
                Stream.of(one, other).sorted().collect(Collectors.joining(", ")));
    }

    @Then("{customer} had {int} points when the letter was sent")
    public void hadPoints(String name, int points) {
        Expect.that(
                name + "'s points when the letter was sent",
                scene.desk().pointsThen(card(name), letter),
                (long) points);
    }

    private Identifier card(String name) {
        return scene.person(name).card();
    }
}
