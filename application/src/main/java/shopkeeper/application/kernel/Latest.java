package shopkeeper.application.kernel;

import shopkeeper.domain.kernel.Position;

/**
 * What the latest fact said, and where it stands: a fact that is told late must not put old over
 * new.
 */
public record Latest<T>(T value, Position at) {
    public static <T> Latest<T> said(T value, Logged<?> by) {
        return new Latest<>(value, by.position());
    }

    /** The later of both; of two that one fact says, the other. */
    public Latest<T> or(Latest<T> other) {
        return other.at.compareTo(at) < 0 ? this : other;
    }
}
