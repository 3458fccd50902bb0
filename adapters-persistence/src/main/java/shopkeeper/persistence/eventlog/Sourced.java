package shopkeeper.persistence.eventlog;

import shopkeeper.domain.kernel.Position;

/**
 * A state as the log tells it.
 *
 * @param last where its last fact stands; {@link Position#START} when there is none
 * @param head how far the log had come when it was read
 */
public record Sourced<S>(S state, Position last, Position head) {}
