package shopkeeper.application.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static shopkeeper.application.Told.MILK;
import static shopkeeper.application.Told.SUGGESTIONS;
import static shopkeeper.application.Told.TEA;
import static shopkeeper.application.Told.card;
import static shopkeeper.application.Told.device;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.application.decision.HonourDecision.Honoured;
import shopkeeper.application.decision.HonourDecision.Honoured.Again;
import shopkeeper.application.decision.HonourDecision.Honoured.Refused;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.decision.DecisionRefusal.DecisionExpired;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Placement.Recommendations;
import shopkeeper.domain.decision.Question.Who;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.recommendation.Language;

class WhatCameBackTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Told told = new Told().sells(TEA, MILK);
    private final CustomerId ann = told.met(card("4001"));

    @Test
    void the_body_stays_to_the_last_character_and_what_came_back_stands_at_its_end() {
        told.grants(ann, SUGGESTIONS);
        var given = decide(Optional.empty());
        told.later(MINUTE).buys("r-1", Optional.of(ann), TEA);
        told.later(MINUTE).returns("b-1", Optional.of("r-1"), TEA);

        var again = again();

        assertThat(again)
                .startsWith(given.substring(0, given.length() - 1))
                .endsWith(
                        ",\"cameBack\":[{\"product\":\"tea\",\"code\":\"RETURNED\","
                                + "\"text\":\"returned\",\"at\":\"2026-11-20T12:02:00Z\"}]}");
    }

    @Test
    void of_a_decision_that_has_expired_it_is_told_beside_the_refusal() {
        told.grants(ann, SUGGESTIONS);
        decide(Optional.empty());
        told.later(MINUTE).buys("r-1", Optional.of(ann), TEA);
        told.later(Duration.ofDays(3)).returns("b-1", Optional.of("r-1"), TEA);

        assertThat(refused().refusal()).isInstanceOf(DecisionExpired.class);
        assertThat(refused().cameBack())
                .extracting(WhatCameBack.Told::text)
                .containsExactly("returned");

        told.later(MINUTE).withdraws(ann, SUGGESTIONS);
        assertThat(refused().refusal()).isInstanceOf(DecisionExpired.class);
        assertThat(refused().cameBack()).isEmpty();
    }

    @Test
    void it_is_said_in_the_language_of_the_decision() {
        told.grants(ann, SUGGESTIONS);
        decide(Optional.of("de-CH"));
        told.later(MINUTE).buys("r-1", Optional.of(ann), TEA);
        told.later(MINUTE).returns("b-1", Optional.of("r-1"), TEA);

        assertThat(again()).contains("\"text\":\"zurückgegeben\"");
    }

    @Test
    void what_a_visitor_brought_back_who_turned_out_to_be_the_customer_counts() {
        told.grants(ann, SUGGESTIONS);
        decide(Optional.empty());
        var visitor = told.met(device("phone"));
        told.later(MINUTE).buys("r-1", Optional.of(visitor), TEA);
        told.later(MINUTE).returns("b-1", Optional.of("r-1"), TEA);
        told.met(device("phone"), card("4001"));

        assertThat(again()).contains("\"code\":\"RETURNED\"");
    }

    @Test
    void where_nothing_came_back_or_it_is_not_allowed_the_answer_is_the_one_that_was_given() {
        told.grants(ann, SUGGESTIONS);
        var given = decide(Optional.empty());
        told.later(MINUTE).buys("r-1", Optional.of(ann), TEA);

        assertThat(again()).isEqualTo(given);

        told.later(MINUTE).returns("b-1", Optional.of("r-1"), TEA);
        told.later(MINUTE).withdraws(ann, SUGGESTIONS);

        assertThat(again()).isEqualTo(given);
    }

    @Test
    void what_somebody_unnamed_brings_back_without_a_receipt_is_nobodys() {
        told.grants(ann, SUGGESTIONS);
        var given = decide(Optional.empty());
        told.later(MINUTE).buys("r-1", Optional.of(ann), TEA);
        told.later(MINUTE).returns("b-1", Optional.empty(), TEA);

        assertThat(again()).isEqualTo(given);
    }

    @Test
    void an_unnamed_return_reaches_only_whoever_bought_on_that_receipt() {
        told.grants(ann, SUGGESTIONS);
        var given = decide(Optional.empty());
        var friend = told.met(card("4002"));
        told.later(MINUTE).buys("r-1", Optional.of(ann), TEA);
        told.later(MINUTE).buys("r-2", Optional.of(friend), TEA);
        told.later(MINUTE).returns("b-1", Optional.of("r-2"), TEA);
        // The sale says whose it was: hers is still with her.
        assertThat(again()).isEqualTo(given);

        told.later(MINUTE).returns("b-2", Optional.of("r-1"), TEA);
        assertThat(again()).contains("\"code\":\"RETURNED\"");
    }

    @Test
    void receipts_of_whoever_brought_nothing_back_are_not_even_read() {
        told.grants(ann, SUGGESTIONS);
        decide(Optional.empty());
        told.buys("r-1", Optional.of(ann), TEA);
        var door =
                DecisionModule.whatCameBack(
                        told.shop.journal,
                        _ -> Optional.empty(),
                        _ -> {
                            throw new AssertionError("nobody may read her receipts");
                        },
                        told.shop.askPermission,
                        told.shop.directory);

        var found = told.shop.journal.find(new DecisionId("d-1")).orElseThrow();

        assertThat(door.with(found, told.now().received())).isEqualTo(found);
    }

    @Test
    void what_came_back_is_found_however_much_is_decided_after_it() {
        told.grants(ann, SUGGESTIONS);
        decide("d-before", Optional.empty());
        told.later(MINUTE).buys("r-1", Optional.of(ann), TEA);
        told.later(MINUTE).returns("b-1", Optional.of("r-1"), TEA);
        for (int call = 0; call < 12; call++) {
            told.later(MINUTE);
            decide("d-after-" + call, Optional.empty());
        }

        assertThat(told.shop.whatCameBack.of(ann, told.now().received()).ofLatest(10))
                .singleElement()
                .satisfies(back -> {
                    assertThat(back.decision().id()).isEqualTo(new DecisionId("d-before"));
                    assertThat(back.back().product()).isEqualTo(TEA);
                    assertThat(back.text()).isEqualTo("returned");
                });
    }

    @Test
    void of_several_decisions_the_latest_before_the_return_come_first_and_no_more_than_asked() {
        told.grants(ann, SUGGESTIONS);
        decide("d-1", Optional.of("de"));
        told.later(MINUTE);
        decide("d-2", Optional.empty());
        told.later(MINUTE);
        decide("d-3", Optional.of("de"));
        told.later(MINUTE).buys("r-1", Optional.of(ann), TEA);
        told.later(MINUTE).returns("b-1", Optional.of("r-1"), TEA);
        var back = told.shop.whatCameBack.of(ann, told.now().received());

        assertThat(back.ofLatest(2))
                .extracting(one -> one.decision().id().value(), one -> one.language())
                .containsExactly(tuple("d-3", Language.GERMAN), tuple("d-2", Language.ENGLISH));
        told.later(MINUTE).withdraws(ann, SUGGESTIONS);
        assertThat(told.shop.whatCameBack.of(ann, told.now().received()).ofLatest(2)).isEmpty();
    }

    @Test
    void receipts_are_read_once_for_all_decisions_of_a_person() {
        told.grants(ann, SUGGESTIONS);
        for (int one = 0; one < 3; one++) {
            decide("d-" + one, Optional.empty());
        }
        told.later(MINUTE).buys("r-1", Optional.of(ann), TEA);
        told.later(MINUTE).returns("b-1", Optional.of("r-1"), TEA);
        var facts =
                Stream.<BehaviorEvent>concat(
                                told.shop.log.facts(PurchaseRecorded.class).stream(),
                                told.shop.log.facts(ReturnRecorded.class).stream())
                        .toList();
        var reads = new AtomicInteger();
        var back =
                DecisionModule.whatCameBack(
                                told.shop.journal,
                                _ -> Optional.of(told.now().received()),
                                _ -> {
                                    reads.incrementAndGet();
                                    return facts;
                                },
                                told.shop.askPermission,
                                told.shop.directory)
                        .of(ann, told.now().received());

        var decisions = told.shop.journal.of(ann, 10);
        assertThat(decisions).hasSize(3);
        assertThat(decisions)
                .allSatisfy(one -> assertThat(back.beside(one).body()).contains("\"cameBack\""));
        assertThat(back.ofLatest(10)).hasSize(3);
        assertThat(reads).hasValue(1);
    }

    private String decide(Optional<String> locale) {
        return decide("d-1", locale);
    }

    private String decide(String id, Optional<String> locale) {
        return told.shop
                .decide
                .decide(
                        new Question(
                                new DecisionId(id),
                                new Who.Known(ann),
                                Via.web(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of(new Recommendations("home", List.of(), 2)),
                                told.now(),
                                QuestionForm.around(Map.of(), locale)))
                .body();
    }

    private String again() {
        return honour() instanceof Again(var decision) ? decision.body() : "refused";
    }

    private Refused refused() {
        return (Refused) honour();
    }

    private Honoured honour() {
        return told.shop.honourDecision.honour(new DecisionId("d-1"), told.now().received());
    }
}
