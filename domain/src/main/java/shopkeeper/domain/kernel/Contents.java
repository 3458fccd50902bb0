package shopkeeper.domain.kernel;

/**
 * Two contents of one message, each by a hash that tells nothing but whether they are the same.
 *
 * @param first that counts
 * @param second that came later
 */
public record Contents(String first, String second) {}
