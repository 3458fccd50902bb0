package shopkeeper.application.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.MILK;
import static shopkeeper.application.Told.SUGGESTIONS;
import static shopkeeper.application.Told.TEA;
import static shopkeeper.application.Told.card;
import static shopkeeper.application.Told.device;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.application.decision.HonourDecision.Honoured.Again;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Placement.Recommendations;
import shopkeeper.domain.decision.Question.Who;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Via;

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

    private String decide(Optional<String> locale) {
        return told.shop
                .decide
                .decide(
                        new Question(
                                new DecisionId("d-1"),
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
        var honoured =
                told.shop.honourDecision.honour(new DecisionId("d-1"), told.now().received());
        return honoured instanceof Again(var decision) ? decision.body() : "refused";
    }
}
