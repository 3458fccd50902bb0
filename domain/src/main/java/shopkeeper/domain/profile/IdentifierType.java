package shopkeeper.domain.profile;

/** What kind of thing points at a customer. */
public enum IdentifierType {
    LOYALTY,
    EMAIL,
    PHONE,
    ANONYMOUS,
    CRM,
    RECEIPT;

    /** A device or a browser can be shared; what a person carries or owns cannot. */
    public boolean isAnonymous() {
        return this == ANONYMOUS;
    }
}
