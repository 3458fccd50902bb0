package shopkeeper.domain.recommendation;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import shopkeeper.domain.recommendation.HeldOut.Example;

/**
 * Visits up to some click, and the next one. Nothing is kept of what is asked for: together the
 * beginnings of a visit grow with the square of its length.
 */
final class Beginnings extends AbstractList<Example> implements RandomAccess {
    private final List<int[]> sessions;
    private final int[] session;
    private final int[] seen;

    /**
     * @param session of each example
     * @param seen how many of its clicks came before
     */
    Beginnings(List<int[]> sessions, int[] session, int[] seen) {
        this.sessions = List.copyOf(sessions);
        this.session = session;
        this.seen = seen;
    }

    @Override
    public Example get(int index) {
        int[] all = sessions.get(session[index]);
        int next = seen[index];
        return new Example(Shopper.inSession(Arrays.copyOf(all, next)), Set.of(all[next]));
    }

    @Override
    public int size() {
        return session.length;
    }
}
