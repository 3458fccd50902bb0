package shopkeeper.files.shopdata;

/** Somebody who watches a long import. */
@FunctionalInterface
public interface Progress {
    /** Nobody watches. */
    Progress UNSEEN = (_, _, _) -> {};

    /**
     * Called often, from one thread.
     *
     * @param rowsTotal 0 where it is not known yet
     * @param phase what is being done: checking, products, customers, receipts
     */
    void at(long rowsDone, long rowsTotal, String phase);

    /** Something worth knowing before it goes on; one line. */
    default void note(String line) {}
}
