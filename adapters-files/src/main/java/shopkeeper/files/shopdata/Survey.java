package shopkeeper.files.shopdata;

import java.util.SortedMap;

/** What a first look at a source tells. */
sealed interface Survey {
    record Usable(Shop shop) implements Survey {}

    /**
     * Nothing of it may be taken in.
     *
     * @param rejected lines by reason, as far as it was read
     */
    record Unusable(String code, String words, long rows, SortedMap<String, Long> rejected)
            implements Survey {}
}
