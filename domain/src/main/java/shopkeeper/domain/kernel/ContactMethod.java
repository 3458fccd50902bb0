package shopkeeper.domain.kernel;

/** How the shop reaches out; not a channel. */
public enum ContactMethod {
    EMAIL,
    SMS,
    PUSH,
    SOCIAL,
    POST,
    PHONE
}
