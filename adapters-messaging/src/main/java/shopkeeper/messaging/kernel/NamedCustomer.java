package shopkeeper.messaging.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;

/** The identifiers a message names its customer by: a card, or a list of any type. */
public final class NamedCustomer {
    private NamedCustomer() {}

    public static List<Identifier> in(Fields data) {
        return Stream.concat(
                        loyalty(data).stream(),
                        data.part("customer").stream()
                                .flatMap(customer ->
                                        Stream.concat(
                                                loyalty(customer).stream(),
                                                customer.list("identifiers").stream()
                                                        .map(NamedCustomer::identifier))))
                .distinct()
                .toList();
    }

    /**
     * Under this name the shop meets the customer; that of the event itself belongs to what the
     * event tells.
     */
    public static Message message(CloudEvent event, List<Identifier> identifiers) {
        var content =
                identifiers.stream()
                        .map(one -> one.type() + ":" + one.value())
                        .sorted()
                        .collect(Collectors.joining("\n"));
        try {
            return new Message(new MessageId(event.source(), event.id() + "-customer"), content);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("id has more than 190 characters.");
        }
    }

    private static Optional<Identifier> loyalty(Fields fields) {
        return fields.text("loyaltyId", value -> new Identifier(IdentifierType.LOYALTY, value));
    }

    private static Identifier identifier(Fields one) {
        var type =
                one.needed("type", name -> IdentifierType.valueOf(name.toUpperCase(Locale.ROOT)));
        return one.needed("value", value -> new Identifier(type, value));
    }
}
