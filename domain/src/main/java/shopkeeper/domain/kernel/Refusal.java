package shopkeeper.domain.kernel;

/** A business no: a value, not an exception. */
public interface Refusal {
    /** Stable, lower case with hyphens: clients rely on it. */
    String code();

    /** One sentence for a person, without personal data. */
    String words();
}
