package shopkeeper.persistence.feed;

import shopkeeper.domain.kernel.Position;

/** Somebody else took it in meanwhile: there is nothing to do. */
final class NoLongerParked extends IllegalStateException {
    private static final long serialVersionUID = 1;

    NoLongerParked(Position position, String follower) {
        super("the fact at %s is no longer parked for %s".formatted(position, follower));
    }
}
