package shopkeeper.files.shopdata;

/** Where a whole shop comes from; read twice, so that a bad one is refused before it begins. */
public interface ShopSource {
    /** Reads everything once and keeps all but the receipts. */
    Survey survey(Progress progress);
}
