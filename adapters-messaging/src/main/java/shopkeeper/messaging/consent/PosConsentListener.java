package shopkeeper.messaging.consent;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import shopkeeper.application.consent.RecordConsent;
import shopkeeper.application.profile.FindCustomer;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Contradicted;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.NotRecognised;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Recognised;
import shopkeeper.domain.consent.ConsentCommand;
import shopkeeper.domain.consent.ConsentCommand.GrantConsent;
import shopkeeper.domain.consent.ConsentCommand.RefuseConsent;
import shopkeeper.domain.consent.ConsentCommand.WithdrawConsent;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.ContactMethod;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Outcome.Accepted;
import shopkeeper.domain.kernel.Outcome.Refused;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.messaging.kernel.Answer;
import shopkeeper.messaging.kernel.Answer.Kind;
import shopkeeper.messaging.kernel.Answer.Outcome;
import shopkeeper.messaging.kernel.Fields;
import shopkeeper.messaging.kernel.Heard;
import shopkeeper.messaging.kernel.Listener;
import shopkeeper.messaging.kernel.MalformedMessage;
import shopkeeper.messaging.kernel.NamedCustomer;
import shopkeeper.messaging.kernel.StrictJson;

/** Takes the customer's word at a till: given, refused or withdrawn. */
public final class PosConsentListener implements Listener {
    private static final String GIVEN = "retail.pos.consent.given.v1";
    private static final String REFUSED = "retail.pos.consent.refused.v1";
    private static final String WITHDRAWN = "retail.pos.consent.withdrawn.v1";

    private final RecordConsent consents;
    private final RecogniseCustomer customers;
    private final FindCustomer known;

    public PosConsentListener(
            RecordConsent consents, RecogniseCustomer customers, FindCustomer known) {
        this.consents = consents;
        this.customers = customers;
        this.known = known;
    }

    @Override
    public Answer hear(Heard heard) {
        var data = heard.event().fields();
        requireSameStore(data, heard);
        var identifiers = NamedCustomer.in(data);
        if (identifiers.isEmpty()) {
            throw new MalformedMessage("data.customer names nobody.");
        }
        return switch (heard.event().type()) {
            case GIVEN -> {
                var notice = notice(data);
                var method = method(data);
                var use = use(data);
                yield meet(
                        identifiers,
                        heard,
                        customer ->
                                new GrantConsent(
                                        customer,
                                        use,
                                        notice,
                                        method,
                                        Via.till(),
                                        moment(data, heard)));
            }
            case REFUSED -> {
                var notice = notice(data);
                var method = method(data);
                var use = use(data);
                yield meet(
                        identifiers,
                        heard,
                        customer ->
                                new RefuseConsent(
                                        customer,
                                        use,
                                        notice,
                                        method,
                                        Via.till(),
                                        moment(data, heard)));
            }
            case WITHDRAWN -> withdraw(identifiers, use(data), data, heard);
            default ->
                    throw new MalformedMessage(
                            "unknown-type", "Messages of this type are not taken at this address.");
        };
    }

    /** Whoever says something about their data is somebody from then on. */
    private Outcome meet(
            List<Identifier> identifiers,
            Heard heard,
            Function<CustomerId, ConsentCommand> command) {
        var message = NamedCustomer.message(heard.event(), identifiers);
        return switch (customers.recognise(message, identifiers, Via.till(), heard.moment())) {
            case Recognised(var customer, _, _) -> record(heard, command.apply(customer));
            case NotRecognised(var refusal) -> Outcome.refused(refusal);
            case Contradicted(var position, var contents) -> Outcome.conflict(position, contents);
        };
    }

    private Outcome withdraw(List<Identifier> identifiers, Use use, Fields data, Heard heard) {
        var found =
                identifiers.stream()
                        .flatMap(identifier -> known.find(identifier).stream())
                        .distinct()
                        .toList();
        return switch (found.size()) {
            case 0 ->
                    Outcome.because(
                            Kind.REFUSED,
                            "unknown-customer",
                            "Nobody is known by this, so there is nothing to withdraw.");
            case 1 ->
                    record(
                            heard,
                            new WithdrawConsent(
                                    found.getFirst(), use, Via.till(), moment(data, heard)));
            default ->
                    Outcome.because(
                            Kind.REFUSED,
                            "identifiers-belong-to-different-customers",
                            "These identifiers belong to several customers.");
        };
    }

    private Outcome record(Heard heard, ConsentCommand command) {
        var event = heard.event();
        var message = new Message(event.messageId(), StrictJson.canonical(event.data()));
        return switch (consents.record(message, command)) {
            case Recorded.Decided(Accepted<?, ?> _, var position) ->
                    Outcome.of(Kind.ACCEPTED, position);
            case Recorded.Decided(Refused(var refusal), var position) ->
                    Outcome.refused(refusal).at(position);
            case Recorded.Duplicate(var position) -> Outcome.of(Kind.DUPLICATE, position);
            case Recorded.Conflict(var position, var contents) ->
                    Outcome.conflict(position, contents);
            case Recorded.Stale<?, ?> _ ->
                    throw new IllegalStateException("a till says nothing of what it has seen");
        };
    }

    private static void requireSameStore(Fields data, Heard heard) {
        var store = data.part("store").map(named -> named.needed("id"));
        if (store.isPresent() && !store.get().equals(heard.till().store().value())) {
            throw new MalformedMessage("data.store.id is another store than source names.");
        }
    }

    private static Use use(Fields data) {
        var purpose = data.needed("purpose", Purpose::valueOf);
        Optional<ContactMethod> method =
                data.text(
                        "contactMethod",
                        name -> ContactMethod.valueOf(name.toUpperCase(Locale.ROOT)));
        try {
            return new Use(purpose, method);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("data.purpose: " + e.getMessage() + ".");
        }
    }

    private static Notice notice(Fields data) {
        var notice = data.neededPart("notice");
        return new Notice(notice.needed("id"), notice.needed("version"), notice.needed("locale"));
    }

    private static ConsentMethod method(Fields data) {
        return data.needed("method", ConsentMethod::valueOf);
    }

    private static Moment moment(Fields data, Heard heard) {
        return data.text("at", OffsetDateTime::parse)
                .map(at -> new Moment(at.toInstant(), heard.received()))
                .orElseGet(heard::moment);
    }
}
