package shopkeeper.web.kernel;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is still coming in: nobody waits for it too long, and its fields are text. */
final class ArrivingRequest extends HttpServletRequestWrapper {
    private static final int LARGEST_FORM = 64 * 1024;

    private final HttpServletRequest sent;
    private final Duration patience;
    private @Nullable ServletInputStream body;
    private @Nullable Map<String, String[]> fields;

    ArrivingRequest(HttpServletRequest request, Duration patience) {
        super(request);
        this.sent = request;
        this.patience = patience;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        var known = body;
        if (known == null) {
            known = new PatientBody(sent, patience, isA("application/x-ndjson"));
            body = known;
        }
        return known;
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        var values = fields().get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(fields());
    }

    private Map<String, String[]> fields() {
        var known = fields;
        if (known == null) {
            // What cannot be read is told once; whoever tells it finds no fields.
            fields = Map.of();
            known = read();
            fields = known;
        }
        return known;
    }

    private Map<String, String[]> read() {
        var sent = new SentFields();
        if (getQueryString() != null) {
            sent.add(getQueryString());
        }
        if (getMethod().equals("POST") && isA("application/x-www-form-urlencoded")) {
            sent.add(form());
        }
        return sent.asMap();
    }

    private String form() {
        try {
            var form = getInputStream().readNBytes(LARGEST_FORM + 1);
            if (form.length > LARGEST_FORM) {
                throw Problem.tooLarge("A form has at most %d bytes.".formatted(LARGEST_FORM))
                        .asException();
            }
            return new String(form, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("a form could not be read", e);
        }
    }

    private boolean isA(String type) {
        var told = getContentType();
        return told != null && told.toLowerCase(Locale.ROOT).startsWith(type);
    }
}
