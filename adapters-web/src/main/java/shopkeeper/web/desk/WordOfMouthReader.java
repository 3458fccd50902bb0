package shopkeeper.web.desk;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.consent.ConsentCommand;
import shopkeeper.domain.consent.ConsentCommand.GrantConsent;
import shopkeeper.domain.consent.ConsentCommand.RefuseConsent;
import shopkeeper.domain.consent.ConsentCommand.WithdrawConsent;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.consent.WordOfMouth;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;
import shopkeeper.web.desk.Shown.WordForm;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.kernel.Problem;

/** Reads what an agent filled in, and says beside each field what is wrong with it. */
final class WordOfMouthReader {
    private final WordForm given;
    private final Choice choice;
    private final Use use;
    private final String signedIn;

    /**
     * @param said the choice and the use, as the page's buttons send them
     * @param signedIn the agent whose key or token is at the desk
     */
    WordOfMouthReader(WordForm given, String said, String signedIn) {
        var words = said.split(" ", 2);
        this.given = given;
        this.signedIn = signedIn;
        this.choice = Input.oneOf(Choice.class, "say", words[0]);
        this.use =
                ConsentPanel.named(words.length == 2 ? words[1] : "")
                        .orElseThrow(
                                () -> Problem.invalid("say names no use of data.").asException());
    }

    /** With what is wrong, where something is. */
    WordForm checked() {
        // GDPR Art. 7(3): a withdrawal is obeyed, whatever else is missing or wrong.
        boolean asks = choice != Choice.WITHDRAWN;
        return new WordForm(
                given.call(),
                given.touchpoint(),
                given.notice(),
                given.version(),
                given.locale(),
                asks && !isGood(given.call()) ? "Enter the id of the call or chat: no blanks." : "",
                asks
                        ? wrong(this::notice, "A yes or a no needs the notice that you read out.")
                        : "");
    }

    ConsentCommand command(CustomerId customer, Moment at) {
        var heard = Optional.of(heard());
        var via = new Via(Channel.SUPPORT, given.touchpoint().equals("chat") ? "chat" : "phone");
        return switch (choice) {
            case GRANTED ->
                    new GrantConsent(customer, use, notice(), ConsentMethod.SPOKEN, heard, via, at);
            case REFUSED ->
                    new RefuseConsent(
                            customer, use, notice(), ConsentMethod.SPOKEN, heard, via, at);
            case WITHDRAWN -> new WithdrawConsent(customer, use, heard, via, at);
        };
    }

    String done() {
        String what = Words.use(use);
        return switch (choice) {
            case GRANTED -> "Recorded: they allow " + what + ".";
            case REFUSED -> "Recorded: they refuse " + what + ".";
            case WITHDRAWN ->
                    "Recorded: they withdrew "
                            + what
                            + (isGood(given.call()) ? "" : ", without the call")
                            + ". It counts from now on.";
        };
    }

    /** Without a call nobody can show later what was said, only who says that they heard it. */
    private WordOfMouth heard() {
        return new WordOfMouth(signedIn, Optional.of(given.call()).filter(this::isGood));
    }

    private boolean isGood(String call) {
        return wrong(() -> new WordOfMouth(signedIn, call), "wrong").isEmpty();
    }

    private Notice notice() {
        return new Notice(given.notice(), given.version(), given.locale());
    }

    private static String wrong(Supplier<@Nullable Object> word, String words) {
        try {
            return word.get() == null ? words : "";
        } catch (IllegalArgumentException _) {
            return words;
        }
    }
}
