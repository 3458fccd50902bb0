package shopkeeper.domain.behavior;

/** Why a sale is undone after it was told. */
public enum VoidReason {
    /** The till took it back. */
    VOIDED,
    /** Written while the till was offline, and turned down when somebody looked at it. */
    REJECTED
}
