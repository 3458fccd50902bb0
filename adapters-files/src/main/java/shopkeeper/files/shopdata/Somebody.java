package shopkeeper.files.shopdata;

import java.time.LocalDate;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;

/**
 * Somebody of the generated shop who carries a card and gave an e-mail address, and a store to meet
 * them in.
 */
public record Somebody(String card, String email, StoreId store) {
    static Somebody of(long seed, LocalDate today) {
        var shop = new GeneratedShop(seed, today);
        var person =
                shop.people().stream()
                        .filter(one ->
                                find(one, IdentifierType.LOYALTY)
                                        && find(one, IdentifierType.EMAIL))
                        .findFirst()
                        .orElseThrow();
        return new Somebody(
                value(person, IdentifierType.LOYALTY),
                value(person, IdentifierType.EMAIL),
                GeneratedShop.store(0));
    }

    /** Personal data never reaches a log line by accident. */
    @Override
    public String toString() {
        return "Somebody[…]";
    }

    private static boolean find(Shop.Person person, IdentifierType type) {
        return person.identifiers().stream().anyMatch(identifier -> identifier.type() == type);
    }

    private static String value(Shop.Person person, IdentifierType type) {
        return person.identifiers().stream()
                .filter(identifier -> identifier.type() == type)
                .map(Identifier::value)
                .findFirst()
                .orElseThrow();
    }
}
