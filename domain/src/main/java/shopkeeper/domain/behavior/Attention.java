package shopkeeper.domain.behavior;

import java.time.Duration;
import java.util.Optional;

/**
 * How much of a page somebody really saw: a page in a hidden tab is open, but nobody looks at it.
 *
 * @param visible how long it was before their eyes, at most {@link #LONGEST}; empty where nobody
 *     measured it
 * @param hidden whether its tab was hidden when this was told
 */
public record Attention(Optional<Duration> visible, boolean hidden) {
    public static final Attention UNKNOWN = new Attention(Optional.empty(), false);

    /** Who shows no sign of life for longer has gone away and left the page open. */
    public static final Duration LONGEST = Duration.ofMinutes(30);

    /** What a look of two minutes and more is worth. */
    public static final double MOST_INTEREST = 3;

    private static final double GLANCE = 0.5;

    /** Beyond this a second look says no more about interest. */
    private static final Duration FULL = Duration.ofMinutes(2);

    /**
     * @throws IllegalArgumentException when the time is below zero
     */
    public Attention {
        if (visible.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("nobody looks for less than no time");
        }
        visible = visible.map(time -> time.compareTo(LONGEST) > 0 ? LONGEST : time);
    }

    public static Attention of(Duration visible) {
        return new Attention(Optional.of(visible), false);
    }

    /**
     * What a look is worth: nothing where it was hidden and never seen, 1 for a look that nobody
     * measured, from 0.5 for a glance to 3 after two minutes.
     */
    public double interest() {
        if (visible.isEmpty()) {
            return hidden ? 0 : 1;
        }
        if (hidden && visible.get().isZero()) {
            return 0;
        }
        double share = (double) visible.get().toMillis() / FULL.toMillis();
        return GLANCE + (MOST_INTEREST - GLANCE) * Math.min(1, share);
    }

    /** Looked at twice: what was measured adds up. */
    Attention and(Attention more) {
        var together =
                more.visible
                        .map(time -> visible.orElse(Duration.ZERO).plus(time))
                        .or(() -> visible);
        return new Attention(together, together.isEmpty() ? hidden && more.hidden : hidden);
    }
}
