package shopkeeper.web.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import shopkeeper.application.decision.DecisionJournal;
import shopkeeper.application.decision.JournaledDecision;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.application.profile.ProfileViews.Profile;
import shopkeeper.application.profile.ProfileViews.TimelineEntry;
import shopkeeper.application.profile.ProfileViews.TimelinePart;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Position;
import shopkeeper.web.desk.Shown.AnswerView;
import shopkeeper.web.desk.Shown.CameBackView;
import shopkeeper.web.desk.Shown.CustomerView;
import shopkeeper.web.desk.Shown.EntryView;
import shopkeeper.web.desk.Shown.IdentifierView;
import shopkeeper.web.desk.Shown.TimelineView;

/** Who the customer is, what happened, and what each channel said last. */
@Component
final class CustomerPanel {
    private static final int AT_ONCE = 30;
    private static final Duration WORTH_SAYING = Duration.ofMinutes(1);

    private final ProfileViews views;
    private final DecisionJournal journal;
    private final CustomerDirectory directory;
    private final LogProgress progress;
    private final DecisionPanel decisions;
    private final BroughtBack back;

    CustomerPanel(
            ProfileViews views,
            DecisionJournal journal,
            CustomerDirectory directory,
            LogProgress progress,
            DecisionPanel decisions,
            BroughtBack back) {
        this.views = views;
        this.journal = journal;
        this.directory = directory;
        this.progress = progress;
        this.decisions = decisions;
        this.back = back;
    }

    static CustomerView who(Profile profile, boolean revealed) {
        return new CustomerView(
                profile.customer().value(),
                Words.when(profile.metAt()),
                profile.identifiers().stream()
                        .map(known ->
                                new IdentifierView(
                                        Words.type(known.type()),
                                        known.value()
                                                .asOptional()
                                                .map(value ->
                                                        revealed
                                                                ? value
                                                                : Words.masked(known.type(), value))
                                                .orElse("erased"),
                                        Words.when(known.since()).words(),
                                        Words.where(known.via())))
                        .toList(),
                revealed);
    }

    /**
     * @param seen what stands later in the log is marked; empty: nothing is
     */
    TimelineView timeline(CustomerId customer, Optional<Long> seen, Optional<String> cursor) {
        long heard = progress.seen().value();
        var page = views.timeline(customer, new TimelinePart(AT_ONCE, Optional.empty(), cursor));
        long last =
                page.entries().stream()
                        .flatMap(entry -> entry.position().stream())
                        .mapToLong(Position::value)
                        .max()
                        .orElse(0);
        return new TimelineView(
                customer.value(),
                page.entries().stream()
                        .map(entry -> entry(entry, seen.orElse(Long.MAX_VALUE)))
                        .toList(),
                Math.max(last, seen.orElse(0L)),
                heard,
                page.next().orElse(""));
    }

    private static EntryView entry(TimelineEntry entry, long seen) {
        return new EntryView(
                Words.when(entry.occurred()),
                Words.where(entry.via()),
                Words.style(entry.via().channel()),
                entry.words(),
                entry.reference(),
                received(entry),
                entry.position().map(at -> at.value() > seen).orElse(false));
    }

    private static String received(TimelineEntry entry) {
        if (!entry.occurred().plus(WORTH_SAYING).isBefore(entry.received())) {
            return "";
        }
        return (entry.isLate() ? "late: " : "")
                + "heard of on "
                + Words.when(entry.received()).words();
    }

    /** One for each channel, in the order of channels. */
    List<AnswerView> answers(CustomerId customer) {
        var cameBack = back.ofEach(customer);
        var person = directory.everyone(directory.now(customer));
        return Stream.of(Channel.values())
                .map(channel -> answer(channel, journal.last(person, channel), cameBack))
                .toList();
    }

    private AnswerView answer(
            Channel channel,
            Optional<JournaledDecision> decision,
            Function<JournaledDecision, Stream<CameBackView>> cameBack) {
        var mode = decision.map(one -> one.mode().name()).orElse("");
        return new AnswerView(
                Words.channel(channel),
                Words.style(channel),
                decision.map(one -> Words.when(one.decidedAt())).orElse(null),
                mode,
                Words.mode(mode),
                decision.map(decisions::products).orElse(""),
                decision.stream().flatMap(cameBack).toList());
    }
}
