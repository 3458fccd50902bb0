package shopkeeper.domain.kernel;

/** The name of a decision, good in every channel until it expires. */
public record DecisionId(String value) {
    public DecisionId {
        Ascii.id("decision id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
