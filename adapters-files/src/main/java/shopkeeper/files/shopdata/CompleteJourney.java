package shopkeeper.files.shopdata;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.profile.IdentifierType;

/** The files of a grocery chain that dunnhumby publishes, each recognised by its columns. */
final class CompleteJourney {
    static final String NAME = "complete-journey";

    // The file does not say where the stores are; its chain is an American one.
    private static final ZoneId USUAL_ZONE = ZoneId.of("America/New_York");

    private static final Map<String, List<String>> NO_PLACE_YET = noPlaceYet();

    private CompleteJourney() {}

    static Optional<ShopSource> of(
            CsvFile file, List<String> header, ImportOptions options, Path rejects, Instant now) {
        if (header.containsAll(JourneyLines.COLUMNS)) {
            return Optional.of(transactions(file, header, options, rejects, now));
        }
        if (header.containsAll(JourneyProducts.COLUMNS)) {
            return Optional.of(
                    new JourneyProducts(file, header, options.source().orElse(NAME), rejects));
        }
        return NO_PLACE_YET.entrySet().stream()
                .filter(entry -> header.containsAll(entry.getValue()))
                .findFirst()
                .map(entry -> new NotTaken(file, header, entry.getKey()));
    }

    private static ShopSource transactions(
            CsvFile file, List<String> header, ImportOptions options, Path rejects, Instant now) {
        var zone = options.zone().orElse(USUAL_ZONE);
        var source = options.source().orElse(NAME);
        return new ReceiptsTable(
                file,
                header,
                () -> new JourneyLines(header, zone),
                new Retailer(source, Optional.of(source + "-%s"), true, Optional.of(zone)),
                options.customers().orElse(IdentifierType.CRM),
                rejects,
                List.of("times are told in " + zone.getId() + " (--zone says otherwise)"),
                now);
    }

    /** The more columns first, since some files have all columns of another. */
    private static Map<String, List<String>> noPlaceYet() {
        var files = new LinkedHashMap<String, List<String>>();
        files.put("demographics", List.of("household_id", "age", "income", "household_size"));
        files.put(
                "displays and mailers",
                List.of("product_id", "store_id", "display_location", "mailer_location"));
        files.put(
                "coupon redemptions",
                List.of("household_id", "coupon_upc", "campaign_id", "redemption_date"));
        files.put("coupons", List.of("coupon_upc", "product_id", "campaign_id"));
        files.put("campaigns", List.of("campaign_id", "campaign_type", "start_date", "end_date"));
        files.put("households in campaigns", List.of("campaign_id", "household_id"));
        return files;
    }
}
