package shopkeeper.persistence.profile;

import static shopkeeper.persistence.schema.generated.Tables.TIMELINE;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Table;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.Parked;
import shopkeeper.domain.behavior.BehaviorEvent.ParkedRefused;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.consent.ConsentEvent.ConsentGranted;
import shopkeeper.domain.consent.ConsentEvent.ConsentRefused;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.consent.ConsentEvent.RefusalCarriedOver;
import shopkeeper.domain.decision.DecisionEvent.DecisionMade;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.domain.profile.Link;
import shopkeeper.domain.profile.ProfileEvent;
import shopkeeper.domain.profile.ProfileEvent.CustomerMet;
import shopkeeper.domain.profile.ProfileEvent.DeviceChangedHands;
import shopkeeper.domain.profile.ProfileEvent.IdentifiersLinked;
import shopkeeper.domain.profile.ProfileEvent.VisitorBecameKnown;
import shopkeeper.domain.profile.RevealEvent;
import shopkeeper.domain.profile.RevealEvent.IdentifiersRevealed;
import shopkeeper.persistence.feed.Projection;
import shopkeeper.persistence.feed.ViewRows;

/** One line for each fact about a customer, in words and without personal data. */
final class TimelineProjection implements Projection {
    /** What is written about a fact. */
    private record Line(
            CustomerId customer, Via via, Moment at, String kind, String words, String reference) {}

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(TIMELINE);
    }

    @Override
    public void apply(Logged<? extends Fact> logged, ViewRows rows) {
        switch (logged.fact()) {
            case ProfileEvent event -> write(logged, line(event), rows);
            case RevealEvent event -> write(logged, line(event), rows);
            case ConsentEvent event -> write(logged, line(event), rows);
            case BehaviorEvent event ->
                    event.customer()
                            .flatMap(customer -> line(customer, event))
                            .ifPresent(line -> write(logged, line, rows));
            // What anybody was shown says of a customer only that they were there.
            case DecisionMade made ->
                    made.customer()
                            .filter(_ -> made.mode().isOfCustomer())
                            .ifPresent(customer -> write(logged, line(customer, made), rows));
            // Catalog and prices are nobody's history.
            default -> {}
        }
    }

    private static Line line(ProfileEvent event) {
        return switch (event) {
            case CustomerMet(var customer, var links, var via, var at) ->
                    new Line(
                            customer,
                            via,
                            at,
                            "customer-met",
                            "Met for the first time",
                            types(links));
            case IdentifiersLinked(var customer, var links, _, var via, var at) ->
                    new Line(
                            customer,
                            via,
                            at,
                            "identifiers-linked",
                            "Recognised, and learned more",
                            types(links));
            case VisitorBecameKnown(var visitor, var customer, _, _, var via, var at) ->
                    new Line(
                            customer,
                            via,
                            at,
                            "visitor-became-known",
                            "A visitor turned out to be them",
                            visitor.value());
            case DeviceChangedHands(_, var customer, _, _, var via, var at) ->
                    new Line(
                            customer,
                            via,
                            at,
                            "device-changed-hands",
                            "Took over a shared device",
                            "anonymous");
        };
    }

    private static Line line(RevealEvent event) {
        return switch (event) {
            case IdentifiersRevealed(
                            var who,
                            var agent,
                            var occasion,
                            var kinds,
                            var via,
                            var at) ->
                    new Line(
                            who,
                            via,
                            at,
                            "identifiers-revealed",
                            switch (occasion) {
                                case FOUND_BY ->
                                        "Was found by " + words(kinds) + ", by agent " + agent;
                                case SHOWN ->
                                        "Was shown in full ("
                                                + words(kinds)
                                                + ") to agent "
                                                + agent;
                            },
                            agent);
        };
    }

    private static String words(List<IdentifierType> kinds) {
        return kinds.stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static Line line(ConsentEvent event) {
        String kind =
                switch (event) {
                    case ConsentGranted _ -> "consent-granted";
                    case ConsentRefused _ -> "consent-refused";
                    case ConsentWithdrawn _ -> "consent-withdrawn";
                    case RefusalCarriedOver _ -> "refusal-carried-over";
                };
        String words =
                switch (event) {
                    case ConsentGranted _ -> "Allowed ";
                    case ConsentRefused _ -> "Refused ";
                    case ConsentWithdrawn _ -> "Withdrew ";
                    case RefusalCarriedOver _ -> "As a visitor refused ";
                };
        var use = event.use().toString();
        return new Line(event.customer(), event.via(), event.at(), kind, words + use, use);
    }

    /** What waits, and what was no sale, is nothing that happened to a customer. */
    private static Optional<Line> line(CustomerId customer, BehaviorEvent event) {
        return switch (event) {
            case PurchaseRecorded bought ->
                    Optional.of(
                            new Line(
                                    customer,
                                    bought.via(),
                                    bought.at(),
                                    "purchase",
                                    "Bought %s for %s"
                                            .formatted(things(bought.lines()), bought.total()),
                                    bought.receipt().value()));
            case ReturnRecorded back ->
                    Optional.of(
                            new Line(
                                    customer,
                                    back.via(),
                                    back.at(),
                                    "return",
                                    "Brought back %s for %s%s"
                                            .formatted(
                                                    things(back.lines()),
                                                    back.total(),
                                                    unlinked(back)),
                                    back.receipt().value()));
            case PurchaseVoided undone ->
                    Optional.of(
                            new Line(
                                    customer,
                                    undone.via(),
                                    undone.at(),
                                    "void",
                                    "A purchase was taken back as if it had never been, %s"
                                            .formatted(undone.total()),
                                    undone.sale().value()));
            case Parked _, ParkedRefused _, NothingSold _ -> Optional.empty();
        };
    }

    private static String unlinked(ReturnRecorded back) {
        if (back.sale().isPresent()) {
            return "";
        }
        int candidates = back.candidates().size();
        return ", unlinked, %d candidate receipt%s"
                .formatted(candidates, candidates == 1 ? "" : "s");
    }

    private static Line line(CustomerId customer, DecisionMade made) {
        return new Line(
                customer,
                made.via(),
                made.at(),
                "decision",
                "Was answered, mode " + made.mode(),
                made.id().value());
    }

    private static String things(List<ReceiptLine> lines) {
        return lines.size() == 1 ? "1 thing" : lines.size() + " things";
    }

    private static String types(List<Link> links) {
        return words(links.stream().map(Link::type).toList());
    }

    private static void write(Logged<?> logged, Line line, ViewRows rows) {
        var row = TIMELINE.newRecord();
        row.setPosition(logged.position().value());
        row.setCustomer(line.customer().value());
        row.setOccurredAt(line.at().effective().atOffset(ZoneOffset.UTC));
        row.setReceivedAt(line.at().received().atOffset(ZoneOffset.UTC));
        row.setChannel(line.via().channel().name());
        row.setTouchpoint(line.via().touchpoint());
        row.setKind(line.kind());
        row.setWords(line.words());
        row.setReference(line.reference());
        rows.add(row);
    }
}
