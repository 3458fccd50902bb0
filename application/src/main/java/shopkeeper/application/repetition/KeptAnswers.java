package shopkeeper.application.repetition;

import java.time.Duration;
import java.time.Instant;

/** The answers that were given under a client's keys, on whatever node. */
public interface KeptAnswers {
    /** How long an answer is kept, counted from its request. */
    Duration KEPT = Duration.ofHours(24);

    /** A request that has no answer after this long will never get one: its node is gone. */
    Duration PATIENCE = Duration.ofSeconds(30);

    /** Of all who begin the same request at the same time one finds it new. */
    Found begin(Request request, byte[] content, Instant now);

    /**
     * @param begun the time that was given when it began
     */
    void keep(Request request, Instant begun, Answer answer);

    /** There is no answer that is worth keeping: the same may be tried again at once. */
    void letGo(Request request, Instant begun);

    /** What is known of a request. */
    sealed interface Found {
        /** Nothing: whoever asked may go on. */
        record New() implements Found {}

        /** Somebody is at it. */
        record Running() implements Found {}

        record Answered(Answer answer) implements Found {}

        /** The key was used for something else. */
        record OtherContent() implements Found {}
    }
}
