package shopkeeper.acceptance.drivers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import shopkeeper.application.behavior.CountRepeats;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.decision.Decide;
import shopkeeper.application.decision.HonourDecision;
import shopkeeper.application.decision.TakeFeedback;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.bootstrap.Platform;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.messaging.behavior.PosTransactionListener;
import shopkeeper.messaging.decision.PosOffersListener;
import shopkeeper.messaging.kernel.AnswerWriter;
import shopkeeper.messaging.kernel.CloudEventReader;
import shopkeeper.messaging.kernel.Heard;
import shopkeeper.messaging.kernel.Till;
import tools.jackson.databind.JsonNode;

/** A till without a broker in between: the listeners themselves, as they are wired. */
public final class TillInProcess extends TillDriver {
    private final PosTransactionListener transactions;
    private final PosOffersListener offers;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock;

    public TillInProcess(
            Platform platform, StoreId store, InstantSource clock, Seen seen, ChannelDriver web) {
        super(store, clock, seen, web);
        this.clock = clock;
        this.transactions =
                new PosTransactionListener(
                        platform.port(RecordReceipt.class),
                        platform.port(CountRepeats.class),
                        platform.port(RecogniseCustomer.class),
                        platform.port(BrowseCatalog.class));
        this.offers =
                new PosOffersListener(
                        platform.port(Decide.class),
                        platform.port(HonourDecision.class),
                        platform.port(TakeFeedback.class),
                        platform.port(LogProgress.class),
                        threads);
    }

    @Override
    public Way way() {
        return Way.IN_PROCESS;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    @Override
    JsonNode carry(String address, String id, String event) {
        var read = CloudEventReader.read(CONTENT_TYPE, Map.of(), event.getBytes(UTF_8));
        var now = clock.instant();
        var listener = address.startsWith("pos.offers") ? offers : transactions;
        var answer = listener.hear(new Heard(read, Till.of(read.source()), now, 0));
        return JSON.readTree(AnswerWriter.write(answer, id, now));
    }
}
