package shopkeeper.application.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.LEEDS;
import static shopkeeper.application.Told.LIFETIME;
import static shopkeeper.application.Told.MILK;
import static shopkeeper.application.Told.NOON;
import static shopkeeper.application.Told.SALT;
import static shopkeeper.application.Told.SUGGESTIONS;
import static shopkeeper.application.Told.TEA;
import static shopkeeper.application.Told.card;
import static shopkeeper.application.Told.device;
import static shopkeeper.application.Told.gbp;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.application.Told;
import shopkeeper.application.decision.HonourDecision.Honoured.Again;
import shopkeeper.application.decision.HonourDecision.Honoured.Refused;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.decision.DecisionRefusal.DecisionExpired;
import shopkeeper.domain.decision.DecisionRefusal.DecisionUnknown;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Placement;
import shopkeeper.domain.decision.Question.Placement.Prices;
import shopkeeper.domain.decision.Question.Placement.Recommendations;
import shopkeeper.domain.decision.Question.Placement.Unavailable;
import shopkeeper.domain.decision.Question.Who;
import shopkeeper.domain.decision.Question.Who.Known;
import shopkeeper.domain.decision.Question.Who.Nobody;
import shopkeeper.domain.decision.Question.Who.Pointed;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.pricing.PriceBook.Kind;

class DecideForCustomerTest {
    private static final Placement HOME = new Recommendations("home", List.of(), 3);

    private final Told told = new Told().sells(TEA, MILK, SALT);
    private final CustomerId ann = told.met(card("4001"));
    private int decisions;

    DecideForCustomerTest() {
        told.buys("r-1", Optional.empty(), TEA, MILK);
        told.buys("r-2", Optional.of(ann), SALT);
    }

    @Test
    void with_her_permission_the_answer_is_personal_and_proves_it() {
        told.grants(ann, SUGGESTIONS);

        var decision = ask(new Pointed(card("4001")), HOME);

        assertThat(decision.mode()).isEqualTo(Mode.PERSONAL);
        assertThat(decision.customer()).contains(ann);
        assertThat(decision.body())
                .contains("\"code\":\"BOUGHT_BEFORE\"")
                .contains("\"allowed\":true,\"basis\":\"CONSENT\"")
                .contains("\"withheld\":[]")
                .contains("\"modelVersion\":\"baskets-2\"");
    }

    @Test
    void without_it_the_answer_is_popular_and_says_what_was_withheld() {
        var decision = ask(new Known(ann), HOME);

        assertThat(decision.mode()).isEqualTo(Mode.POPULAR);
        assertThat(decision.body())
                .doesNotContain("BOUGHT_BEFORE")
                .contains("\"allowed\":false,\"code\":\"NO_DECISION\"")
                .contains("{\"what\":\"purchase-history\",\"code\":\"NO_DECISION\"}");
    }

    @Test
    void a_withdrawal_is_obeyed_by_the_next_answer() {
        told.grants(ann, SUGGESTIONS);
        ask(new Known(ann), HOME);
        told.withdraws(ann, SUGGESTIONS);

        var decision = ask(new Known(ann), HOME);

        assertThat(decision.mode()).isEqualTo(Mode.POPULAR);
        assertThat(decision.body())
                .contains("{\"what\":\"purchase-history\",\"code\":\"WITHDRAWN\"}");
    }

    @Test
    void when_the_ledger_cannot_be_read_the_answer_is_not_personal() {
        told.grants(ann, SUGGESTIONS);
        told.shop.consents.cannotBeRead();

        var decision = ask(new Known(ann), HOME);

        assertThat(decision.mode()).isEqualTo(Mode.POPULAR);
        assertThat(decision.body())
                .contains("{\"what\":\"purchase-history\",\"code\":\"UNAVAILABLE\"}");
    }

    @Test
    void an_unknown_card_gets_what_is_popular_and_makes_nobody() {
        var decision = ask(new Pointed(card("9999")), HOME);

        assertThat(decision.mode()).isEqualTo(Mode.POPULAR);
        assertThat(decision.customer()).isEmpty();
        assertThat(decision.body())
                .contains("{\"what\":\"profile\",\"code\":\"UNKNOWN_CUSTOMER\"}")
                .contains("\"permissions\":[]");
        assertThat(told.shop.findCustomer.find(card("9999"))).isEmpty();
    }

    @Test
    void nobody_in_particular_is_answered_without_asking_for_permission() {
        var decision = ask(new Nobody(), HOME);

        assertThat(decision.mode()).isEqualTo(Mode.POPULAR);
        assertThat(decision.body()).contains("\"permissions\":[],\"withheld\":[]");
    }

    @Test
    void a_visitor_who_logged_in_is_answered_as_the_customer() {
        var visitor = told.met(device("phone"));
        told.buys("r-3", Optional.of(visitor), MILK);
        told.met(device("phone"), card("4001"));
        told.grants(ann, SUGGESTIONS);

        var decision = ask(new Known(visitor), HOME);

        assertThat(decision.customer()).contains(ann);
        assertThat(decision.body()).contains("in 1 of 2 of your own baskets");
    }

    @Test
    void what_is_not_in_that_store_is_withheld_once_however_often_it_was_wanted() {
        told.opens(LEEDS, new StockLevel(TEA, 0));

        var decision =
                ask(
                        new Nobody(),
                        Optional.of(LEEDS),
                        HOME,
                        new Recommendations("aside", List.of(), 3));

        assertThat(decision.body())
                .containsOnlyOnce("{\"what\":\"product tea\",\"code\":\"OUT_OF_STOCK\"}")
                .doesNotContain("\"product\":\"tea\"");
    }

    @Test
    void a_price_comes_with_lines_that_explain_it() {
        told.charges("list", Kind.LIST, TEA, gbp("2.95"))
                .charges("sale", Kind.SALE, TEA, gbp("2.36"))
                .charges("milk", Kind.LIST, MILK, gbp("0.99"));

        var decision = ask(new Known(ann), new Prices("price", List.of(TEA, MILK, SALT)));

        assertThat(decision.mode()).isEqualTo(Mode.NONE);
        assertThat(decision.body())
                .contains(
                        "\"product\":\"tea\",\"price\":{\"amount\":\"2.36\",\"currency\":\"GBP\"}")
                .contains(
                        "\"lines\":[{\"code\":\"LIST\",\"amount\":\"2.95\"},"
                                + "{\"code\":\"SALE\",\"amount\":\"-0.59\"}]")
                .contains("SALE_PRICE", "LIST_PRICE")
                .contains("{\"product\":\"salt\",\"reasons\":[{\"code\":\"NO_PRICE\"")
                .contains("\"permissions\":[],\"withheld\":[]");
    }

    @Test
    void a_price_is_in_the_currency_asked_for_else_in_the_stores() {
        told.opens(LEEDS)
                .charges("gb", Kind.LIST, TEA, gbp("2.95"))
                .charges("eu", Kind.LIST, TEA, Money.of("1.49", "EUR"));
        Placement price = new Prices("price", List.of(TEA));

        assertThat(ask(new Nobody(), Optional.of(LEEDS), price).body()).contains("\"2.95\"");
        assertThat(
                        told.shop
                                .decide
                                .decide(
                                        new Question(
                                                new DecisionId("euro"),
                                                new Nobody(),
                                                Via.web(),
                                                Optional.of(LEEDS),
                                                Optional.of(Currency.getInstance("EUR")),
                                                List.of(),
                                                List.of(price),
                                                told.now()))
                                .body())
                .contains("\"1.49\"");
    }

    @Test
    void a_kind_nobody_answers_yet_does_not_spoil_the_others() {
        var decision = ask(new Nobody(), new Unavailable("hero", "content"), HOME);

        assertThat(decision.mode()).isEqualTo(Mode.POPULAR);
        assertThat(decision.body())
                .contains(
                        "{\"id\":\"hero\",\"kind\":\"content\",\"items\":[],"
                                + "\"code\":\"placement-kind-unavailable\"}");
    }

    @Test
    void what_is_in_the_cart_is_not_suggested_again() {
        var decision =
                told.shop.decide.decide(
                        new Question(
                                new DecisionId("cart"),
                                new Nobody(),
                                Via.till(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(MILK),
                                List.of(HOME),
                                told.now()));

        assertThat(decision.body())
                .contains("\"product\":\"tea\"", "CO_PURCHASED", "\"with\":[\"milk\"]")
                .doesNotContain("\"product\":\"milk\"");
    }

    @Test
    void nothing_of_a_large_cart_is_suggested_again() {
        var cart = IntStream.range(0, 25).mapToObj(n -> new ProductId("p-" + n)).toList();
        told.sells(cart.toArray(ProductId[]::new));
        var decision =
                told.shop.decide.decide(
                        new Question(
                                new DecisionId("large-cart"),
                                new Nobody(),
                                Via.till(),
                                Optional.empty(),
                                Optional.empty(),
                                cart,
                                List.of(new Recommendations("cart", List.of(), 100)),
                                told.now()));

        assertThat(decision.body())
                .contains("\"product\":\"tea\"")
                .doesNotContain("\"product\":\"p-");
    }

    @Test
    void what_no_model_speaks_for_names_the_rule_and_its_policy() {
        var shop = new Told().sells(SALT);

        var decision =
                shop.shop.decide.decide(
                        new Question(
                                new DecisionId("nobody-bought-anything"),
                                new Nobody(),
                                Via.web(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of(HOME),
                                shop.now()));

        assertThat(decision.body())
                .contains(
                        "\"sources\":[{\"source\":\"FALLBACK_ASSORTMENT\",\"model\":\"home-3\",\"score\":1.0}]");
    }

    @Test
    void a_decision_is_honoured_word_for_word_until_it_expires() {
        var decision = ask(new Known(ann), HOME);
        var honour = told.shop.honourDecision;

        assertThat(decision.expiresAt()).isEqualTo(NOON.plus(LIFETIME));
        assertThat(honour.honour(decision.id(), NOON.plus(LIFETIME).minusNanos(1)))
                .isEqualTo(new Again(decision));
        assertThat(honour.honour(decision.id(), NOON.plus(LIFETIME)))
                .isEqualTo(new Refused(new DecisionExpired(decision.id(), NOON.plus(LIFETIME))));
        assertThat(honour.honour(new DecisionId("none"), NOON))
                .isEqualTo(new Refused(new DecisionUnknown(new DecisionId("none"))));
    }

    @Test
    void what_is_taken_out_of_the_assortment_has_no_price() {
        told.charges("list", Kind.LIST, TEA, Told.gbp("2.95"));
        told.stops(TEA);

        var decision = ask(new Nobody(), new Prices("price", List.of(TEA)));

        assertThat(decision.body()).contains("NOT_SOLD").doesNotContain("2.95");
    }

    private JournaledDecision ask(Who who, Placement... placements) {
        return ask(who, Optional.empty(), placements);
    }

    private JournaledDecision ask(Who who, Optional<StoreId> store, Placement... placements) {
        return told.shop.decide.decide(question(who, store, placements));
    }

    private Question question(Who who, Optional<StoreId> store, Placement... placements) {
        return new Question(
                new DecisionId("d-" + ++decisions),
                who,
                Via.web(),
                store,
                Optional.empty(),
                List.of(),
                Arrays.asList(placements),
                told.now());
    }
}
