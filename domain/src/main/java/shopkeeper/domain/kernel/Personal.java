package shopkeeper.domain.kernel;

import java.util.Optional;
import java.util.function.Function;

/**
 * Data about a person, wherever it stands in a fact: known, or erased and still readable as such.
 */
public sealed interface Personal<T> {
    record Known<T>(T value) implements Personal<T> {
        /** Personal data never reaches a log line by accident. */
        @Override
        public String toString() {
            return "Known[…]";
        }
    }

    record Erased<T>() implements Personal<T> {}

    static <T> Personal<T> known(T value) {
        return new Known<>(value);
    }

    static <T> Personal<T> erased() {
        return new Erased<>();
    }

    default Optional<T> asOptional() {
        return switch (this) {
            case Known<T>(var value) -> Optional.of(value);
            case Erased<T>() -> Optional.empty();
        };
    }

    default <U> Personal<U> map(Function<T, U> change) {
        return switch (this) {
            case Known<T>(var value) -> new Known<>(change.apply(value));
            case Erased<T>() -> new Erased<>();
        };
    }
}
