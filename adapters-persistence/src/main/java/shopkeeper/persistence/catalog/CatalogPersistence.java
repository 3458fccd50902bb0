package shopkeeper.persistence.catalog;

import shopkeeper.application.catalog.Assortments;
import shopkeeper.persistence.eventlog.EventLog;

/** The only door to the persistence of the catalog. */
public final class CatalogPersistence {
    private CatalogPersistence() {}

    public static Assortments assortments(EventLog log) {
        return new AxonAssortments(log);
    }
}
