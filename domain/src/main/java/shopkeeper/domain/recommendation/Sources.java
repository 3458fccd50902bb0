package shopkeeper.domain.recommendation;

import java.util.EnumSet;
import java.util.Set;

/** What the sources look at. */
final class Sources {
    private static final Set<Source> OF_ANYBODY =
            EnumSet.of(Source.TRENDING, Source.SEASONAL, Source.POPULAR);
    private static final Set<Source> OF_WHAT_IS_BOUGHT_TOGETHER =
            EnumSet.of(Source.BOUGHT_TOGETHER, Source.ITEM_NEIGHBOURS, Source.MATRIX);

    private Sources() {}

    /** Whether it says the same to everybody. */
    static boolean isOfAnybody(Source source) {
        return OF_ANYBODY.contains(source);
    }

    /**
     * Whether it knows what goes with other products. What is looked at in one visit is compared as
     * often as it is put together.
     */
    static boolean isOfWhatIsBoughtTogether(Source source) {
        return OF_WHAT_IS_BOUGHT_TOGETHER.contains(source);
    }
}
