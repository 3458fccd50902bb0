package shopkeeper.domain.behavior;

/**
 * What somebody looked for, in their own words; they may say more of themselves than they mean to.
 */
public record Query(String text) {
    private static final int LONGEST = 500;

    /**
     * @throws IllegalArgumentException when it is blank or longer than 500 characters
     */
    public Query {
        text = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a search has 1 to %d characters, this one has %d"
                            .formatted(LONGEST, text.length()));
        }
    }

    /** Never reaches a log line by accident. */
    @Override
    public String toString() {
        return "Query[…]";
    }
}
