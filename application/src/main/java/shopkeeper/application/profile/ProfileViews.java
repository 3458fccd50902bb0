package shopkeeper.application.profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Personal;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.IdentifierType;

/** What the shop remembers of a customer, as people read it. */
public interface ProfileViews {
    /** A visitor who became known is shown as the customer. */
    Optional<Profile> profile(CustomerId customer);

    /**
     * What happened, by the time it occurred, the latest first.
     *
     * @param limit 1 to 500
     */
    default List<TimelineEntry> timeline(CustomerId customer, int limit) {
        return timeline(customer, TimelinePart.latest(limit)).entries();
    }

    /**
     * @throws IllegalArgumentException when the part goes on after a cursor that nobody gave
     */
    TimelinePage timeline(CustomerId customer, TimelinePart part);

    /** What the log took in after that position, in its order; behavior has no place in it. */
    List<TimelineEntry> since(CustomerId customer, Position after, int limit);

    /**
     * Which part of a timeline is asked for.
     *
     * @param limit 1 to 500
     * @param channel only what happened there
     * @param after the {@code next} of the page before
     * @param then only what was heard of by then, of whom they were known to be
     */
    record TimelinePart(
            int limit, Optional<Channel> channel, Optional<String> after, Optional<Then> then) {
        public TimelinePart(int limit, Optional<Channel> channel, Optional<String> after) {
            this(limit, channel, after, Optional.empty());
        }

        public static TimelinePart latest(int limit) {
            return new TimelinePart(limit, Optional.empty(), Optional.empty());
        }
    }

    /**
     * @param next where the next page begins: an opaque text; empty on the last page
     */
    record TimelinePage(List<TimelineEntry> entries, Optional<String> next) {
        public TimelinePage {
            entries = List.copyOf(entries);
        }
    }

    /**
     * How many purchases, returns and voids of this customer happened by then but were heard of
     * later: a decision made then was made without them.
     */
    int heardLater(CustomerId customer, Instant than);

    /** Likewise of what was heard by then. */
    int heardLater(Then then, Instant than);

    /**
     * A moment of the past, and under which names somebody was known then.
     *
     * @param upTo what stands later in the log was heard of later
     * @param at when that was, for what has no place in the log
     */
    record Then(Set<CustomerId> everyone, Position upTo, Instant at) {
        public Then {
            everyone = Set.copyOf(everyone);
        }
    }

    /** Who it is. */
    record Profile(CustomerId customer, Instant metAt, List<KnownIdentifier> identifiers) {}

    record KnownIdentifier(IdentifierType type, Personal<String> value, Instant since, Via via) {}

    /**
     * One thing that happened.
     *
     * @param kind stable: the logical name of the fact, or the name of the behavior
     * @param words for a person, without personal data
     * @param reference the receipt, product, purpose or decision it is about
     * @param position in the log; empty for behavior, which has none of its own
     */
    record TimelineEntry(
            Instant occurred,
            Instant received,
            Via via,
            String kind,
            String words,
            String reference,
            Optional<Position> position) {
        /** Heard of long after it happened. */
        public boolean isLate() {
            return new Moment(occurred, received).isLate();
        }
    }
}
