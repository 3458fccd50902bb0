package shopkeeper.persistence.decision;

import static shopkeeper.persistence.schema.generated.Tables.DECISION_JOURNAL;

import org.jooq.Field;
import org.jooq.impl.DSL;

/** In which channel a decision was asked for: what was gathered for it begins with that. */
final class GatheredChannel {
    private static final int BEGINNING = 100;

    static final Field<String> NAME =
            DSL.field(
                    "substring(left({0}, {1}) from {2})",
                    String.class,
                    DECISION_JOURNAL.GATHERED,
                    DSL.inline(BEGINNING),
                    DSL.inline("^\\{\"channel\":\"([A-Z_]+)\""));

    private GatheredChannel() {}
}
