package shopkeeper.files.shopdata;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import shopkeeper.application.profile.IdentifierKeys;

/** A file whose kind is found out by looking at it. */
record AnyFile(Path path, ImportOptions options, IdentifierKeys keys, Path rejects, Instant now)
        implements ShopSource {
    @Override
    public Survey survey(Progress progress) {
        try {
            return kind().survey(progress);
        } catch (UnusableFile e) {
            return new Survey.Unusable(e.code(), e.words(), 0, new TreeMap<>());
        }
    }

    @Override
    public Optional<Origin> origin() {
        return Optional.of(new Origin(path, options.toString()));
    }

    private ShopSource kind() throws UnusableFile {
        if (!options.columns().isEmpty()) {
            return MappedCsv.open(path, options, keys, rejects, now);
        }
        if (NdjsonFile.isOne(path)) {
            return new NdjsonShop(
                    new NdjsonFile(path),
                    options.source().orElse(NdjsonShop.NAME),
                    keys,
                    rejects,
                    now);
        }
        var file = CsvFile.usual(path);
        var header = file.header();
        if (header.equals(OnlineRetailLines.HEADER)) {
            return OnlineRetail.source(path, rejects, now);
        }
        return CompleteJourney.of(
                        new CsvFile(path, ',', StandardCharsets.UTF_8, false),
                        header,
                        options,
                        rejects,
                        now)
                .orElseThrow(() -> unknown(header));
    }

    private UnusableFile unknown(List<String> header) {
        return new UnusableFile(
                "wrong-columns",
                "%s is no file the shop knows (its first line is %s): name its columns, for example --columns product=SKU,time=Date,customer=Customer,price=Price"
                        .formatted(path, shortened(String.join(",", header))));
    }

    private static String shortened(String header) {
        return header.length() <= 120 ? header : header.substring(0, 120) + "…";
    }
}
