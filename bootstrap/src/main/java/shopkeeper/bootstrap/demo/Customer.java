package shopkeeper.bootstrap.demo;

import java.util.Map;
import java.util.Optional;

/**
 * Whom the day is about.
 *
 * @param name how the story calls her
 * @param login what the web shop sends when she logs in: a userId, or traits with her e-mail
 * @param card what the till reads: type and value of an identifier
 * @param store where she is met; empty: the shop has no store yet, so one is opened
 */
public record Customer(
        String name, Map<String, ?> login, Map<String, String> card, Optional<String> store) {}
