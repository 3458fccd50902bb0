package shopkeeper.domain.behavior;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import shopkeeper.domain.consent.Purpose;

/** What is kept of behavior, for which purpose and how long; stated, so that it can be shown. */
public final class KeepingPolicy {
    public static final String VERSION = "behavior-keeping-1";

    /** Behavior is used for nothing else. */
    public static final Set<Purpose> PURPOSES =
            Set.of(Purpose.CONTENT_PERSONALIZATION, Purpose.ANALYTICS);

    /** Half a year: what somebody looked at a year ago says little of what they like now. */
    private static final int PERSONALIZATION_DAYS = 180;

    /** Thirteen months, so that a month can be set beside the same month of the year before. */
    private static final int ANALYTICS_DAYS = 395;

    private KeepingPolicy() {}

    /**
     * Whoever allowed nothing is only counted.
     *
     * @param allowed what the customer allows now
     * @param today on which it is taken in
     */
    public static Keeping of(Behavior behavior, Set<Purpose> allowed, LocalDate today) {
        var day = behavior.day();
        if (day.isBefore(oldest(today))) {
            return new Keeping.TooLate(oldest(today));
        }
        var purposes =
                PURPOSES.stream()
                        .filter(allowed::contains)
                        .filter(purpose -> !day.isBefore(oldest(purpose, today)))
                        .collect(Collectors.toUnmodifiableSet());
        return purposes.isEmpty() ? new Keeping.Counted() : new Keeping.Named(purposes);
    }

    /** The first day of which anything is kept. */
    public static LocalDate oldest(LocalDate today) {
        return today.minusDays(ANALYTICS_DAYS);
    }

    /** The first day that is kept for it. */
    public static LocalDate oldest(Purpose purpose, LocalDate today) {
        return switch (purpose) {
            case CONTENT_PERSONALIZATION -> today.minusDays(PERSONALIZATION_DAYS);
            case ANALYTICS -> today.minusDays(ANALYTICS_DAYS);
            case STRICTLY_NECESSARY,
                    DEVICE_STORAGE,
                    PERSONALIZED_PRICING,
                    MARKETING_MESSAGES,
                    EMAIL_OPEN_TRACKING,
                    ADVERTISING_MEASUREMENT,
                    ADVERTISING_PERSONALIZATION,
                    PRODUCT_IMPROVEMENT ->
                    throw new IllegalArgumentException("behavior is not kept for " + purpose);
        };
    }
}
