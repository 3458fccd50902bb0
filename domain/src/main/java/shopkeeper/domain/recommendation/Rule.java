package shopkeeper.domain.recommendation;

/** What a slate's own rules say for a product, or against it; the name is the reason's code. */
public enum Rule {
    PINNED,
    BOOSTED,
    /** It is sold in place of what would have been here. */
    REPLACES,
    /** The same need, the next price. */
    UP_SELL,
    /** Another need that goes with what is in the cart. */
    CROSS_SELL,
    MATCHES_QUERY,
    FITS_PAGE,
    LIKED,
    /** Shown again and again and never clicked: the only one that counts against it. */
    TIRED,
    FALLBACK_POPULAR,
    FALLBACK_ASSORTMENT
}
