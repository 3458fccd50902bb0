package shopkeeper.files.shopdata;

import java.util.Optional;

/**
 * Sends one thing after the other, each a step that is counted; steps of an interrupted run are not
 * sent again. A mark is kept only when everything before it is in the log.
 */
final class Course {
    private static final int STEPS_BETWEEN_MARKS = 1_000;

    private final Window window;
    private final Tallies tallies;
    private final Optional<MarkFolder> marks;
    private final Mark begin;
    private long steps;
    private long marked;

    Course(Window window, Tallies tallies, Optional<MarkFolder> marks, Mark begin) {
        this.window = window;
        this.tallies = tallies;
        this.marks = marks;
        this.begin = begin;
        marked = begin.steps();
    }

    void step(Runnable sending) {
        step(sending, () -> {});
    }

    /**
     * @param again instead of sending what was sent before the interruption
     */
    void step(Runnable sending, Runnable again) {
        steps++;
        window.send(steps > begin.steps() ? sending : again);
        if (steps >= marked + STEPS_BETWEEN_MARKS) {
            await();
        }
    }

    /** Waits for everything that was sent. */
    void await() {
        window.await();
        if (steps > marked) {
            marked = steps;
            marks.ifPresent(folder -> folder.keep(tallies.mark(begin, steps)));
        }
    }
}
