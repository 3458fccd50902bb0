package shopkeeper.web.operations;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import shopkeeper.application.access.Scope;
import shopkeeper.application.kernel.ParkedFacts;
import shopkeeper.application.kernel.Quarantine;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.security.CallableBy;

/**
 * What could not be taken in: facts that a follower of the log could not use, and messages nobody
 * could use.
 */
@RestController
@RequestMapping("/v1/operations")
final class OperationsController {
    private final ParkedFacts facts;
    private final Quarantine quarantine;
    private final OperationsJsonMapper mapper;

    OperationsController(ParkedFacts facts, Quarantine quarantine, OperationsJsonMapper mapper) {
        this.facts = facts;
        this.quarantine = quarantine;
        this.mapper = mapper;
    }

    @GetMapping("/parked")
    @CallableBy(Scope.OPERATE)
    OperationsJson.ParkedFacts parked() {
        return new OperationsJson.ParkedFacts(facts.parked().stream().map(mapper::parked).toList());
    }

    @PostMapping("/parked/{follower}/redrive")
    @CallableBy(Scope.OPERATE)
    OperationsJson.Redriven redrive(@PathVariable String follower) {
        if (facts.parked().stream().noneMatch(parked -> parked.follower().equals(follower))) {
            throw Problem.notFound("Nothing is parked for a follower of this name.").asException();
        }
        var redriven = facts.redrive(follower);
        return new OperationsJson.Redriven(redriven.taken(), redriven.done());
    }

    /** Bodies may hold what customers told a till, so only those who run the platform see them. */
    @GetMapping("/quarantine")
    @CallableBy(Scope.OPERATE)
    OperationsJson.Quarantined quarantine(@RequestParam(defaultValue = "100") String limit) {
        List<Quarantine.Kept> kept = quarantine.list(Input.number("limit", limit, 1, 500));
        return new OperationsJson.Quarantined(kept.stream().map(mapper::kept).toList());
    }
}
