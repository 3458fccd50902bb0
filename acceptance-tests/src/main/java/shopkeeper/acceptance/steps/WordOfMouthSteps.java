package shopkeeper.acceptance.steps;

import io.cucumber.java.en.When;
import java.util.Optional;
import shopkeeper.acceptance.Scene;
import shopkeeper.application.consent.RecordConsent;
import shopkeeper.domain.consent.ConsentCommand;
import shopkeeper.domain.consent.ConsentCommand.GrantConsent;
import shopkeeper.domain.consent.ConsentCommand.WithdrawConsent;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.consent.WordOfMouth;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Via;

/** What customers say on the phone, and who heard it. */
public final class WordOfMouthSteps {
    private static final Notice NOTICE = new Notice("privacy", "3", "en-GB");

    private final Scene scene;

    public WordOfMouthSteps(Scene scene) {
        this.scene = scene;
    }

    @When("{word} allows {word} on the phone to agent {string} in call {string}")
    public void allowsOnThePhone(String name, String purpose, String agent, String call) {
        record(granted(name, purpose, Optional.of(new WordOfMouth(agent, call))));
    }

    @When("{word} allows {word} on the phone and nobody notes who heard it")
    public void allowsAndNobodyNotes(String name, String purpose) {
        record(granted(name, purpose, Optional.empty()));
    }

    @When("{word} withdraws {word} on the phone and nobody notes who heard it")
    public void withdrawsAndNobodyNotes(String name, String purpose) {
        var use = Use.of(Purpose.valueOf(purpose));
        record(new WithdrawConsent(customer(name), use, Via.phone(), scene.desk().now()));
    }

    private GrantConsent granted(String name, String purpose, Optional<WordOfMouth> heard) {
        return new GrantConsent(
                customer(name),
                Use.of(Purpose.valueOf(purpose)),
                NOTICE,
                ConsentMethod.SPOKEN,
                heard,
                Via.phone(),
                scene.desk().now());
    }

    private void record(ConsentCommand command) {
        var desk = scene.desk();
        var consents = scene.shop().platform().port(RecordConsent.class);
        scene.told(desk.outcome(consents.record(desk.message(), command)));
    }

    private CustomerId customer(String name) {
        return scene.desk().find(scene.person(name).card()).orElseThrow();
    }
}
