package shopkeeper.web.repetition;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.repetition.Request;
import shopkeeper.web.kernel.Json;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.kernel.Reread;

/** A request whose body can be looked at before it is read, and what became of its key. */
final class Exchange extends HttpServletRequestWrapper {
    private static final String HERE = Exchange.class.getName();

    private byte @Nullable [] body;
    private @Nullable Begun begun;

    /** A request that is being worked on, to be answered under its key. */
    record Begun(Request request, Instant at) {}

    Exchange(HttpServletRequest request) {
        super(request);
        request.setAttribute(HERE, this);
    }

    static @Nullable Exchange of(ServletRequest request) {
        return (Exchange) request.getAttribute(HERE);
    }

    /** All that makes two requests the same: what is asked for, of what, on which condition. */
    byte[] content() throws IOException {
        var line =
                "%s %s?%s %s %s\n"
                        .formatted(
                                getMethod(),
                                getRequestURI(),
                                getQueryString(),
                                getHeader("If-Match"),
                                getHeader("If-None-Match"))
                        .getBytes(StandardCharsets.UTF_8);
        var sent = body();
        var content = new byte[line.length + sent.length];
        System.arraycopy(line, 0, content, 0, line.length);
        System.arraycopy(sent, 0, content, line.length, sent.length);
        return content;
    }

    void begun(Begun now) {
        begun = now;
    }

    @Nullable Begun begun() {
        return begun;
    }

    private byte[] body() throws IOException {
        var known = body;
        if (known == null) {
            known = super.getInputStream().readNBytes(Json.LARGEST + 1);
            if (known.length > Json.LARGEST) {
                throw Problem.tooLarge("A document has at most %d bytes.".formatted(Json.LARGEST))
                        .asException();
            }
            body = known;
        }
        return known;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        var known = body;
        return known == null ? super.getInputStream() : Reread.stream(known);
    }
}
