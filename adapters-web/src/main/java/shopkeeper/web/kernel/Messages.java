package shopkeeper.web.kernel;

import static shopkeeper.domain.kernel.Expected.ANYTHING;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import shopkeeper.domain.kernel.Ascii;
import shopkeeper.domain.kernel.Expected;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;

/**
 * Names what a client asks for by its Idempotency-Key, so that it can ask twice; without one each
 * request stands for itself.
 */
@Component
public final class Messages {
    /** The header that names a request. */
    public static final String KEY = "Idempotency-Key";

    private static final int LONGEST_KEY = 180;

    private final Json json;

    Messages(Json json) {
        this.json = json;
    }

    /** With the version that the client says to have seen. */
    public Message of(HttpServletRequest request, Object body) {
        return message(request, key(request), body, Versions.expected(request));
    }

    /** One line of many: each is repeated under a name of its own. */
    public Message ofLine(HttpServletRequest request, int line, Object body) {
        return message(request, key(request).map(key -> key + ":" + line), body, ANYTHING);
    }

    public static Optional<String> key(HttpServletRequest request) {
        return Input.optional(KEY, request.getHeader(KEY), key -> Ascii.id("the key", key))
                .map(key -> {
                    if (key.length() > LONGEST_KEY) {
                        throw Problem.invalid(
                                        "Idempotency-Key has at most %d characters."
                                                .formatted(LONGEST_KEY))
                                .asException();
                    }
                    return key;
                });
    }

    /** Every client has keys of its own. */
    public static String source(HttpServletRequest request) {
        return "web:" + client(request);
    }

    /** The name of the client that is calling. */
    public static String client(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .orElseThrow(() -> new IllegalStateException("called without a key"));
    }

    private Message message(
            HttpServletRequest request, Optional<String> key, Object body, Expected expected) {
        return new Message(
                new MessageId(source(request), key.orElseGet(() -> UUID.randomUUID().toString())),
                request.getMethod() + " " + request.getRequestURI() + " " + json.canonical(body),
                expected);
    }
}
