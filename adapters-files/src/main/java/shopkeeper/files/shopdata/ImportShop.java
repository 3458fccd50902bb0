package shopkeeper.files.shopdata;

/**
 * Takes in a whole shop; doing it again changes nothing, and an import that was interrupted goes on
 * where it was.
 */
public interface ImportShop {
    /**
     * Returns when the last receipt is in the log; readers have seen it once they have reached the
     * position of the result.
     *
     * @throws RuntimeException when the log cannot be reached: run it again, what is known is not
     *     taken in twice
     */
    ImportResult importFrom(ShopSource source, Progress progress);
}
