package shopkeeper.domain.kernel;

/**
 * What became of a message. {@code position} is that of the last fact it caused, or of the log as
 * it was seen where it caused none.
 */
public sealed interface Recorded<F extends Fact, R extends Refusal> {
    Position position();

    /** Decided now. */
    record Decided<F extends Fact, R extends Refusal>(Outcome<F, R> outcome, Position position)
            implements Recorded<F, R> {}

    /** Seen before with the same content: nothing happened again. */
    record Duplicate<F extends Fact, R extends Refusal>(Position position)
            implements Recorded<F, R> {}

    /** Seen before with other content: nothing happened, and somebody must look at it. */
    record Conflict<F extends Fact, R extends Refusal>(Position position, Contents contents)
            implements Recorded<F, R> {}

    /**
     * The thing is not as the sender had seen it: nothing happened.
     *
     * @param position its version now, {@link Position#START} where it is not there
     */
    record Stale<F extends Fact, R extends Refusal>(Position position) implements Recorded<F, R> {}
}
