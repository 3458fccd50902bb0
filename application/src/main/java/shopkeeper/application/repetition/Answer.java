package shopkeeper.application.repetition;

import java.util.Map;

/**
 * What was answered, word for word.
 *
 * @param headers those that belong to the answer, not to its delivery
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, Map<String, String> headers, byte[] body) {
    public Answer {
        headers = Map.copyOf(headers);
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }
}
