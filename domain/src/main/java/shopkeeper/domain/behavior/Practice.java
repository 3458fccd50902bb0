package shopkeeper.domain.behavior;

/** Why a receipt is nothing that happened to a customer. */
public enum Practice {
    TRAINING,
    CANCELLED
}
