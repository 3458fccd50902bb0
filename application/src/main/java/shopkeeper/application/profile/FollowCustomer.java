package shopkeeper.application.profile;

import java.time.Duration;
import java.util.Optional;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Position;

/** Tells whoever listens that something changed for a customer, from now on. */
public interface FollowCustomer {
    /** Also what happens to a visitor that turns out to be this customer. */
    Following follow(CustomerId customer);

    /** Somebody who listens; to be closed when they go. */
    interface Following extends AutoCloseable {
        /**
         * Waits until something happened that was not told yet.
         *
         * @return where in the log the last of it stands; empty when nothing happened in time
         */
        Optional<Position> next(Duration patience) throws InterruptedException;

        @Override
        void close();
    }
}
