package shopkeeper.web.behavior;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static shopkeeper.web.repetition.Repeated.Way.KEY_TAKEN;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import shopkeeper.application.access.Scope;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.behavior.TrackBehavior;
import shopkeeper.application.kernel.Quarantine;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.web.behavior.SegmentCall.CallType;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.kernel.Tally.TallyJson;
import shopkeeper.web.repetition.Repeated;
import shopkeeper.web.security.CallableBy;
import shopkeeper.web.security.Callers;
import shopkeeper.web.security.Spending;
import tools.jackson.databind.JsonNode;

/** Collects what customers do, as web shops already send it: the Segment spec. */
@RestController
@RequestMapping(path = "/v1", consumes = APPLICATION_JSON_VALUE)
@ResponseStatus(HttpStatus.ACCEPTED)
final class CollectionController {
    private static final int MOST = 1000;

    private final RecogniseCustomer customers;
    private final RecordReceipt receipts;
    private final TrackBehavior behaviors;
    private final Quarantine quarantine;
    private final InstantSource clock;

    CollectionController(
            RecogniseCustomer customers,
            RecordReceipt receipts,
            TrackBehavior behaviors,
            Quarantine quarantine,
            InstantSource clock) {
        this.customers = customers;
        this.receipts = receipts;
        this.behaviors = behaviors;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    @PostMapping("/identify")
    @CallableBy(Scope.COLLECT)
    @Repeated(KEY_TAKEN)
    TallyJson identify(@RequestBody JsonNode call) {
        return one(call, CallType.IDENTIFY);
    }

    @PostMapping("/track")
    @CallableBy(Scope.COLLECT)
    @Repeated(KEY_TAKEN)
    TallyJson track(@RequestBody JsonNode call) {
        return one(call, CallType.TRACK);
    }

    @PostMapping("/page")
    @CallableBy(Scope.COLLECT)
    @Repeated(KEY_TAKEN)
    TallyJson page(@RequestBody JsonNode call) {
        return one(call, CallType.PAGE);
    }

    @PostMapping("/screen")
    @CallableBy(Scope.COLLECT)
    @Repeated(KEY_TAKEN)
    TallyJson screen(@RequestBody JsonNode call) {
        return one(call, CallType.SCREEN);
    }

    @PostMapping("/alias")
    @CallableBy(Scope.COLLECT)
    @Repeated(KEY_TAKEN)
    TallyJson alias(@RequestBody JsonNode call) {
        return one(call, CallType.ALIAS);
    }

    @PostMapping("/batch")
    @CallableBy(Scope.COLLECT)
    @Repeated(KEY_TAKEN)
    TallyJson batch(@RequestBody JsonNode body, HttpServletRequest request) {
        var batch = body.isObject() ? body.get("batch") : null;
        if (batch == null || !batch.isArray()) {
            throw Problem.invalid("batch must be a list of calls.").asException();
        }
        if (batch.size() > MOST) {
            throw Problem.tooLarge("A batch holds at most %d calls.".formatted(MOST)).asException();
        }
        Spending.events(request, batch.size());
        var sentAt = SegmentCall.text(body, "sentAt");
        var collecting = collecting();
        for (int index = 0; index < batch.size(); index++) {
            collecting.take(index, batch.get(index), Optional.empty(), sentAt);
        }
        return collecting.done().asJson();
    }

    private TallyJson one(JsonNode call, CallType type) {
        var collecting = collecting();
        collecting.take(0, call, Optional.of(type), null);
        return collecting.done().asJson();
    }

    private Collecting collecting() {
        return new Collecting(
                customers, receipts, behaviors, quarantine, !Callers.isBrowser(), clock.instant());
    }
}
