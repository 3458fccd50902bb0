package shopkeeper.files.shopdata;

import shopkeeper.files.shopdata.ImportResult.Tried;

/** Looks at a source without taking anything in. */
final class Look {
    private Look() {}

    static ImportResult at(ShopSource source, Progress progress) {
        return switch (source.survey(progress)) {
            case Survey.Unusable(var code, var words, var rows, var rejected) ->
                    new ImportResult.Unusable(code, words, rows, rejected);
            case Survey.Usable(var shop) -> {
                shop.read().readAs().forEach(progress::note);
                yield tried(shop);
            }
        };
    }

    private static Tried tried(Shop shop) {
        return new Tried(
                (long) shop.stores().size() + shop.guessed().size(),
                (long) shop.products().size() + shop.sighted().size(),
                shop.people().size(),
                shop.read().receipts(),
                shop.read().rows(),
                shop.read().rejected(),
                shop.read().notTaken(),
                shop.read().firstRejects());
    }
}
