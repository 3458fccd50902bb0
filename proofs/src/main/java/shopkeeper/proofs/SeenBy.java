package shopkeeper.proofs;

import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.persistence.feed.Projection;
import shopkeeper.persistence.feed.ViewRows;

/** A view that only keeps what it was shown, as often as it was shown it. */
record SeenBy(String name) implements Projection {
    /** Has no key on purpose: what is shown twice must stand there twice. */
    static final String TABLE =
            "create table proof_seen (reader text not null, position bigint not null)";

    @Override
    public void apply(Logged<? extends Fact> logged, ViewRows rows) {
        rows.sql()
                .execute(
                        "insert into proof_seen (reader, position) values (?, ?)",
                        name,
                        logged.position().value());
    }
}
