package shopkeeper.domain.kernel;

import java.util.Set;

/**
 * What whoever edits something has seen of it before: the edit holds only if it is still so when it
 * is written. A version is the position of the last fact about the thing.
 */
public sealed interface Expected {
    Expected ANYTHING = new Anything();

    /**
     * @param version {@link Position#START} where the thing is not there yet
     */
    boolean isMetBy(Position version);

    record Anything() implements Expected {
        @Override
        public boolean isMetBy(Position version) {
            return true;
        }
    }

    /** It is not there yet. */
    record Nothing() implements Expected {
        @Override
        public boolean isMetBy(Position version) {
            return version.equals(Position.START);
        }
    }

    /** It is there, whatever it is like. */
    record Something() implements Expected {
        @Override
        public boolean isMetBy(Position version) {
            return !version.equals(Position.START);
        }
    }

    /** It is one of these; none of them: nothing meets it. */
    record Versions(Set<Position> positions) implements Expected {
        public Versions {
            positions = Set.copyOf(positions);
        }

        @Override
        public boolean isMetBy(Position version) {
            return !version.equals(Position.START) && positions.contains(version);
        }
    }
}
