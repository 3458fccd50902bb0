package shopkeeper.application.catalog;

import shopkeeper.domain.catalog.CatalogCommand;
import shopkeeper.domain.catalog.CatalogEvent;
import shopkeeper.domain.catalog.CatalogRefusal;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Recorded;

/** Takes what the shop sells, where, and how much of it is there. */
public interface KeepCatalog {
    Recorded<CatalogEvent, CatalogRefusal> keep(Message message, CatalogCommand command);
}
