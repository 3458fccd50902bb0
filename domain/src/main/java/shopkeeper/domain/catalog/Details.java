package shopkeeper.domain.catalog;

import java.math.BigDecimal;
import java.util.Optional;
import shopkeeper.domain.kernel.ProductId;

/**
 * What a suggestion wants to know of a product beyond its name.
 *
 * @param text what it is, in a few sentences
 * @param ageLimit who may buy it: in years, 0 where anybody may
 * @param replacedBy what is sold in its place
 * @param boughtOnce whoever has it needs no second one
 * @param margin the share of the price that stays, 0 to 1; empty where it is not known
 */
public record Details(
        Optional<String> brand,
        Optional<String> text,
        int ageLimit,
        Optional<ProductId> replacedBy,
        boolean boughtOnce,
        Optional<BigDecimal> margin) {
    public static final Details NONE =
            new Details(
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    false,
                    Optional.empty());

    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_BRAND = 200;
    private static final int OLDEST = 120;

    public Details {
        brand = brand.map(String::strip).filter(name -> !name.isEmpty());
        text = text.map(String::strip).filter(words -> !words.isEmpty());
        if (brand.isPresent() && brand.get().length() > LONGEST_BRAND) {
            throw new IllegalArgumentException("a brand has at most 200 characters");
        }
        if (text.isPresent() && text.get().length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a product's text has at most 10000 characters");
        }
        if (ageLimit < 0 || ageLimit > OLDEST) {
            throw new IllegalArgumentException("an age limit is 0 to 120 years, not " + ageLimit);
        }
        if (margin.isPresent()
                && (margin.get().signum() < 0 || margin.get().compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException(
                    "a margin is a share of the price, 0 to 1, not " + margin.get());
        }
    }
}
