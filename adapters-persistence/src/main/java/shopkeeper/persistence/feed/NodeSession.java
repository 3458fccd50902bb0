package shopkeeper.persistence.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.persistence.schema.Database;

/**
 * The node's own connection: it hears of appends, beats, and by being there shows that the node
 * lives. When it is lost the head is asked for instead, until there is another one.
 */
final class NodeSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeSession.class);

    /**
     * A claim waits for the disk: an epoch that a crash of the database took back would be given
     * away a second time, and two nodes would hold the same.
     */
    private static final String OPTIONS = "-c statement_timeout=2000 -c lock_timeout=500";

    private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int LISTEN_MILLIS = 100;
    private static final long PAUSE_MILLIS = 200;

    private final Database database;
    private final Claims claims;
    private final HeadWatch watch;
    private final Runnable eachBeat;
    private final Thread thread;
    private @Nullable Connection connection;
    private long beaten;

    /**
     * @param eachBeat called about once a second, whether the database is there or not
     */
    NodeSession(Database database, Claims claims, HeadWatch watch, Runnable eachBeat) {
        this.database = database;
        this.claims = claims;
        this.watch = watch;
        this.eachBeat = eachBeat;
        this.beaten = System.nanoTime() - BEAT_NANOS;
        this.thread = Thread.ofVirtual().name("feed-node").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!watch.isClosed()) {
                try {
                    turn();
                } catch (SQLException | RuntimeException e) {
                    LOG.debug("The node's own connection was lost", e);
                    disconnect();
                    beatInside();
                    watch.pause(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watch.isTold(false);
        }
    }

    private void turn() throws SQLException {
        Connection open = connection();
        if (System.nanoTime() - beaten >= BEAT_NANOS) {
            claims.beat(sql(open));
            beatInside();
            beaten = System.nanoTime();
        }
        PGNotification[] heard = open.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
        if (heard != null) {
            // Of two nodes that append one after the other, the later may be heard first.
            for (PGNotification one : heard) {
                watch.advance(Long.parseLong(one.getParameter()));
            }
        }
    }

    private void beatInside() {
        try {
            eachBeat.run();
        } catch (RuntimeException e) {
            LOG.error("What is looked at with each beat failed: report this", e);
        }
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = database.connect(claims.node().session(), OPTIONS);
            connection = open;
            try (Statement listen = open.createStatement()) {
                listen.execute("listen log_head");
            }
            watch.isTold(true);
            watch.connectedAnew();
        }
        return open;
    }

    private DSLContext sql(Connection open) {
        return database.on(open);
    }

    private void disconnect() {
        watch.isTold(false);
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("A lost connection could not be closed", e);
        } finally {
            connection = null;
        }
    }

    /** After the watch is closed and everybody has stopped: gives all work away. */
    @Override
    public void close() {
        try {
            thread.join();
            if (connection != null) {
                claims.leave(sql(connection));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("The node could not say that it goes: others will miss it", e);
        } finally {
            disconnect();
        }
    }
}
