package shopkeeper.application.kernel;

import java.util.List;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Message;

/**
 * When this happened, do that: a fact in, commands out, without effects of its own.
 *
 * <p>The feed carries the commands out in order and moves the policy's position with the append of
 * the last one, so that after a crash a fact is handled again and the earlier commands are
 * recognised by their messages.
 *
 * @param <F> the facts it waits for
 * @param <C> the commands it gives
 */
public interface Policy<F extends Fact, C> {
    /** Short, unique and never changed: the policy's position is kept under it. */
    String name();

    Class<F> waitsFor();

    List<Step<C>> when(Logged<F> logged);

    void carryOut(Step<C> step);

    /** One command with the message that makes its repetition a duplicate. */
    record Step<C>(Message message, C command) {}
}
