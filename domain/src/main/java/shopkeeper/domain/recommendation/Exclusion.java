package shopkeeper.domain.recommendation;

/** Why a product may not be in a slate, in the order in which it is asked. */
public enum Exclusion {
    /** The catalog does not know it, or it was taken out of the assortment. */
    NOT_SOLD,
    /** Its successor stands in for it. */
    REPLACED,
    /** It is on the page or in the cart. */
    ALREADY_HERE,
    OUT_OF_STOCK,
    /** Nobody confirmed that the customer is old enough. */
    AGE_LIMIT,
    HIDDEN,
    NOT_HELPFUL,
    BOUGHT_ALREADY,
    /** The placement's own filter leaves it out. */
    FILTERED
}
