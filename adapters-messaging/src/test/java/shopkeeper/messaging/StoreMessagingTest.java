package shopkeeper.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopkeeper.application.access.Client;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.kernel.Money;

/** Real sockets, a real broker, and a till that is not ours. */
final class StoreMessagingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:42:00Z");
    private static final Shop SHOP = new Shop();

    @TempDir static Path data;
    private static MessagingAdapter adapter;
    private Till till;

    @BeforeAll
    static void open() {
        adapter =
                MessagingAdapter.embedded(
                        data, "127.0.0.1", 0, SHOP, SHOP.ports(), InstantSource.fixed(NOW));
        adapter.start();
    }

    @AfterAll
    static void close() {
        adapter.close();
    }

    @BeforeEach
    void connect() throws Exception {
        var client = Client.named("till:0042:07");
        till = new Till(adapter.port(), client.name(), SHOP.keyOf(client));
        till.open();
    }

    @AfterEach
    void hangUp() {
        till.close();
    }

    @Test
    void a_sale_is_recorded_and_told_so() throws Exception {
        var answer = till.ask("pos.transactions", Samples.sale("000001"));
        assertThat(answer.at("/type").asString()).isEqualTo("retail.pos.outcome.accepted.v1");
        assertThat(answer.at("/data/outcome").asString()).isEqualTo("accepted");
        assertThat(answer.at("/data/receipt").asString())
                .isEqualTo("0042-07-2026-11-20-000001-20261120T114102");
        var sale = purchase("000001");
        assertThat(sale.total()).isEqualTo(Money.of("37.58", "EUR"));
        assertThat(sale.at().occurred()).isEqualTo("2026-11-20T10:41:38Z");
        assertThat(sale.customer()).isPresent();
    }

    private static PurchaseRecorded purchase(String sequence) {
        return SHOP.facts(PurchaseRecorded.class).stream()
                .filter(one -> one.receipt().value().contains("-" + sequence + "-"))
                .findFirst()
                .orElseThrow();
    }
}
