package shopkeeper.application.behavior;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.behavior.Query;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;

/**
 * What customers did, day by day, until its time is over; what they no longer allow is taken away
 * as the log tells it (see {@link NoLonger}), and only counts.
 */
public interface Behaviors {
    /**
     * Keeps what is new, all or nothing. One message of one source counts once on a day and the
     * days beside it: whoever sends it again around midnight may be told another day.
     *
     * @return for each whether it was new, in their order
     */
    List<Boolean> keep(List<Allowed> behaviors);

    /**
     * Something a customer did.
     *
     * @param purposes what it may be kept for under their name; empty: it only counts
     */
    record Allowed(Behavior behavior, Set<Purpose> purposes) {
        public Allowed {
            purposes = Set.copyOf(purposes);
        }
    }

    /** What these did since then and allow to be used for this purpose; the last ones, in order. */
    List<Behavior> of(Collection<CustomerId> customers, Purpose purpose, Instant since, int limit);

    /**
     * Ends what has been kept long enough, and what was told before today by somebody who says no
     * now, also where the no and what they did were heard at the same time.
     */
    void expire(LocalDate today);

    /**
     * What people looked for since that day and did not find, what most did first.
     *
     * @param people as many different ones at least, each of whom allows ANALYTICS
     */
    List<Missed> searchedNotFound(
            LocalDate since, Optional<Channel> channel, int people, int limit);

    /** Something many looked for and did not find; in small letters. */
    record Missed(Query query, Channel channel, int people, int times) {}
}
