package shopkeeper.application.kernel;

import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.Position;

/**
 * What the latest fact said, and where it stands: a fact that is told late must not put old over
 * new.
 */
public record Latest<T>(T value, Position at) {
    public static <T> Latest<T> said(T value, Logged<?> by) {
        return new Latest<>(value, by.position());
    }

    /** Where it was said; the start of the log where nothing was. */
    public static Position version(@Nullable Latest<?> latest) {
        return latest == null ? Position.START : latest.at;
    }

    /** The later of both; of two that one fact says, the other. */
    public Latest<T> or(Latest<T> other) {
        return other.at.compareTo(at) < 0 ? this : other;
    }
}
