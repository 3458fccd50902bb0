package shopkeeper.messaging.decision;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.application.decision.Decide;
import shopkeeper.application.decision.HonourDecision;
import shopkeeper.application.decision.HonourDecision.Honoured.Again;
import shopkeeper.application.decision.HonourDecision.Honoured.Refused;
import shopkeeper.application.decision.JournaledDecision;
import shopkeeper.application.decision.TakeFeedback;
import shopkeeper.application.decision.WhatCameBack.Told;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.domain.decision.DecisionRefusal;
import shopkeeper.domain.decision.DecisionRefusal.DecisionExpired;
import shopkeeper.domain.decision.DecisionRefusal.DecisionUnknown;
import shopkeeper.domain.decision.Question.Who;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.messaging.kernel.Answer;
import shopkeeper.messaging.kernel.Answer.Reply;
import shopkeeper.messaging.kernel.Heard;
import shopkeeper.messaging.kernel.Listener;
import shopkeeper.messaging.kernel.MalformedMessage;
import shopkeeper.messaging.kernel.RandomIds;
import shopkeeper.messaging.kernel.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * Answers a till within its budget; a late answer helps nobody, so that the till hears "degraded"
 * instead and the sale goes on.
 */
public final class PosOffersListener implements Listener {
    private static final Logger LOG = LoggerFactory.getLogger(PosOffersListener.class);
    private static final String REQUESTED = "retail.pos.offers.requested.v1";
    private static final String DECIDED = "retail.pos.offers.decided.v1";
    private static final String DEGRADED = "degraded";

    /** So that the answer is there within the budget, not only on its way. */
    private static final Duration WAY_BACK = Duration.ofMillis(10);

    private final Decide decisions;
    private final HonourDecision honoured;
    private final PosFeedback feedback;
    private final LogProgress progress;
    private final ExecutorService threads;

    /**
     * @param threads where a decision may take longer than the till waits for it
     */
    public PosOffersListener(
            Decide decisions,
            HonourDecision honoured,
            TakeFeedback feedback,
            LogProgress progress,
            ExecutorService threads) {
        this.decisions = decisions;
        this.honoured = honoured;
        this.feedback = new PosFeedback(feedback);
        this.progress = progress;
        this.threads = threads;
    }

    @Override
    public Answer hear(Heard heard) {
        if (heard.event().type().equals(PosFeedback.GIVEN)) {
            return feedback.take(heard);
        }
        if (!heard.event().type().equals(REQUESTED)) {
            throw new MalformedMessage(
                    "unknown-type", "Messages of this type are not taken at this address.");
        }
        var question = PosQuestion.read(heard);
        long deadline = heard.arrivedNanos() + PosQuestion.budget(heard).minus(WAY_BACK).toNanos();
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            return degraded(heard, "budget-exceeded");
        }
        var answer = threads.submit(() -> answer(question, heard, deadline));
        try {
            return answer.get(left, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return degraded(heard, "budget-exceeded");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return degraded(heard, "stopping");
        } catch (ExecutionException e) {
            LOG.warn("no decision for {}", heard.event(), e.getCause());
            return degraded(heard, "failed");
        }
    }

    private Reply answer(PosQuestion question, Heard heard, long deadline) {
        if (question.minPosition().isPresent()) {
            var patience = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            if (!progress.await(question.minPosition().get(), patience)) {
                return degraded(heard, "position-not-reached");
            }
        }
        if (question.again().isPresent()) {
            return again(question.again().get(), heard);
        }
        var id = new DecisionId(RandomIds.next("dec_"));
        var decision = decisions.decide(question.asQuestion(id, heard));
        return decided(status(question, decision), decision, heard);
    }

    private Reply again(DecisionId id, Heard heard) {
        return switch (honoured.honour(id, heard.received())) {
            case Again(var decision) -> decided("ok", decision, heard);
            case Refused(var refusal, var back) -> refused(refusal, back, heard);
        };
    }

    private static Reply refused(DecisionRefusal refusal, List<Told> back, Heard heard) {
        var status =
                switch (refusal) {
                    case DecisionExpired _ -> "expired";
                    case DecisionUnknown _ -> "not-found";
                };
        var data = data(status, heard).put("code", refusal.code());
        data.put("words", refusal.words());
        if (!back.isEmpty()) {
            var cameBack = data.putArray("cameBack");
            for (Told one : back) {
                var told = cameBack.addObject();
                one.tree().forEach(told::put);
            }
        }
        return reply(data);
    }

    private static Reply degraded(Heard heard, String code) {
        return reply(data(DEGRADED, heard).put("code", code));
    }

    /** The body goes out as it is journaled, to the last character. */
    private static Reply decided(String status, JournaledDecision decision, Heard heard) {
        var data = data(status, heard).put("decisionId", decision.id().value());
        data.putRawValue("decision", new RawValue(decision.body()));
        return reply(data);
    }

    private static String status(PosQuestion question, JournaledDecision decision) {
        if (question.who() instanceof Who.Pointed && decision.customer().isEmpty()) {
            return "unknown-customer";
        }
        return isDeclined(decision) ? "declined" : "ok";
    }

    /** The customer was asked and did not allow what the answer would have used. */
    private static boolean isDeclined(JournaledDecision decision) {
        JsonNode permissions =
                StrictJson.trusted(decision.body()).path("evidence").path("permissions");
        return permissions.values().stream()
                .anyMatch(asked -> !asked.path("allowed").asBoolean(true));
    }

    private static ObjectNode data(String status, Heard heard) {
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - heard.arrivedNanos());
        var data = StrictJson.object().put("status", status).put("tookMs", took);
        basket(heard).ifPresent(basket -> data.put("basketId", basket));
        return data;
    }

    private static Optional<String> basket(Heard heard) {
        return heard.event().fields().text("basketId");
    }

    private static Reply reply(ObjectNode data) {
        return new Reply(DECIDED, RandomIds.next("ans_"), data);
    }
}
