package shopkeeper.acceptance;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import shopkeeper.acceptance.drivers.Address;
import shopkeeper.acceptance.drivers.Desk;
import shopkeeper.acceptance.drivers.NotHere;
import shopkeeper.acceptance.drivers.Seen;
import shopkeeper.acceptance.drivers.ShopClock;
import shopkeeper.acceptance.drivers.Way;
import shopkeeper.bootstrap.Platform;
import shopkeeper.domain.kernel.StoreId;

/** The platform under test: our own for one run, or one that is running elsewhere. */
public interface Shop extends AutoCloseable {
    /** Everything embedded, on free ports and in that folder. */
    static Shop open(Path data) {
        return new EmbeddedShop(data);
    }

    /** The ways in which it may be reached. */
    List<Way> ways();

    /**
     * The platform itself, whose ports can be called.
     *
     * @throws NotHere where it runs elsewhere
     */
    Platform platform();

    ShopClock clock();

    /**
     * @throws NotHere where it cannot be reached this way
     */
    URI http();

    /**
     * @throws NotHere where it cannot be reached this way
     */
    Address amqp();

    /**
     * @throws NotHere where it cannot be reached this way
     */
    Address mqtt();

    /**
     * The key of a client such as web or till:0042:07.
     *
     * @throws NotHere where it is not known
     */
    String key(String client);

    /** Over HTTP the shop prepares and looks things up over HTTP too. */
    Desk desk(Way way, StoreId store, Seen seen);

    @Override
    void close();
}
