package shopkeeper.persistence.profile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where a timeline was left off: a moment, and within it a fact's position or a behavior's digest.
 */
record TimelineCursor(Instant occurred, Optional<Long> position, String digest)
        implements Comparable<TimelineCursor> {
    /** The latest first; at the same time facts, the last first, then behavior. */
    private static final Comparator<TimelineCursor> ORDER =
            Comparator.comparing(TimelineCursor::occurred)
                    .reversed()
                    .thenComparingLong(cursor -> -cursor.position.orElse(0L))
                    .thenComparing(TimelineCursor::digest);

    static TimelineCursor ofFact(Instant occurred, long position) {
        return new TimelineCursor(occurred, Optional.of(position), "");
    }

    static TimelineCursor ofBehavior(Instant occurred, String digest) {
        return new TimelineCursor(occurred, Optional.empty(), digest);
    }

    OffsetDateTime time() {
        return occurred.atOffset(ZoneOffset.UTC);
    }

    /** Letters, digits and hyphens only, so that it stands in a URL as it is. */
    String written() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, occurred);
        return Long.toString(micros, 36)
                + position.map(fact -> ".f" + fact).orElseGet(() -> ".b" + digest);
    }

    /**
     * @throws IllegalArgumentException when nobody gave it
     */
    static TimelineCursor read(String written) {
        if (!written.matches("-?[0-9a-z]{1,12}\\.(f[0-9]{1,18}|b[0-9a-f]{32})")) {
            throw new IllegalArgumentException("this is not where a page ended");
        }
        int dot = written.indexOf('.');
        String place = written.substring(dot + 2);
        try {
            var occurred =
                    Instant.EPOCH.plus(
                            Long.parseLong(written.substring(0, dot), 36), ChronoUnit.MICROS);
            return written.charAt(dot + 1) == 'f'
                    ? ofFact(occurred, Long.parseLong(place))
                    : ofBehavior(occurred, place);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("this is not where a page ended", e);
        }
    }

    @Override
    public int compareTo(TimelineCursor other) {
        return ORDER.compare(this, other);
    }
}
