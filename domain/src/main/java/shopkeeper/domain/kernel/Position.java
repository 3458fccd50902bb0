package shopkeeper.domain.kernel;

/** A place in the log: 0 is before the first fact, positions follow each other without gap. */
public record Position(long value) implements Comparable<Position> {
    public static final Position START = new Position(0);

    public Position {
        if (value < 0) {
            throw new IllegalArgumentException("position is negative: " + value);
        }
    }

    @Override
    public int compareTo(Position other) {
        return Long.compare(value, other.value);
    }
}
