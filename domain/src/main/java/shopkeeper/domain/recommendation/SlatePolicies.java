package shopkeeper.domain.recommendation;

import static java.util.Map.entry;

import java.util.Map;

/**
 * The policy of each occasion. At home the customer's own purchases speak loudest; on a product's
 * page, in the cart and at the till what goes with it does; a receipt shows what is new to them.
 *
 * <p>The weights were found on August and September 2011 of Online Retail alone ({@code
 * benchmarks/recommendation served}); of alike visits and of alike customers by themselves it says
 * nothing, these are set by hand.
 */
public final class SlatePolicies {
    private static final double QUARTER = 0.25;

    private static final SlatePolicy HOME =
            new SlatePolicy(Occasion.HOME, 3, forTheCustomer(), 0.1, 0.15, QUARTER, 0, 0);
    private static final SlatePolicy PRODUCT_PAGE =
            new SlatePolicy(
                    Occasion.PRODUCT_PAGE, 3, forTheProducts(), 0.2, 0.15, QUARTER, 0.2, 0.3);
    private static final SlatePolicy CART =
            new SlatePolicy(Occasion.CART, 3, forTheProducts(), 0.2, 0.2, QUARTER, 0.4, 0.1);
    private static final SlatePolicy TILL =
            new SlatePolicy(Occasion.TILL, 3, forTheProducts(), 0.2, 0.2, QUARTER, 0.4, 0);
    private static final SlatePolicy RECEIPT =
            new SlatePolicy(Occasion.RECEIPT, 3, forTheCustomer(), 0.3, 0.3, QUARTER, 0.2, 0);

    private SlatePolicies() {}

    public static SlatePolicy of(Occasion occasion) {
        return switch (occasion) {
            case HOME -> HOME;
            case PRODUCT_PAGE -> PRODUCT_PAGE;
            case CART -> CART;
            case TILL -> TILL;
            case RECEIPT -> RECEIPT;
        };
    }

    private static Map<Source, Double> forTheCustomer() {
        return Map.ofEntries(
                entry(Source.BOUGHT_BEFORE, 1.0),
                entry(Source.BOUGHT_TOGETHER, 0.2),
                entry(Source.ITEM_NEIGHBOURS, 0.2),
                entry(Source.BASKET_NEIGHBOURS, 2.5),
                entry(Source.USER_NEIGHBOURS, 0.2),
                entry(Source.SESSION_NEIGHBOURS, 0.8),
                entry(Source.TRENDING, 0.1),
                entry(Source.SEASONAL, 0.05),
                entry(Source.POPULAR, 0.2),
                entry(Source.MATRIX, 0.35),
                entry(Source.FACTORS, 0.2),
                entry(Source.TEXT, 0.35));
    }

    private static Map<Source, Double> forTheProducts() {
        return Map.ofEntries(
                entry(Source.BOUGHT_BEFORE, 0.3),
                entry(Source.BOUGHT_TOGETHER, 1.0),
                entry(Source.ITEM_NEIGHBOURS, 0.1),
                entry(Source.BASKET_NEIGHBOURS, 1.2),
                entry(Source.USER_NEIGHBOURS, 0.1),
                entry(Source.SESSION_NEIGHBOURS, 0.6),
                entry(Source.TRENDING, 0.1),
                entry(Source.SEASONAL, 0.05),
                entry(Source.POPULAR, 0.05),
                entry(Source.MATRIX, 0.1),
                entry(Source.FACTORS, 0.1),
                entry(Source.TEXT, 0.25));
    }
}
