package shopkeeper.persistence.feed;

/** Another node has taken a follower's work over: nothing of what was at hand is written. */
final class ClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClaimLost(String follower, long epoch) {
        super("%s is another node's work since epoch %d ended".formatted(follower, epoch));
    }
}
