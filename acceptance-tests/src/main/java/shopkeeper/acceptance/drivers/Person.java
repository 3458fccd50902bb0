package shopkeeper.acceptance.drivers;

import java.util.List;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;

/**
 * Somebody in a scene, with what points at them.
 *
 * @param card what a till scans
 * @param account the customer number under which they log in at the web shop
 * @param device the browser they came with, before anybody knew them
 */
public record Person(Identifier card, Identifier account, Identifier device) {
    public static Person called(String name) {
        return new Person(
                new Identifier(IdentifierType.LOYALTY, "card-" + name),
                new Identifier(IdentifierType.CRM, "account-" + name),
                new Identifier(IdentifierType.ANONYMOUS, "device-" + name));
    }

    public List<Identifier> known() {
        return List.of(card, account);
    }
}
