package shopkeeper.files.shopdata;

import java.nio.file.Files;
import java.util.Optional;

/** Goes on where an interrupted import of the same file was, else begins anew. */
record ResumableImport(ShopPorts ports, MarkFolder marks) implements ImportShop {
    @Override
    public ImportResult importFrom(ShopSource source, Progress progress) {
        var digest = source.origin().filter(_ -> isThere(source)).map(Origin::digest);
        return switch (source.survey(progress)) {
            case Survey.Unusable(var code, var words, var rows, var rejected) ->
                    new ImportResult.Unusable(code, words, rows, rejected);
            case Survey.Usable(var shop) -> {
                shop.read().readAs().forEach(progress::note);
                var mark = mark(source, digest, progress);
                var result =
                        new ShopImport(ports, shop, mark).send(digest.map(_ -> marks), progress);
                digest.ifPresent(_ -> marks.remove(mark));
                yield result;
            }
        };
    }

    private static boolean isThere(ShopSource source) {
        return source.origin().filter(origin -> Files.isRegularFile(origin.file())).isPresent();
    }

    private Mark mark(ShopSource source, Optional<String> digest, Progress progress) {
        var file = source.origin().map(origin -> origin.file().toString()).orElse("");
        digest.ifPresent(now -> forgetOthers(file, now, progress));
        long end = ports.end().get().value();
        // Beyond the end of the log stands a mark of another log.
        var kept = digest.flatMap(marks::find).filter(mark -> mark.position() <= end);
        kept.ifPresent(mark ->
                progress.note(
                        "the import that was interrupted goes on after %,d steps (begun %s)"
                                .formatted(mark.steps(), mark.began())));
        return kept.orElseGet(() -> {
            var start = Mark.start(digest.orElse(""), file, ports.clock().instant(), end);
            digest.ifPresent(_ -> marks.keep(start));
            return start;
        });
    }

    private void forgetOthers(String file, String digest, Progress progress) {
        for (Mark other : marks.others(file, digest)) {
            progress.note(
                    "the file changed, or is read otherwise, since its import was interrupted (begun %s): it begins anew, and what is known is not taken in twice"
                            .formatted(other.began()));
            marks.remove(other);
        }
    }
}
