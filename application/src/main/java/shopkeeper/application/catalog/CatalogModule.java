package shopkeeper.application.catalog;

import java.util.Optional;
import shopkeeper.application.kernel.Memory;
import shopkeeper.domain.catalog.CatalogCommand.CountStock;
import shopkeeper.domain.catalog.CatalogCommand.ListProduct;
import shopkeeper.domain.catalog.CatalogCommand.OpenStore;
import shopkeeper.domain.kernel.Expected.Anything;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.ProductId;

/** The only door to the catalog for the composition root. */
public final class CatalogModule {
    private final CatalogMemory memory = new CatalogMemory();

    public static KeepCatalog keepCatalog(Assortments assortments) {
        return (message, command) ->
                switch (command) {
                    case ListProduct list ->
                            assortments.decide(
                                    Optional.of(list.product().id()),
                                    Optional.empty(),
                                    message,
                                    shop -> shop.decide(command));
                    case OpenStore open ->
                            assortments.decide(
                                    Optional.empty(),
                                    Optional.of(open.store().id()),
                                    message,
                                    shop -> shop.decide(command));
                    case CountStock count ->
                            assortments.decide(
                                    edited(message, count),
                                    Optional.of(count.store()),
                                    message,
                                    shop -> shop.decide(command));
                };
    }

    /** Earlier counts are looked at only by who says which one they have seen. */
    private static Optional<ProductId> edited(Message message, CountStock count) {
        return message.expected() instanceof Anything || count.levels().size() != 1
                ? Optional.empty()
                : Optional.of(count.levels().getFirst().product());
    }

    public Memory memory() {
        return memory;
    }

    public BrowseCatalog browseCatalog() {
        return memory;
    }
}
