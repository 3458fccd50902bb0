package shopkeeper.acceptance.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Locale;
import shopkeeper.acceptance.Scene;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.ContactMethod;

/** What customers allow, refuse and take back. */
public final class ConsentSteps {
    private final Scene scene;

    public ConsentSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("{customer} allowed {purpose}")
    @When("{customer} allows {purpose}")
    @When("{customer} consents to {purpose}")
    @When("{customer} opts in to {purpose}")
    public void allows(String name, Purpose purpose) {
        says(name, Choice.GRANTED, purpose);
    }

    @Given("{customer} refused {purpose}")
    @When("{customer} refuses {purpose}")
    @When("{customer} declines {purpose}")
    public void refuses(String name, Purpose purpose) {
        says(name, Choice.REFUSED, purpose);
    }

    @Given("{customer} withdrew {purpose}")
    @When("{customer} withdraws {purpose}")
    @When("{customer} revokes {purpose}")
    @When("{customer} opts out of {purpose}")
    public void withdraws(String name, Purpose purpose) {
        says(name, Choice.WITHDRAWN, purpose);
    }

    @Given("the visitor with {customer}'s device refused {purpose}")
    public void visitorRefused(String name, Purpose purpose) {
        var device = scene.person(name).device();
        scene.told(scene.channel().visits(device));
        scene.told(scene.channel().says(Choice.REFUSED, device, purpose));
    }

    @When("{customer} allows messages for {purpose} by {contact method}")
    @When("{customer} allows {purpose} messages by {contact method}")
    @When("{customer} allows {purpose} in the channel {contact method}")
    public void allowsMessages(String name, Purpose purpose, ContactMethod method) {
        grant(name, Use.of(purpose, method), ConsentMethod.CHECKBOX);
    }

    @When("{customer} closes the banner that asks for {purpose}")
    public void closesBanner(String name, Purpose purpose) {
        grant(name, Use.of(purpose), ConsentMethod.DISMISSED);
    }

    @Then("{customer}'s data may be used for {purpose}: {answer}")
    @Then("{customer} may be used for {purpose}: {answer}")
    public void mayBeUsed(String name, Purpose purpose, String answer) {
        Expect.that(
                "May " + name + "'s data be used for " + purpose + "?",
                scene.desk().may(scene.person(name).card(), Use.of(purpose)).answer(),
                answer);
    }

    @Then("{customer} may get messages for {purpose} by {contact method}: {answer}")
    @Then("{customer} may get {purpose} messages by {contact method}: {answer}")
    @Then("{customer} may get {purpose} in the channel {contact method}: {answer}")
    public void mayGet(String name, Purpose purpose, ContactMethod method, String answer) {
        Expect.that(
                "May " + name + " get messages for " + purpose + " by " + method + "?",
                scene.desk().may(scene.person(name).card(), Use.of(purpose, method)).answer(),
                answer);
    }

    @Then("the permission for {customer} names {string} as its evidence")
    public void namesEvidence(String name, String evidence) {
        var use = Use.of(Purpose.CONTENT_PERSONALIZATION);
        var shown = scene.desk().may(scene.person(name).card(), use).evidence();
        Expect.that(
                "The evidence of " + name + "'s permission begins with",
                shown.substring(0, Math.min(shown.length(), evidence.length())),
                evidence);
    }

    @Then("the permission for {customer} names the agent who heard it and the call")
    public void namesWhoHeardIt(String name) {
        var use = Use.of(Purpose.CONTENT_PERSONALIZATION);
        var shown = scene.desk().may(scene.person(name).card(), use).evidence();
        Expect.that(
                "The evidence of " + name + "'s permission ends with",
                shown.replaceFirst(".*(heard by agent)( \\S+)?( in call \\S+)?$", "$1 ... $3"),
                "heard by agent ...  in call call-4711");
    }

    @Then("{customer}'s consents show {purpose} as {word}")
    public void consentsShow(String name, Purpose purpose, String choice) {
        var shown =
                scene.desk().consents(scene.person(name).card()).stream()
                        .filter(word -> word.startsWith(purpose + " "))
                        .toList();
        Expect.that(
                name + "'s word on " + purpose,
                String.join(", ", shown),
                purpose + " " + choice.toUpperCase(Locale.ROOT));
    }

    private void says(String name, Choice choice, Purpose purpose) {
        scene.told(scene.channel().says(choice, scene.person(name).card(), purpose));
    }

    private void grant(String name, Use use, ConsentMethod method) {
        scene.told(scene.desk().says(Choice.GRANTED, scene.person(name).card(), use, method));
    }
}
