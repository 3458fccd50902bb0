package shopkeeper.domain.recommendation;

/** Where a candidate for a slate comes from. */
public enum Source {
    BOUGHT_BEFORE,
    BOUGHT_TOGETHER,
    ITEM_NEIGHBOURS,
    /** TIFU-KNN: what people with alike baskets buy next. */
    BASKET_NEIGHBOURS,
    /** UP-CF: what people who share products buy. */
    USER_NEIGHBOURS,
    SESSION_NEIGHBOURS,
    TRENDING,
    SEASONAL,
    POPULAR,
    /** EASE: one weight for each pair of products. */
    MATRIX,
    /** ALS: people and products as points in one space. */
    FACTORS,
    /** BM25 over name, description, category and brand. */
    TEXT
}
