package shopkeeper.application.behavior;

import java.time.LocalDate;
import shopkeeper.domain.behavior.Repeat;
import shopkeeper.domain.kernel.StoreId;

/** Counts what a store sent again, by its business day. */
public interface CountRepeats {
    void counted(StoreId store, LocalDate day, Repeat repeat);
}
