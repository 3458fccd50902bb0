package shopkeeper.web.kernel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.databind.JsonNode;

/** Our own wire records and trees, read and written by {@link Json}; nobody else's. */
final class JsonConverter extends AbstractHttpMessageConverter<Object> {
    private final Json json;

    JsonConverter(Json json) {
        super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
        this.json = json;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.getPackageName().startsWith("shopkeeper.web") || type == JsonNode.class;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
        try {
            return json.read(inTime(message.getBody()), type);
        } catch (ProblemException problem) {
            throw new HttpMessageNotReadableException("not readable", problem, message);
        }
    }

    /** A body that drips in does not hold a request open for ever. */
    private static byte[] inTime(InputStream body) throws IOException {
        long until = System.nanoTime() + Budget.longest().toNanos();
        var bytes = new ByteArrayOutputStream();
        var piece = new byte[8192];
        for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
            bytes.write(piece, 0, read);
            if (bytes.size() > Json.LARGEST) {
                break;
            }
            if (System.nanoTime() > until) {
                throw Problem.of(
                                408,
                                "too-slow",
                                "The body came too slowly",
                                "A request is sent within 10 seconds: send less at once.")
                        .asException();
            }
        }
        return bytes.toByteArray();
    }

    @Override
    protected void writeInternal(Object value, HttpOutputMessage message) throws IOException {
        message.getBody().write(json.write(value));
    }
}
