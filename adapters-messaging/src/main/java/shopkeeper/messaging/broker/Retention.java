package shopkeeper.messaging.broker;

import java.time.Duration;

/** How long and how much the broker keeps for somebody who is away. */
final class Retention {
    static final Duration OUTCOMES = Duration.ofDays(7);
    static final Duration ANNOUNCEMENTS = Duration.ofDays(30);

    /**
     * An MQTT session, from the end of its connection on. Above 24 days the milliseconds no longer
     * fit where Artemis counts them, and the session would end at once.
     */
    static final Duration SESSION = Duration.ofDays(7);

    /** At each till's own addresses, and at that of all outcomes, then the new ones are lost. */
    static final long OUTCOME_BYTES = 256L << 20;

    /** At each address of announcements; then they are turned away, and parked in the house. */
    static final long ANNOUNCEMENT_BYTES = 1L << 30;

    private Retention() {}
}
