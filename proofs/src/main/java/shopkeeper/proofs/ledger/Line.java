package shopkeeper.proofs.ledger;

/** One way to the shop. */
interface Line extends AutoCloseable {
    /**
     * @throws Exception when nobody knows what became of it; the same may be sent again
     */
    Answer send(Write write) throws Exception;

    @Override
    void close();
}
