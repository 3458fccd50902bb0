package shopkeeper.domain.behavior;

/** How a shop calls one of its lists of products: a category, a campaign, a search page. */
public record ListName(String value) {
    private static final int LONGEST = 200;

    public ListName {
        value = value.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a list's name has 1 to 200 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
