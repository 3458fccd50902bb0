package shopkeeper.messaging.broker;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.apache.qpid.protonj2.types.Binary;
import org.jspecify.annotations.Nullable;
import shopkeeper.messaging.kernel.Answer;
import shopkeeper.messaging.kernel.AnswerWriter;
import shopkeeper.messaging.kernel.CloudEvent;
import shopkeeper.messaging.kernel.Incoming;
import shopkeeper.messaging.kernel.Letter;

/** Takes messages out of their AMQP or MQTT wrapping and puts answers into it. */
final class Post {
    /** The property of an outcome that names the client whose message it is about. */
    static final String TILL = "till";

    private Post() {}

    /** What an answer calls the message it answers. */
    static String nameOf(Letter letter, Message<?> message) throws ClientException {
        if (letter.event().isPresent()) {
            return letter.event().get().id();
        }
        return message.messageId() == null ? "unknown" : message.messageId().toString();
    }

    /** The till that speaks, as far as it is known. */
    static Optional<TillArea> till(Letter letter) {
        return letter.incoming()
                .broughtBy()
                .flatMap(TillArea::ofClient)
                .or(() -> letter.event().map(CloudEvent::source).flatMap(TillArea::ofSource));
    }

    /** Where the answer is waited for; nowhere, where the asker has no right to that address. */
    static Optional<String> replyTo(Letter letter, Message<?> message) throws ClientException {
        var asker = till(letter).map(TillArea::client).or(letter.incoming()::broughtBy).orElse("");
        if (message.replyTo() != null) {
            return Optional.of(message.replyTo())
                    .filter(address -> Addresses.takesReplies(address, asker));
        }
        return wrapping(letter)
                .flatMap(MqttWrapping::replyTo)
                .or(() -> wrapping(letter).flatMap(_ -> usualPlace(letter)))
                .filter(address -> Addresses.isOwn(address, asker));
    }

    /** MQTT 3.1.1 cannot say where it waits. */
    private static Optional<String> usualPlace(Letter letter) {
        return letter.incoming().address().equals(Addresses.OFFER_REQUESTS)
                ? till(letter).map(area -> area.address(Addresses.OFFER_REPLIES))
                : Optional.empty();
    }

    static Message<byte[]> answer(
            byte[] body, Answer answer, Letter letter, Message<?> message, String to)
            throws ClientException {
        var correlation = correlation(letter, message);
        var out =
                Message.create(body)
                        .to(to)
                        .contentType(AnswerWriter.CONTENT_TYPE)
                        .subject(AnswerWriter.type(answer))
                        .correlationId(correlation);
        out.property("source", letter.sender());
        till(letter).ifPresent(area -> say(out, area));
        if (TillArea.around(to).isPresent()) {
            MqttWrapping.wrap(out, AnswerWriter.CONTENT_TYPE, MqttWrapping.bytes(correlation));
        }
        return out;
    }

    private static void say(Message<byte[]> out, TillArea area) {
        try {
            out.property(TILL, area.client());
        } catch (ClientException e) {
            throw new IllegalStateException("a message takes no property", e);
        }
    }

    private static Object correlation(Letter letter, Message<?> message) throws ClientException {
        var overMqtt = wrapping(letter).flatMap(MqttWrapping::correlation);
        if (overMqtt.isPresent()) {
            return new Binary(overMqtt.get());
        }
        if (message.correlationId() != null) {
            return message.correlationId();
        }
        return message.messageId() != null
                ? message.messageId()
                : letter.event().map(CloudEvent::id).orElse("unknown");
    }

    static Incoming incoming(String address, Message<?> message) throws ClientException {
        Map<String, Object> properties = new HashMap<>();
        if (message.hasProperties()) {
            message.forEachProperty((name, value) -> {
                if (value != null) {
                    properties.put(name, value);
                }
            });
        }
        var wrapping = MqttWrapping.in(properties);
        wrapping.map(MqttWrapping::attributes).ifPresent(properties::putAll);
        String contentType =
                wrapping.map(MqttWrapping::contentType)
                        .orElse(message.contentType() == null ? "" : message.contentType());
        Object client = message.annotation(Gatekeeper.BROUGHT_BY);
        return new Incoming(
                address,
                contentType,
                properties,
                bytes(message.body()),
                Optional.ofNullable(client).map(Object::toString),
                System.nanoTime());
    }

    private static Optional<MqttWrapping> wrapping(Letter letter) {
        return MqttWrapping.in(letter.incoming().properties());
    }

    private static byte[] bytes(@Nullable Object body) {
        return switch (body) {
            case null -> new byte[0];
            case byte[] bytes -> bytes;
            default -> body.toString().getBytes(StandardCharsets.UTF_8);
        };
    }
}
