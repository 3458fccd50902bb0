package shopkeeper.messaging.broker;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.jspecify.annotations.Nullable;
import shopkeeper.messaging.kernel.Answer;
import shopkeeper.messaging.kernel.AnswerWriter;
import shopkeeper.messaging.kernel.CloudEvent;
import shopkeeper.messaging.kernel.Incoming;
import shopkeeper.messaging.kernel.Letter;

/** Takes messages out of their AMQP wrapping and puts answers into it. */
final class Post {
    private Post() {}

    /** What an answer calls the message it answers. */
    static String nameOf(Letter letter, Message<?> message) throws ClientException {
        if (letter.event().isPresent()) {
            return letter.event().get().id();
        }
        return message.messageId() == null ? "unknown" : message.messageId().toString();
    }

    static Message<byte[]> answer(
            byte[] body, Answer answer, Letter letter, Message<?> message, String to)
            throws ClientException {
        var out =
                Message.create(body)
                        .to(to)
                        .contentType(AnswerWriter.CONTENT_TYPE)
                        .subject(AnswerWriter.type(answer))
                        .correlationId(correlation(letter, message));
        out.property("source", letter.sender());
        return out;
    }

    private static Object correlation(Letter letter, Message<?> message) throws ClientException {
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
        String contentType = message.contentType();
        Object client = message.annotation(Gatekeeper.BROUGHT_BY);
        return new Incoming(
                address,
                contentType == null ? "" : contentType,
                properties,
                bytes(message.body()),
                Optional.ofNullable(client).map(Object::toString),
                System.nanoTime());
    }

    private static byte[] bytes(@Nullable Object body) {
        return switch (body) {
            case null -> new byte[0];
            case byte[] bytes -> bytes;
            default -> body.toString().getBytes(StandardCharsets.UTF_8);
        };
    }
}
