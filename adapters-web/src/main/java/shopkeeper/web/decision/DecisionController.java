package shopkeeper.web.decision;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static shopkeeper.web.repetition.Repeated.Way.KEY_TAKEN;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import shopkeeper.application.access.Scope;
import shopkeeper.application.decision.Decide;
import shopkeeper.application.decision.HonourDecision;
import shopkeeper.application.decision.HonourDecision.Honoured.Again;
import shopkeeper.application.decision.HonourDecision.Honoured.Refused;
import shopkeeper.application.decision.JournaledDecision;
import shopkeeper.application.decision.Replay;
import shopkeeper.application.decision.WhatCameBack.Told;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.domain.decision.DecisionRefusal;
import shopkeeper.domain.decision.DecisionRefusal.DecisionExpired;
import shopkeeper.domain.decision.DecisionRefusal.DecisionUnknown;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.kernel.ProblemException;
import shopkeeper.web.repetition.Repeated;
import shopkeeper.web.security.CallableBy;
import shopkeeper.web.security.Callers;

/** Asks the shop what to show and charge, and gives the same answer again. */
@RestController
@RequestMapping("/v1/decisions")
final class DecisionController {
    private final Decide decide;
    private final HonourDecision honour;
    private final Replay replays;
    private final DecisionIds ids;
    private final ProfileViews profiles;
    private final InstantSource clock;

    DecisionController(
            Decide decide,
            HonourDecision honour,
            Replay replays,
            DecisionIds ids,
            ProfileViews profiles,
            InstantSource clock) {
        this.decide = decide;
        this.honour = honour;
        this.replays = replays;
        this.ids = ids;
        this.profiles = profiles;
        this.clock = clock;
    }

    @PostMapping(consumes = APPLICATION_JSON_VALUE)
    @CallableBy(Scope.DECIDE)
    @Repeated(KEY_TAKEN)
    ResponseEntity<byte[]> decide(@RequestBody DecisionJson.Asked asked) {
        var question = QuestionReader.question(ids.next(), asked, clock.instant());
        if (Callers.isBrowser() && !isOfVisitor(question.who())) {
            throw notPermitted(
                    "The key of a page asks for its own visitor: name them by anonymous id.");
        }
        if (Callers.isBrowser() && question.around().age() > 0) {
            throw notPermitted("The key of a page confirms no age: let the shop's server ask.");
        }
        return asJournaled(decide.decide(question));
    }

    @GetMapping("/{id}")
    @CallableBy(Scope.RECALL)
    ResponseEntity<byte[]> again(
            @PathVariable String id, @RequestParam(required = false) @Nullable Boolean replay) {
        var decision = Input.word("id", id, DecisionId::new);
        if (replay != null && replay) {
            return replayed(decision);
        }
        return switch (honour.honour(decision, clock.instant())) {
            case Again(var found) -> again(found);
            case Refused(var refusal, var back) -> throw problem(refusal, back).asException();
        };
    }

    /** Also of what has expired: it is asked for proof, not to be honoured. */
    private ResponseEntity<byte[]> replayed(DecisionId id) {
        return replays.replay(id)
                .map(replayed ->
                        ResponseEntity.ok()
                                .contentType(APPLICATION_JSON)
                                .body(ReplayedJson.of(replayed)))
                .orElseThrow(() -> problem(new DecisionUnknown(id), List.of()).asException());
    }

    private static ProblemException notPermitted(String detail) {
        return Problem.of(403, "not-permitted", "Not permitted", detail).asException();
    }

    private static boolean isOfVisitor(Question.Who who) {
        return switch (who) {
            case Question.Who.Nobody _ -> true;
            case Question.Who.Known _ -> false;
            case Question.Who.Pointed(var identifier) ->
                    identifier.type() == IdentifierType.ANONYMOUS;
        };
    }

    /** The body stays as it was given; what was heard later is said beside it. */
    private ResponseEntity<byte[]> again(JournaledDecision decision) {
        int later =
                decision.customer()
                        .map(who -> profiles.heardLater(who, decision.decidedAt()))
                        .orElse(0);
        var same = asJournaled(decision);
        return later == 0
                ? same
                : ResponseEntity.status(same.getStatusCode())
                        .headers(same.getHeaders())
                        .header("Shopkeeper-Later-Facts", Integer.toString(later))
                        .body(same.getBody());
    }

    /** Byte for byte, in every channel. */
    private static ResponseEntity<byte[]> asJournaled(JournaledDecision decision) {
        return ResponseEntity.ok()
                .contentType(APPLICATION_JSON)
                .body(decision.body().getBytes(StandardCharsets.UTF_8));
    }

    /** What is no longer honoured still tells what came back of it. */
    private static Problem problem(DecisionRefusal refusal, List<Told> back) {
        return switch (refusal) {
            case DecisionExpired _ -> {
                var expired =
                        Problem.of(
                                410, refusal.code(), "The decision has expired", refusal.words());
                yield back.isEmpty()
                        ? expired
                        : expired.and("cameBack", back.stream().map(Told::tree).toList());
            }
            case DecisionUnknown _ -> Problem.notFound(refusal.words());
        };
    }
}
