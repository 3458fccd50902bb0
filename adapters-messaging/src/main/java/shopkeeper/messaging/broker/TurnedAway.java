package shopkeeper.messaging.broker;

/** The broker is there and does not want this announcement: only a person can change that. */
final class TurnedAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TurnedAway(String how) {
        super("the broker turned an announcement away: " + how);
    }
}
