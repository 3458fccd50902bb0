package shopkeeper.web.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import shopkeeper.application.decision.Decide;
import shopkeeper.application.decision.DecisionJournal;
import shopkeeper.application.decision.JournaledDecision;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.application.profile.ProfileViews.TimelineEntry;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Placement.Recommendations;
import shopkeeper.domain.decision.Question.Who;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Via;
import shopkeeper.web.decision.DecisionIds;

/**
 * The decision that a customer's page shows. Looking at the page again asks the shop nothing: only
 * what happened to the customer, an agent or the end of the decision makes another one.
 */
@Component
final class Suggestions {
    static final int AT_MOST = 5;

    /** An answer asks for no other one, and neither does somebody who looked. */
    static final Set<String> CHANGE_NOTHING = Set.of("decision", "identifiers-revealed");

    private static final int CUSTOMERS = 1000;
    private static final int LOOKED_THROUGH = 100;

    private final Decide decide;
    private final DecisionJournal journal;
    private final DecisionIds ids;
    private final ProfileViews views;
    private final LogProgress progress;
    private final InstantSource clock;
    private final Map<CustomerId, Made> latest = Collections.synchronizedMap(new Latest());

    Suggestions(
            Decide decide,
            DecisionJournal journal,
            DecisionIds ids,
            ProfileViews views,
            LogProgress progress,
            InstantSource clock) {
        this.decide = decide;
        this.journal = journal;
        this.ids = ids;
        this.views = views;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * What a decision was made from.
     *
     * @param seen everything up to here was
     * @param behavior what the customer did last; behavior has no position
     */
    private record Made(DecisionId decision, Position seen, Optional<TimelineEntry> behavior) {}

    /** The one that was made last, while it is open and nothing has happened since. */
    JournaledDecision standing(CustomerId customer) {
        var now = clock.instant();
        return Optional.ofNullable(latest.get(customer))
                .filter(made -> !hasChangedSince(customer, made))
                .flatMap(made -> journal.find(made.decision()))
                .filter(decision -> isOpen(decision, now))
                .orElseGet(() -> anew(customer));
    }

    JournaledDecision anew(CustomerId customer) {
        // Read first: what comes in meanwhile counts as a change.
        var seen = progress.seen();
        var behavior = lastBehavior(customer);
        var made = decide.decide(question(customer));
        latest.put(customer, new Made(made.id(), seen, behavior));
        return made;
    }

    private Question question(CustomerId customer) {
        return new Question(
                ids.next(),
                new Who.Known(customer),
                Via.phone(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(new Recommendations("now", List.of(), AT_MOST)),
                Moment.at(clock.instant()));
    }

    private boolean hasChangedSince(CustomerId customer, Made made) {
        var news = views.since(customer, made.seen(), LOOKED_THROUGH);
        return news.size() == LOOKED_THROUGH
                || !news.stream().allMatch(entry -> CHANGE_NOTHING.contains(entry.kind()))
                || !lastBehavior(customer).equals(made.behavior());
    }

    private Optional<TimelineEntry> lastBehavior(CustomerId customer) {
        return views.timeline(customer, LOOKED_THROUGH).stream()
                .filter(entry -> entry.position().isEmpty())
                .findFirst();
    }

    private static boolean isOpen(JournaledDecision decision, Instant now) {
        return now.isBefore(decision.expiresAt());
    }

    /** Forgets whom nobody has looked at for longest. */
    private static final class Latest extends LinkedHashMap<CustomerId, Made> {
        private static final long serialVersionUID = 1;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<CustomerId, Made> eldest) {
            return size() > CUSTOMERS;
        }
    }
}
