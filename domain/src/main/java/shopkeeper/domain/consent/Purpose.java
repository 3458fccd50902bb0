package shopkeeper.domain.consent;

/** What data may be used for. */
public enum Purpose {
    STRICTLY_NECESSARY,
    DEVICE_STORAGE,
    ANALYTICS,
    CONTENT_PERSONALIZATION,
    PERSONALIZED_PRICING,
    MARKETING_MESSAGES,
    EMAIL_OPEN_TRACKING,
    ADVERTISING_MEASUREMENT,
    ADVERTISING_PERSONALIZATION,
    PRODUCT_IMPROVEMENT;

    /** Marketing messages are allowed or not per contact method. */
    public boolean isPerContactMethod() {
        return this == MARKETING_MESSAGES;
    }
}
