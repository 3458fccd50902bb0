package shopkeeper.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import shopkeeper.application.decision.Decide;
import shopkeeper.application.decision.HonourDecision;
import shopkeeper.application.decision.JournaledDecision;
import shopkeeper.application.fakes.InMemoryKeys;
import shopkeeper.application.fakes.InMemoryLog;
import shopkeeper.application.fakes.InMemoryShop;
import shopkeeper.application.kernel.Quarantine.Kept;
import shopkeeper.domain.decision.DecisionRefusal;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.kernel.CustomerId;

/** The application in memory behind the stores; only how it decides is up to the test. */
public final class Shop {
    /** How the shop decides; a test may make it slow. */
    public volatile Function<Question, JournaledDecision> deciding = Shop::decision;

    private final InMemoryShop shop = new InMemoryShop(Duration.ofMinutes(30));
    public final InMemoryLog log = shop.log;
    public final InMemoryKeys keys = shop.keys;
    private final Map<String, JournaledDecision> journal = new ConcurrentHashMap<>();

    public StorePorts ports() {
        return new StorePorts(
                shop.recordReceipt,
                shop.receipts,
                shop.recordConsent,
                shop.recogniseCustomer,
                shop.findCustomer,
                shop.browseCatalog,
                decide(),
                honour(),
                shop.takeFeedback,
                shop.log,
                shop.quarantine);
    }

    /** What was put aside, the latest first. */
    public List<Kept> kept() {
        return shop.quarantine.list(Integer.MAX_VALUE);
    }

    private Decide decide() {
        return question -> {
            var decision = deciding.apply(question);
            journal.put(decision.id().value(), decision);
            return decision;
        };
    }

    private HonourDecision honour() {
        return (id, now) -> {
            var decision = journal.get(id.value());
            if (decision == null) {
                return new HonourDecision.Honoured.Refused(new DecisionRefusal.DecisionUnknown(id));
            }
            return now.isBefore(decision.expiresAt())
                    ? new HonourDecision.Honoured.Again(decision)
                    : new HonourDecision.Honoured.Refused(
                            new DecisionRefusal.DecisionExpired(id, decision.expiresAt()));
        };
    }

    /** With the odd blanks and orders that a journal may hold: they must come out as they are. */
    static JournaledDecision decision(Question question) {
        var at = question.at().received();
        return new JournaledDecision(
                question.id(),
                Optional.of(new CustomerId("c-1")),
                Mode.PERSONAL,
                at,
                at.plus(Duration.ofMinutes(30)),
                "{\"z\":1.50, \"a\" : [ ],\"decisionId\":\"" + question.id() + "\"}");
    }
}
