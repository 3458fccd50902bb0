package shopkeeper.persistence.eventlog;

import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.common.TypeReference;
import org.axonframework.conversion.Converter;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.Metadata;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.Fact;

/**
 * An event as it is stored: only what somebody asks for is read out of its texts. A story of many
 * events asks for little but their payload.
 */
final class StoredEvent implements EventMessage {
    private final StoredFact stored;
    private final MessageType type;
    private final Function<String, Map<String, String>> reading;

    /**
     * @param reading makes metadata of its stored text
     */
    StoredEvent(
            StoredFact stored, MessageType type, Function<String, Map<String, String>> reading) {
        this.stored = stored;
        this.type = type;
        this.reading = reading;
    }

    /** Whether the message of this name may have caused it; no only where it certainly did not. */
    boolean mayBeCausedBy(String message) {
        return stored.mayBeCausedBy(message);
    }

    /** How much text its payload is, about. */
    int size() {
        return stored.size();
    }

    /**
     * @throws UnreadableFact when this program does not know the name, the version or the form
     */
    Fact readBy(Vocabulary vocabulary) {
        return stored.readBy(vocabulary);
    }

    @Override
    public String identifier() {
        return stored.id().toString();
    }

    @Override
    public MessageType type() {
        return type;
    }

    @Override
    public Object payload() {
        return stored.payload();
    }

    @Override
    public Class<?> payloadType() {
        return String.class;
    }

    @Override
    public Metadata metadata() {
        return Metadata.from(reading.apply(stored.metadata()));
    }

    @Override
    public Instant timestamp() {
        return stored.at();
    }

    @Override
    // Axon's contract: the caller names the type
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> @Nullable T payloadAs(Type wanted, @Nullable Converter converter) {
        return whole().payloadAs(wanted, converter);
    }

    @Override
    public EventMessage withMetadata(Map<String, String> metadata) {
        return whole().withMetadata(metadata);
    }

    @Override
    public EventMessage andMetadata(Map<String, String> metadata) {
        return whole().andMetadata(metadata);
    }

    @Override
    public EventMessage withConvertedPayload(Type wanted, Converter converter) {
        return whole().withConvertedPayload(wanted, converter);
    }

    @Override
    public EventMessage withConvertedPayload(TypeReference<?> wanted, Converter converter) {
        return whole().withConvertedPayload(wanted, converter);
    }

    private EventMessage whole() {
        return new GenericEventMessage(
                identifier(), type, stored.payload(), metadata(), stored.at());
    }

    @Override
    public String toString() {
        return type + " at " + stored.position();
    }
}
