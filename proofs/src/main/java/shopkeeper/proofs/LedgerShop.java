package shopkeeper.proofs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** A shop that is set up for the ledger client, and the client's settings for it. */
record LedgerShop(ShopProcess shop, Path folder) {
    static final String STORE = "0042";
    static final String DAY = "2026-03-29";

    void openStore() throws IOException {
        var opened =
                shop.send(
                        "PUT",
                        "/v1/stores/" + STORE,
                        shop.key("admin"),
                        """
                        {"name":"Ledger Street","zone":"Europe/London","currency":"GBP","country":"GB"}\
                        """);
        if (opened.statusCode() != 200) {
            throw new IllegalStateException("no store: " + opened.body());
        }
    }

    Path book() {
        return folder.resolve("book");
    }

    /**
     * @param late so many other messages lie between a message and its late duplicate
     * @param customers of each web shop
     */
    Properties settings(long seed, int late, int customers) {
        var settings = new Properties();
        settings.setProperty("seed", Long.toString(seed));
        settings.setProperty("book", book().toString());
        settings.setProperty("http", shop.http().toString());
        settings.setProperty("port.amqp", Integer.toString(shop.amqpPort()));
        settings.setProperty("port.mqtt", Integer.toString(shop.mqttPort()));
        settings.setProperty("store", STORE);
        settings.setProperty("day", DAY);
        settings.setProperty("rest", "8");
        settings.setProperty("amqp", "3");
        settings.setProperty("mqtt", "1");
        settings.setProperty("customers", Integer.toString(customers));
        settings.setProperty("late", Integer.toString(late));
        settings.setProperty("contradictions", "20");
        settings.setProperty("poison", "0");
        settings.setProperty("key.web", shop.key("web"));
        for (String till : List.of("a0", "a1", "a2", "m0")) {
            settings.setProperty("key.till." + till, shop.key("till:" + STORE + ":" + till));
        }
        return settings;
    }
}
