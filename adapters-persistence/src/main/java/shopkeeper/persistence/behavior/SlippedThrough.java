package shopkeeper.persistence.behavior;

import static shopkeeper.persistence.schema.generated.Tables.BEHAVIOR;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;

/**
 * Lines that kept their mark though their owner says no: between asking the ledger and writing, the
 * no was heard.
 */
final class SlippedThrough {
    /** So long after its day a line may be told, and still be found. */
    private static final int DAYS = 7;

    /**
     * Who did something lately that is kept, with every customer they turned out to be who ever
     * said no; what the no is worth today, the ledger knows.
     */
    private static final String WHO_MAY_HAVE =
            """
            with recursive they (who, owner) as (
                select distinct customer, customer from behavior where day >= {0} and {1}
                union
                select they.who, known.customer
                from they join behavior_visitor known on known.visitor = they.owner)
            select who, owner from they where exists (
                select from consent_word said
                where said.customer = they.owner and said.use = {2} and said.choice <> 'GRANTED')\
            """;

    private SlippedThrough() {}

    /** What was told today stays until tomorrow: a yes may come meanwhile, and cover it. */
    static void strip(Purpose purpose, LocalDate today, DSLContext sql, ConsentLedgers ledgers) {
        var use = Use.of(purpose);
        var found =
                sql.fetch(
                        WHO_MAY_HAVE,
                        DSL.val(today.minusDays(DAYS)),
                        Stripped.mark(purpose),
                        DSL.val(use.toString()));
        var refusing =
                ledgers
                        .current(found.stream().map(SlippedThrough::owner).distinct().toList())
                        .entrySet()
                        .stream()
                        .filter(known -> known.getValue().saysNoTo(use))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        var refused =
                found.stream()
                        .filter(row -> refusing.contains(owner(row)))
                        .map(row -> row.get("who", String.class))
                        .distinct()
                        .toArray(String[]::new);
        if (refused.length > 0) {
            var midnight = today.atStartOfDay().atOffset(ZoneOffset.UTC);
            Stripped.of(
                    purpose,
                    sql,
                    BEHAVIOR.CUSTOMER.eq(DSL.any(refused)).and(BEHAVIOR.RECEIVED_AT.lt(midnight)));
        }
    }

    private static CustomerId owner(Record row) {
        return new CustomerId(row.get("owner", String.class));
    }
}
