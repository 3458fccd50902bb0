package shopkeeper.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;
import shopkeeper.acceptance.Scene;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.consent.ConsentViews;
import shopkeeper.application.consent.RecordConsent;
import shopkeeper.domain.consent.ConsentCommand.GrantConsent;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Permission;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Permission.Denied;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.ContactMethod;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Via;

/** What customers allow, refuse and take back. */
public final class ConsentSteps {
    private final Scene scene;

    public ConsentSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("{word} allowed {word}")
    @When("{word} allows {word}")
    public void allows(String name, String purpose) {
        says(name, Choice.GRANTED, purpose);
    }

    @Given("{word} refused {word}")
    @When("{word} refuses {word}")
    public void refuses(String name, String purpose) {
        says(name, Choice.REFUSED, purpose);
    }

    @Given("{word} withdrew {word}")
    @When("{word} withdraws {word}")
    public void withdraws(String name, String purpose) {
        says(name, Choice.WITHDRAWN, purpose);
    }

    @Given("the visitor with {word}'s device refused {word}")
    public void visitorRefused(String name, String purpose) {
        scene.told(
                scene.channel()
                        .says(
                                Choice.REFUSED,
                                scene.person(name).device(),
                                Purpose.valueOf(purpose)));
    }

    @When("{word} allows {word} messages by {word}")
    public void allowsMessages(String name, String purpose, String method) {
        grant(name, use(purpose, method), ConsentMethod.CHECKBOX);
    }

    @When("{word} closes the banner that asks for {word}")
    public void closesBanner(String name, String purpose) {
        grant(name, Use.of(Purpose.valueOf(purpose)), ConsentMethod.DISMISSED);
    }

    @Then("{word} may be used for {word}: {word}")
    public void mayBeUsed(String name, String purpose, String answer) {
        assertThat(permission(name, Use.of(Purpose.valueOf(purpose)))).isEqualTo(answer);
    }

    @Then("{word} may get {word} messages by {word}: {word}")
    public void mayGet(String name, String purpose, String method, String answer) {
        assertThat(permission(name, use(purpose, method))).isEqualTo(answer);
    }

    @Then("the permission for {word} names {string} as its evidence")
    public void namesEvidence(String name, String evidence) {
        var permission = ask(name, Use.of(Purpose.CONTENT_PERSONALIZATION));
        assertThat(permission)
                .isInstanceOfSatisfying(
                        Allowed.class,
                        allowed -> assertThat(allowed.evidence()).contains(evidence));
    }

    @Then("{word}'s consents show {word} as {word}")
    public void consentsShow(String name, String purpose, String choice) {
        scene.desk().awaitSeen();
        assertThat(scene.shop().platform().port(ConsentViews.class).standing(customer(name)))
                .filteredOn(entry -> entry.use().purpose().name().equals(purpose))
                .extracting(entry -> entry.choice().name())
                .containsExactly(choice);
    }

    private void says(String name, Choice choice, String purpose) {
        var card = scene.person(name).card();
        scene.told(scene.channel().says(choice, card, Purpose.valueOf(purpose)));
    }

    private void grant(String name, Use use, ConsentMethod method) {
        var desk = scene.desk();
        var notice = new Notice("privacy", "3", "en-GB");
        scene.told(
                desk.outcome(
                        scene.shop()
                                .platform()
                                .port(RecordConsent.class)
                                .record(
                                        desk.message(),
                                        new GrantConsent(
                                                customer(name),
                                                use,
                                                notice,
                                                method,
                                                Via.web(),
                                                desk.now()))));
    }

    private String permission(String name, Use use) {
        return switch (ask(name, use)) {
            case Allowed _ -> "yes";
            case Denied(var code) -> code.name();
        };
    }

    private Permission ask(String name, Use use) {
        return scene.shop()
                .platform()
                .port(AskPermission.class)
                .may(customer(name), use, scene.shop().clock().instant());
    }

    private CustomerId customer(String name) {
        return scene.desk().find(scene.person(name).card()).orElseThrow();
    }

    private static Use use(String purpose, String method) {
        return new Use(Purpose.valueOf(purpose), Optional.of(ContactMethod.valueOf(method)));
    }
}
