package shopkeeper.application.repetition;

/**
 * A request as its client named it.
 *
 * @param client every client has keys of its own
 */
public record Request(String client, String key) {}
