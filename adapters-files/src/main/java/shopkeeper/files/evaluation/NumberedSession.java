package shopkeeper.files.evaluation;

/**
 * A session by the number of its line, which begins at 1 and counts empty lines too.
 *
 * @param items oldest first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NumberedSession(int line, int[] items) {}
