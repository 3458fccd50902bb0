package shopkeeper.application.consent;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Policy;
import shopkeeper.application.kernel.Unavailable;
import shopkeeper.domain.consent.ConsentCommand.CarryOverRefusal;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;

/**
 * A visitor's no follows the visitor into the customer's ledger, a yes does not: what was allowed
 * on a device becomes the person's word only when the person is shown it.
 */
final class WhenVisitorBecameKnown implements Policy<VisitorBecameKnown, CarryOverRefusal> {
    private final ConsentLedgers ledgers;
    private final RecordConsent consents;

    WhenVisitorBecameKnown(ConsentLedgers ledgers, RecordConsent consents) {
        this.ledgers = ledgers;
        this.consents = consents;
    }

    @Override
    public String name() {
        return "consent-when-visitor-became-known";
    }

    @Override
    public Class<VisitorBecameKnown> waitsFor() {
        return VisitorBecameKnown.class;
    }

    @Override
    public List<Step<CarryOverRefusal>> when(Logged<VisitorBecameKnown> logged) {
        var fact = logged.fact();
        var ledger =
                ledgers.current(fact.visitor())
                        .orElseThrow(
                                () -> new Unavailable("the visitor's ledger cannot be read now"));
        return ledger.standing().entrySet().stream()
                .filter(said -> said.getValue().choice() != Choice.GRANTED)
                .sorted(Comparator.comparing(said -> said.getKey().toString()))
                .map(said -> {
                    var id =
                            logged.position().value()
                                    + "-"
                                    + said.getKey().toString().toLowerCase(Locale.ROOT);
                    var since = said.getValue().since();
                    return new Step<>(
                            new Message(new MessageId("policy:" + name(), id), id),
                            new CarryOverRefusal(
                                    fact.customer(),
                                    said.getKey(),
                                    fact.visitor(),
                                    said.getValue().via(),
                                    new Moment(since, fact.at().received())));
                })
                .toList();
    }

    @Override
    public void carryOut(Step<CarryOverRefusal> step) {
        consents.record(step.message(), step.command());
    }
}
