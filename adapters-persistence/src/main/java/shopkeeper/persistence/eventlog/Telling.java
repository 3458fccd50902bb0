package shopkeeper.persistence.eventlog;

import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.Fact;

/** A story while it is told, with an eye on whether the message at hand has been there before. */
final class Telling<S, F extends Fact> {
    private final Vocabulary vocabulary;
    private final Story<S, F> story;
    private final @Nullable MessageMark mark;
    private S state;
    private long last;
    private long version;
    private long bytes;
    private long seenBefore;
    private boolean sameContent;
    private String firstContent = "";

    Telling(Vocabulary vocabulary, Story<S, F> story, @Nullable MessageMark mark) {
        this.vocabulary = vocabulary;
        this.story = story;
        this.mark = mark;
        this.state = story.empty();
    }

    void tell(EventMessage event, long position) {
        if (mark != null && mark.causedIt(event)) {
            seenBefore = position;
            sameContent = mark.hadThisContent(event.metadata());
            firstContent = MessageMark.content(event.metadata());
        } else if (seenBefore == 0
                && vocabulary.isOf(story.facts(), event.type().qualifiedName().name())) {
            F fact = story.facts().cast(vocabulary.convertPayload(event, story.facts()));
            state = story.evolve().apply(state, fact);
            last = position;
            bytes += event instanceof StoredEvent stored ? stored.size() : 0;
            if (story.versions().test(fact)) {
                version = position;
            }
        }
    }

    S state() {
        return state;
    }

    /** Position of the last fact of the story, or 0. */
    long last() {
        return last;
    }

    /** Position of the last fact that makes a version of what is edited, or 0. */
    long version() {
        return version;
    }

    /** How much stored text was told. */
    long bytes() {
        return bytes;
    }

    /** Position of the last fact the same message caused, or 0. */
    long seenBefore() {
        return seenBefore;
    }

    boolean sameContent() {
        return sameContent;
    }

    /** The hash of what was told first, where the message has been there before. */
    String firstContent() {
        return firstContent;
    }
}
