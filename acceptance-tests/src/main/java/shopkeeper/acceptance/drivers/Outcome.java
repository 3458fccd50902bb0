package shopkeeper.acceptance.drivers;

/**
 * What the shop said to something it was told.
 *
 * @param word accepted, duplicate, conflict or refused
 * @param code why not; empty where it was taken
 */
public record Outcome(String word, String code) {
    static Outcome of(String word) {
        return new Outcome(word, "");
    }
}
