package shopkeeper.bootstrap.demo;

import java.util.Map;

/**
 * Whom the day is about.
 *
 * @param name how the story calls her
 * @param web the user id under which the web shop knows her
 * @param card what the till reads: type and value of an identifier
 */
public record Customer(String name, String web, Map<String, String> card) {}
