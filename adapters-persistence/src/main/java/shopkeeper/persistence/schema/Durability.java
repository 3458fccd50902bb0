package shopkeeper.persistence.schema;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** What a database must promise before the shop entrusts its facts to it. */
final class Durability {
    private static final Map<String, List<String>> DEMANDED =
            Map.of(
                    "fsync", List.of("on"),
                    "full_page_writes", List.of("on"),
                    "synchronous_commit", List.of("on", "remote_apply"));

    private Durability() {}

    /**
     * @throws IllegalStateException when an acknowledged fact could be lost with the power
     */
    static void demand(DSLContext sql) {
        DEMANDED.forEach((setting, allowed) -> {
            String found = String.valueOf(sql.fetchValue("show " + setting));
            if (!allowed.contains(found)) {
                throw new IllegalStateException(
                        "PostgreSQL runs with %s = %s and could forget what it has acknowledged: set it to %s and restart"
                                .formatted(setting, found, allowed.getFirst()));
            }
        });
    }
}
