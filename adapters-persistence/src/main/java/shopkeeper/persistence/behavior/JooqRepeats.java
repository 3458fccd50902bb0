package shopkeeper.persistence.behavior;

import static shopkeeper.persistence.schema.generated.Tables.STORE_DAY_REPEAT;

import java.time.LocalDate;
import org.jooq.DSLContext;
import shopkeeper.application.behavior.CountRepeats;
import shopkeeper.domain.behavior.Repeat;
import shopkeeper.domain.kernel.StoreId;

/** One row a store, day and kind, counted up. */
record JooqRepeats(DSLContext sql) implements CountRepeats {
    @Override
    public void counted(StoreId store, LocalDate day, Repeat repeat) {
        sql.insertInto(STORE_DAY_REPEAT)
                .columns(
                        STORE_DAY_REPEAT.STORE,
                        STORE_DAY_REPEAT.DAY,
                        STORE_DAY_REPEAT.KIND,
                        STORE_DAY_REPEAT.TIMES)
                .values(store.value(), day, repeat.name(), 1)
                .onConflict(STORE_DAY_REPEAT.STORE, STORE_DAY_REPEAT.DAY, STORE_DAY_REPEAT.KIND)
                .doUpdate()
                .set(STORE_DAY_REPEAT.TIMES, STORE_DAY_REPEAT.TIMES.plus(1))
                .execute();
    }
}
