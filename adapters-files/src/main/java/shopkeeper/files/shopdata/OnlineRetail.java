package shopkeeper.files.shopdata;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopkeeper.domain.profile.IdentifierType;

/** The file of a British gift shop that UCI publishes, and files like it. */
final class OnlineRetail {
    static final String NAME = "online-retail";

    private static final Retailer RETAILER =
            new Retailer(NAME, Optional.of("online-retail-%s"), false, Optional.empty());

    private OnlineRetail() {}

    static ShopSource source(Path file, Path rejects, Instant now) {
        return new ReceiptsTable(
                CsvFile.usual(file),
                OnlineRetailLines.HEADER,
                OnlineRetailLines::new,
                RETAILER,
                IdentifierType.CRM,
                rejects,
                List.of(),
                now);
    }
}
