package shopkeeper.messaging.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopkeeper.application.decision.HonourDecision;
import shopkeeper.application.decision.HonourDecision.Honoured.Refused;
import shopkeeper.application.decision.JournaledDecision;
import shopkeeper.application.decision.WhatCameBack.Told;
import shopkeeper.application.fakes.InMemoryShop;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.domain.behavior.ReturnReason;
import shopkeeper.domain.decision.CameBack;
import shopkeeper.domain.decision.DecisionRefusal.DecisionExpired;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Placement;
import shopkeeper.domain.decision.Question.Who;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.domain.recommendation.Language;
import shopkeeper.messaging.Samples;
import shopkeeper.messaging.kernel.Answer.Reply;
import shopkeeper.messaging.kernel.CloudEventReader;
import shopkeeper.messaging.kernel.Heard;
import shopkeeper.messaging.kernel.MalformedMessage;
import shopkeeper.messaging.kernel.Till;
import tools.jackson.databind.node.ObjectNode;

final class PosOffersListenerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:42:00Z");
    private static final String CARD = "\"loyaltyId\":\"40000066677\",\"budgetMs\":5000";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<CustomerId> customer = Optional.of(new CustomerId("c-1"));
    private String permissions = "";
    private HonourDecision honoured = (id, now) -> new Refused(new DecisionExpired(id, now));

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void a_customer_who_was_asked_and_said_no_is_declined() {
        permissions = "{\"allowed\":true},{\"allowed\":false}";
        assertThat(status(CARD)).isEqualTo("declined");
        permissions = "{\"allowed\":true}";
        assertThat(status(CARD)).isEqualTo("ok");
    }

    @Test
    void a_card_nobody_holds_is_an_unknown_customer_and_no_card_is_nobody() {
        customer = Optional.empty();
        assertThat(status(CARD)).isEqualTo("unknown-customer");
        assertThat(status("\"budgetMs\":5000")).isEqualTo("ok");
    }

    @Test
    void a_decision_that_is_no_longer_good_is_expired() {
        var data = ask(CARD + ",\"decisionId\":\"dec_old\"");
        assertThat(data.path("status").asString()).isEqualTo("expired");
        assertThat(data.path("code").asString()).isEqualTo("decision-expired");
        assertThat(data.has("decision")).isFalse();
    }

    @Test
    void what_came_back_of_a_decision_is_told_when_it_has_expired() {
        honoured = (id, now) -> new Refused(new DecisionExpired(id, now), List.of(boots()));
        var data = ask(CARD + ",\"decisionId\":\"dec_old\"");
        assertThat(data.path("status").asString()).isEqualTo("expired");
        assertThat(data.path("cameBack").path(0).path("product").asString()).isEqualTo("boots");
        assertThat(data.path("cameBack").path(0).path("text").asString())
                .isEqualTo("returned: too small");
    }

    private Told boots() {
        var question = question(CARD).asQuestion(new DecisionId("dec_old"), heard(CARD, ""));
        var back =
                new CameBack(
                        new ProductId("boots"), true, Optional.of(ReturnReason.TOO_SMALL), NOW);
        return new Told(decide(question), back, Language.ENGLISH, "returned: too small");
    }

    @Test
    void a_till_that_told_something_is_not_answered_from_before_it() {
        assertThat(status(CARD + ",\"minPosition\":5")).isEqualTo("ok");
        assertThat(ask(CARD + ",\"minPosition\":6").path("code").asString())
                .isEqualTo("position-not-reached");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T11:41:38.120+01:00, 120",
        "2026-11-20T11:41:37+01:00, -1000",
        "2026-11-20T11:51:38+01:00, 5000"
    })
    void the_shorter_of_budget_and_expiry_counts(String expiry, long millis) {
        assertThat(PosQuestion.budget(heard(CARD, expiry))).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void what_is_expired_already_is_not_decided() {
        var reply = (Reply) listener().hear(heard(CARD, "2026-11-20T11:41:37+01:00"));
        assertThat(reply.data().path("code").asString()).isEqualTo("budget-exceeded");
    }

    @Test
    void placements_may_be_named_as_the_web_names_them() {
        var question =
                question(
                        """
                        "placements":[
                         {"id":"top","kind":"recommendation","products":["A"],"limit":2},
                         {"id":"shelf","kind":"price","products":["A","B"]},
                         {"id":"sky","kind":"skywriting"}]
                        """);
        assertThat(question.placements())
                .containsExactly(
                        new Placement.Recommendations("top", List.of(new ProductId("A")), 2),
                        new Placement.Prices(
                                "shelf", List.of(new ProductId("A"), new ProductId("B"))),
                        new Placement.Unavailable("sky", "skywriting"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|``|4",
                "``|,\"context\":{\"device\":\"tablet\"}|6",
                ",\"limit\":3|,\"context\":{\"device\":\"tablet\"}|3"
            })
    void a_placement_shows_what_it_says_or_the_device_has_room_for_or_four(
            String limit, String context, int shown) {
        var question =
                question(
                        "\"placements\":[{\"id\":\"top\",\"kind\":\"recommendation\"%s}]%s"
                                .formatted(limit, context));
        var top = (Placement.Recommendations) question.placements().getFirst();
        assertThat(top.shown(question.around().device())).isEqualTo(shown);
    }

    @Test
    void a_list_of_identifiers_names_the_customer() {
        var question =
                question(
                        "\"customer\":{\"identifiers\":[{\"type\":\"loyalty\",\"value\":\"777\"}]}");
        assertThat(question.who())
                .isEqualTo(new Who.Pointed(new Identifier(IdentifierType.LOYALTY, "777")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"minPosition\":-1|minPosition is below zero",
                "\"minPosition\":\"5\"|minPosition must be a whole number",
                "\"placements\":[{\"id\":\"a\",\"kind\":\"price\"}]|placements",
                "\"placements\":[{\"kind\":\"price\"}]|placements[0].id is missing",
                "\"customer\":{\"loyaltyId\":\"1\",\"identifiers\":[{\"type\":\"loyalty\",\"value\":\"2\"}]}|one customer",
                "\"customer\":{\"identifiers\":[{\"type\":\"shoe-size\",\"value\":\"2\"}]}|identifiers[0].type"
            })
    void what_is_wrong_is_named_by_its_place(String data, String place) {
        assertThatThrownBy(() -> question(data))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining(place);
    }

    private String status(String data) {
        return ask(data).path("status").asString();
    }

    private ObjectNode ask(String data) {
        return ((Reply) listener().hear(heard(data, ""))).data();
    }

    private PosOffersListener listener() {
        return new PosOffersListener(
                this::decide,
                honoured,
                new InMemoryShop(Duration.ofMinutes(30)).takeFeedback,
                new FivePassed(),
                threads);
    }

    private JournaledDecision decide(Question question) {
        return new JournaledDecision(
                question.id(),
                customer,
                Mode.PERSONAL,
                NOW,
                NOW,
                "{\"evidence\":{\"permissions\":[" + permissions + "]}}");
    }

    private static PosQuestion question(String data) {
        return PosQuestion.read(heard(data, ""));
    }

    private static Heard heard(String data, String expiry) {
        String body = Samples.event("retail.pos.offers.requested.v1", "q", "{" + data + "}");
        if (!expiry.isEmpty()) {
            body = body.replace("\"time\":", "\"expirytime\":\"" + expiry + "\",\"time\":");
        }
        var event =
                CloudEventReader.read(
                        "application/cloudevents+json", Map.of(), body.getBytes(UTF_8));
        return new Heard(event, Till.of(event.source()), NOW, System.nanoTime());
    }

    private static final class FivePassed implements LogProgress {
        @Override
        public Position seen() {
            return new Position(5);
        }

        @Override
        public boolean await(Position wanted, Duration patience) {
            return seen().compareTo(wanted) >= 0;
        }
    }
}
