package shopkeeper.persistence.eventlog;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads instants as they are written, such as {@code 2026-11-22T10:15:30.123456Z}: every fact holds
 * some, and the general parser takes longer for them than for all the rest of a fact.
 */
final class InstantText {
    private static final int DAY = 10;
    private static final int SECOND = 19;
    private static final int NANO_DIGITS = 9;

    private InstantText() {}

    /**
     * Whatever looks unusual is left to {@link Instant#parse}.
     *
     * @throws java.time.DateTimeException when it is no instant
     */
    static Instant parse(String text) {
        int last = text.length() - 1;
        if (!isUsual(text, last)) {
            return Instant.parse(text);
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECOND);
        int nano = last == SECOND ? 0 : number(text, SECOND + 1, last);
        for (int digit = last - SECOND - 1; digit < NANO_DIGITS && nano > 0; digit++) {
            nano *= 10;
        }
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        long day =
                LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, DAY))
                        .toEpochDay();
        return Instant.ofEpochSecond(day * 86_400 + hour * 3_600L + minute * 60L + second, nano);
    }

    /** Digits and marks are where they belong, and at most nine digits follow the point. */
    private static boolean isUsual(String text, int last) {
        if (last < SECOND || last > SECOND + 1 + NANO_DIGITS || text.charAt(last) != 'Z') {
            return false;
        }
        for (int i = 0; i < last; i++) {
            char mark =
                    switch (i) {
                        case 4, 7 -> '-';
                        case DAY -> 'T';
                        case 13, 16 -> ':';
                        case SECOND -> '.';
                        default -> '0';
                    };
            char found = text.charAt(i);
            if (mark == '0' ? found < '0' || found > '9' : found != mark) {
                return false;
            }
        }
        return last != SECOND + 1;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
