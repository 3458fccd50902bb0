package shopkeeper.files.shopdata;

import java.util.Optional;

/** Where a whole shop comes from; read twice, so that a bad one is refused before it begins. */
public interface ShopSource {
    /** Reads everything once and keeps all but the receipts. */
    Survey survey(Progress progress);

    /** The file that an interrupted import goes on with; empty where there is none. */
    default Optional<Origin> origin() {
        return Optional.empty();
    }
}
