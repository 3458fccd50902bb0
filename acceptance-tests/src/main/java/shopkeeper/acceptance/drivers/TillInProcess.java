package shopkeeper.acceptance.drivers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.Map;
import shopkeeper.application.behavior.CountRepeats;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.bootstrap.Platform;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.messaging.behavior.PosTransactionListener;
import shopkeeper.messaging.kernel.AnswerWriter;
import shopkeeper.messaging.kernel.CloudEventReader;
import shopkeeper.messaging.kernel.Heard;
import shopkeeper.messaging.kernel.Till;
import tools.jackson.databind.JsonNode;

/** A till's transactions without a broker in between: the listener itself, as it is wired. */
public final class TillInProcess extends TillDriver {
    private final PosTransactionListener listener;
    private final InstantSource clock;

    public TillInProcess(
            Platform platform, StoreId store, InstantSource clock, Seen seen, ChannelDriver web) {
        super(store, clock, seen, web);
        this.clock = clock;
        this.listener =
                new PosTransactionListener(
                        platform.port(RecordReceipt.class),
                        platform.port(CountRepeats.class),
                        platform.port(RecogniseCustomer.class),
                        platform.port(BrowseCatalog.class));
    }

    @Override
    public Way way() {
        return Way.IN_PROCESS;
    }

    @Override
    public void close() {}

    @Override
    JsonNode carry(String address, String id, String event) {
        var read = CloudEventReader.read(CONTENT_TYPE, Map.of(), event.getBytes(UTF_8));
        var now = clock.instant();
        var answer = listener.hear(new Heard(read, Till.of(read.source()), now, 0));
        return JSON.readTree(AnswerWriter.write(answer, id, now));
    }
}
