package shopkeeper.acceptance.drivers;

import tools.jackson.databind.JsonNode;

/**
 * What a till was told about its message.
 *
 * @param outcome accepted, duplicate, conflict, parked, refused, ignored or quarantined
 * @param words why, where there is something to say
 * @param position of the fact it became
 */
public record TillWord(String outcome, String words, long position) {
    static TillWord of(JsonNode data) {
        return new TillWord(
                data.path("outcome").asString(""),
                data.path("reason").path("words").asString(""),
                data.path("position").asLong(0));
    }
}
