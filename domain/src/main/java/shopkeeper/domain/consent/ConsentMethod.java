package shopkeeper.domain.consent;

/** By which act the customer said it. */
public enum ConsentMethod {
    CHECKBOX,
    BUTTON,
    TOGGLE,
    SIGNATURE,
    SPOKEN,
    /** The banner was closed: never an affirmative act. */
    DISMISSED
}
