package shopkeeper.domain.profile;

import shopkeeper.domain.kernel.Personal;

/** An identifier as a fact keeps it: found by its key, readable until it is erased. */
public record Link(IdentifierType type, IdentifierKey key, Personal<String> value) {
    public static Link of(Identifier identifier, IdentifierKey key) {
        return new Link(identifier.type(), key, Personal.known(identifier.value()));
    }
}
