package shopkeeper.web.kernel;

import java.io.IOException;
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
            return json.read(message.getBody().readNBytes(Json.LARGEST + 1), type);
        } catch (ProblemException problem) {
            throw new HttpMessageNotReadableException("not readable", problem, message);
        }
    }

    @Override
    protected void writeInternal(Object value, HttpOutputMessage message) throws IOException {
        message.getBody().write(json.write(value));
    }
}
