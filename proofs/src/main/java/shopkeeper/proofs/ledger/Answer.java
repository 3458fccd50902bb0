package shopkeeper.proofs.ledger;

/**
 * What came back.
 *
 * @param words what must be the same when the same is asked again
 */
record Answer(Kind kind, String words) {
    enum Kind {
        /** It is done, and must never be lost. */
        DONE,
        /** Not now: ask again. */
        LATER,
        /** The key is known for other content. */
        CONFLICT,
        /** No, for ever: not foreseen here. */
        REFUSED
    }

    static Answer done(String words) {
        return new Answer(Kind.DONE, words);
    }
}
