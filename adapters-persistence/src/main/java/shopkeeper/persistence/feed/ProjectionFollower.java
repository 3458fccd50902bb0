package shopkeeper.persistence.feed;

import java.util.List;
import org.jooq.DSLContext;
import shopkeeper.persistence.eventlog.LogEntry;

/** Keeps a view up to date while it is this node's work; otherwise it looks how far others are. */
final class ProjectionFollower extends ClaimedFollower {
    private static final long REST_MILLIS = 5;
    private static final long LOOK_MILLIS = 20;

    private final Projection projection;
    private final Progress progress;
    private final ViewIntake intake;

    /** How far the view is known to be while another node does the work. */
    private long looked;

    ProjectionFollower(Projection projection, Surroundings around, Progress progress) {
        super(projection.name(), around);
        this.projection = projection;
        this.progress = progress;
        this.intake =
                new ViewIntake(
                        projection,
                        around.log(),
                        around.parking(),
                        around.sql(),
                        new ViewIntake.Row() {
                            @Override
                            public Standing lock(DSLContext tx) {
                                return ProjectionFollower.this.lock(tx);
                            }

                            @Override
                            public void store(DSLContext tx, long position) {
                                storePosition(tx, position);
                            }
                        });
    }

    @Override
    long begin() {
        intake.begin(claimedPosition());
        return intake.stored();
    }

    @Override
    long restMillis() {
        return REST_MILLIS;
    }

    @Override
    void seen(long position) {
        progress.report(name(), position);
    }

    /** Facts that do not concern the view move it on only now and then. */
    @Override
    long follow(long seen, List<LogEntry> entries) {
        long last = entries.getLast().position().value();
        boolean concerned = entries.stream().anyMatch(intake::concerns);
        return concerned || last - intake.stored() >= Chunks.SIZE
                ? intake.take(entries, last)
                : last;
    }

    /**
     * What another node has done with the view counts here too, and what does not concern the view
     * needs nobody.
     */
    @Override
    void standBy() throws InterruptedException {
        looked = unconcerned(looked == 0 ? position() : looked);
        if (looked < around.watch().head()) {
            long before = looked;
            looked = unconcerned(Math.max(looked, position()));
            if (looked == before) {
                around.watch().pause(LOOK_MILLIS);
            }
        }
        seen(looked);
        around.watch().awaitBeyond(looked, () -> isMine() || hasOtherWork());
    }

    @Override
    void lost(ClaimLost how) {
        looked = intake.stored();
        super.lost(how);
    }

    /** Where the view is at least, given that it is here. */
    private long unconcerned(long position) {
        long at = position;
        List<LogEntry> entries = around.chunks().after(at);
        while (!entries.isEmpty()) {
            for (LogEntry entry : entries) {
                if (intake.concerns(entry)) {
                    return at;
                }
                at = entry.position().value();
            }
            entries = around.chunks().after(at);
        }
        return at;
    }

    @Override
    void takeAgain(String follower, LogEntry entry) {
        around.sql()
                .transaction(transaction -> {
                    DSLContext tx = transaction.dsl();
                    lockOnAnyNode(tx);
                    mustBeReleased(tx, entry.position());
                    ViewRows.change(tx, rows -> projection.apply(legible(entry).logged(), rows));
                });
    }
}
