package shopkeeper.messaging.behavior;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.kernel.Money;
import shopkeeper.messaging.Contract;
import shopkeeper.messaging.Samples;
import shopkeeper.messaging.Shop;
import shopkeeper.messaging.kernel.Answer.Kind;
import shopkeeper.messaging.kernel.Answer.Outcome;
import shopkeeper.messaging.kernel.AnswerWriter;
import shopkeeper.messaging.kernel.Desk;
import shopkeeper.messaging.kernel.Incoming;
import tools.jackson.databind.json.JsonMapper;

/** The retail standard's XML becomes the very receipts that our own messages tell. */
class PosLogTest {
    private static final String ADDRESS = "pos.transactions";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Shop shop = new Shop();
    private final Desk desk = desk();

    @Test
    void a_sale_is_the_receipt_that_our_own_message_tells() {
        assertThat(json(Samples.sale("123")).kind()).isEqualTo(Kind.ACCEPTED);
        var again = xml(log(SALE));
        assertThat(again.kind()).isEqualTo(Kind.DUPLICATE);
        assertThat(again.receipt()).contains("0042/07/2026-11-20/000123/20261120T114102");
        assertThat(shop.log.facts(PurchaseRecorded.class)).hasSize(1);
    }

    @Test
    void the_example_of_the_contract_is_a_sale() {
        var example = Contract.DOCUMENT.at("/components/messages/posLog/examples/0/payload");
        var outcome = xml(example.asString());
        assertThat(outcome.kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(shop.log.facts(PurchaseRecorded.class).getFirst().total())
                .isEqualTo(Money.of("39.90", "EUR"));
    }

    @Test
    void what_became_of_many_transactions_is_told_as_the_contract_says() {
        var outcome = xml(log(SALE, SALE));
        assertThat(outcome.parts()).hasSize(2);
        Contract.holds(new JsonMapper().readTree(AnswerWriter.write(outcome, "m-1", NOON)));
    }

    @Test
    void a_sale_and_a_return_on_one_receipt_are_told_apart() {
        xml(log(SALE));
        var outcome = xml(log(EXCHANGE));
        assertThat(outcome.kind()).isEqualTo(Kind.ACCEPTED);
        var back = shop.log.facts(ReturnRecorded.class).getFirst();
        assertThat(back.total()).isEqualTo(Money.of("19.95", "EUR"));
        assertThat(back.sale())
                .contains(shop.log.facts(PurchaseRecorded.class).getFirst().receipt());
    }

    @Test
    void version_6_names_the_store_as_a_business_unit() {
        var six =
                SALE.replace(
                        "<RetailStoreID>0042</RetailStoreID>",
                        "<BusinessUnit><UnitID>0042</UnitID></BusinessUnit>");
        assertThat(xml(log(six)).kind()).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void void_lines_do_not_count_and_foreign_elements_are_passed_over() {
        assertThat(xml(log(SALE)).kind()).isEqualTo(Kind.ACCEPTED);
        var bought = shop.log.facts(PurchaseRecorded.class).getFirst();
        assertThat(bought.lines()).hasSize(2);
        assertThat(bought.lines().getLast().quantity()).isEqualTo(new BigDecimal("0.842"));
        assertThat(bought.total()).isEqualTo(Money.of("37.58", "EUR"));
    }

    @Test
    void training_and_cancelled_transactions_sell_nothing() {
        var training = SALE.replace("TrainingModeFlag=\"false\"", "TrainingModeFlag=\"true\"");
        assertThat(xml(log(training)).kind()).isEqualTo(Kind.IGNORED);
        var cancelled =
                SALE.replace("CancelFlag=\"false\"", "CancelFlag=\"1\"").replace(">123<", ">124<");
        assertThat(xml(log(cancelled)).kind()).isEqualTo(Kind.IGNORED);
        assertThat(shop.log.facts(NothingSold.class)).hasSize(2);
        assertThat(shop.log.facts(PurchaseRecorded.class)).isEmpty();
    }

    @Test
    void a_transaction_that_takes_another_back_is_a_void() {
        xml(log(SALE));
        assertThat(xml(log(POST_VOID)).kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(shop.log.facts(PurchaseVoided.class)).hasSize(1);
    }

    @Test
    void each_of_several_transactions_has_an_outcome_and_the_worst_is_the_answer() {
        var elsewhere = SALE.replace(">07<", ">08<");
        var outcome = xml(log(SALE, CONTROL, elsewhere, SALE));
        assertThat(outcome.kind()).isEqualTo(Kind.QUARANTINED);
        assertThat(outcome.parts())
                .extracting(Outcome::kind)
                .containsExactly(Kind.ACCEPTED, Kind.QUARANTINED, Kind.DUPLICATE);
        assertThat(shop.kept()).hasSize(1);
    }

    @Test
    void control_transactions_alone_tell_nothing() {
        assertThat(xml(log(CONTROL)).reason().orElseThrow().code()).isEqualTo("no-transaction");
    }

    @Test
    void the_xml_says_itself_in_which_letters_it_is_written() {
        var latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + log(SALE);
        assertThat(xml(latin, ISO_8859_1).kind()).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void without_an_envelope_the_till_must_have_signed_in() {
        var unknown = hear("text/xml", Map.of(), log(SALE).getBytes(UTF_8), Optional.empty());
        assertThat(unknown.kind()).isEqualTo(Kind.QUARANTINED);
        var other =
                hear("text/xml", Map.of(), log(SALE).getBytes(UTF_8), Optional.of("till:0042:08"));
        assertThat(other.reason().orElseThrow().text()).contains("another till");
    }

    @Test
    void in_an_envelope_it_is_named_by_it() {
        var properties =
                Map.<String, Object>of(
                        "cloudEvents_specversion", "1.0",
                        "cloudEvents_type", "retail.pos.poslog.v1",
                        "cloudEvents_source", "urn:store:0042:till:07",
                        "cloudEvents_id", "p-1");
        var outcome =
                hear("application/xml", properties, log(SALE).getBytes(UTF_8), Optional.empty());
        assertThat(outcome.kind()).isEqualTo(Kind.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<POSLog>",
                "not xml",
                "<POSLog></POS>",
                "<!DOCTYPE POSLog><POSLog/>",
                "<!DOCTYPE POSLog [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><POSLog>&x;</POSLog>",
                "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><POSLog>&b;</POSLog>",
                "<POSLog><Transaction><RetailTransaction>&unknown;</RetailTransaction></Transaction></POSLog>"
            })
    void what_is_no_xml_as_it_is_taken_here_is_quarantined(String body) {
        var outcome = xml(body);
        assertThat(outcome.kind()).isEqualTo(Kind.QUARANTINED);
        assertThat(outcome.reason().orElseThrow().code()).isEqualTo("malformed");
        assertThat(shop.log.facts()).isEmpty();
    }

    @Test
    void what_is_too_deep_or_too_large_is_quarantined() {
        var deep = "<a>".repeat(40) + "</a>".repeat(40);
        assertThat(xml(deep).reason().orElseThrow().text()).contains("32");
        var large = "<POSLog>" + " ".repeat(1 << 20) + "</POSLog>";
        assertThat(xml(large).reason().orElseThrow().code()).isEqualTo("too-large");
    }

    private static final String SALE =
            """
            <Transaction CancelFlag="false" TrainingModeFlag="false" OfflineFlag="false">
             <RetailStoreID>0042</RetailStoreID><WorkstationID>07</WorkstationID>
             <SequenceNumber>123</SequenceNumber><BusinessDayDate>2026-11-20</BusinessDayDate>
             <BeginDateTime>2026-11-20T11:41:02</BeginDateTime>
             <EndDateTime>2026-11-20T11:41:38</EndDateTime><CurrencyCode>EUR</CurrencyCode>
             <RetailTransaction Version="2.1">
              <LineItem><SequenceNumber>1</SequenceNumber>
               <Sale><POSIdentity POSIDType="GTIN"><POSItemID>9521234543213</POSItemID></POSIdentity>
                <RegularSalesUnitPrice>19.95</RegularSalesUnitPrice>
                <ExtendedAmount>39.90</ExtendedAmount><Quantity>2</Quantity></Sale></LineItem>
              <LineItem><SequenceNumber>2</SequenceNumber>
               <Sale><ItemID>4011</ItemID><RegularSalesUnitPrice>2.00</RegularSalesUnitPrice>
                <ExtendedAmount>1.68</ExtendedAmount><Quantity>0.842</Quantity></Sale></LineItem>
              <LineItem VoidFlag="true"><SequenceNumber>3</SequenceNumber>
               <Sale><ItemID>9999</ItemID><ExtendedAmount>7.00</ExtendedAmount></Sale></LineItem>
              <LineItem><Discount><Amount>4.00</Amount></Discount></LineItem>
              <LineItem><Tender TenderType="Cash"><Amount>37.58</Amount></Tender></LineItem>
              <x:Extra xmlns:x="urn:somebody"><Sale><ItemID>1</ItemID></Sale></x:Extra>
              <LoyaltyAccount><LoyaltyID>40000066677</LoyaltyID></LoyaltyAccount>
              <Total TotalType="TransactionGrandAmount">37.58</Total>
             </RetailTransaction>
            </Transaction>
            """;

    private static final String EXCHANGE =
            """
            <Transaction>
             <RetailStoreID>0042</RetailStoreID><WorkstationID>07</WorkstationID>
             <SequenceNumber>140</SequenceNumber><BusinessDayDate>2026-11-20</BusinessDayDate>
             <BeginDateTime>2026-11-20T12:41:02</BeginDateTime><CurrencyCode>EUR</CurrencyCode>
             <RetailTransaction>
              <LineItem><Sale><ItemID>4012</ItemID><ExtendedAmount>39.90</ExtendedAmount>
               <Quantity>2</Quantity></Sale></LineItem>
              <LineItem><Return><ItemID Type="GTIN">09521234543213</ItemID>
               <ExtendedAmount>19.95</ExtendedAmount><Quantity>1</Quantity>
               <TransactionLink><RetailStoreID>0042</RetailStoreID>
                <WorkstationID>07</WorkstationID><SequenceNumber>123</SequenceNumber>
                <BusinessDayDate>2026-11-20</BusinessDayDate></TransactionLink></Return></LineItem>
              <Total TotalType="TransactionGrandAmount">19.95</Total>
             </RetailTransaction>
            </Transaction>
            """;

    private static final String POST_VOID =
            """
            <Transaction>
             <RetailStoreID>0042</RetailStoreID><WorkstationID>07</WorkstationID>
             <SequenceNumber>141</SequenceNumber><BusinessDayDate>2026-11-20</BusinessDayDate>
             <BeginDateTime>2026-11-20T12:45:02</BeginDateTime><CurrencyCode>EUR</CurrencyCode>
             <RetailTransaction TransactionStatus="PostVoided">
              <TransactionLink><RetailStoreID>0042</RetailStoreID>
               <WorkstationID>07</WorkstationID><SequenceNumber>123</SequenceNumber>
               <BusinessDayDate>2026-11-20</BusinessDayDate></TransactionLink>
             </RetailTransaction>
            </Transaction>
            """;

    private static final String CONTROL =
            "<Transaction><ControlTransaction><OperatorSignOn/></ControlTransaction></Transaction>";

    private static String log(String... transactions) {
        return "<POSLog xmlns=\"http://www.nrf-arts.org/IXRetail/namespace/\">"
                + String.join("", List.of(transactions))
                + "</POSLog>";
    }

    private Outcome json(String body) {
        return hear(
                "application/cloudevents+json",
                Map.of(),
                body.getBytes(UTF_8),
                Optional.of("till:0042:07"));
    }

    private Outcome xml(String body) {
        return xml(body, UTF_8);
    }

    private Outcome xml(String body, Charset letters) {
        return hear(
                "application/xml", Map.of(), body.getBytes(letters), Optional.of("till:0042:07"));
    }

    private Outcome hear(
            String contentType,
            Map<String, Object> properties,
            byte[] body,
            Optional<String> broughtBy) {
        return (Outcome)
                desk.take(
                        desk.open(
                                new Incoming(
                                        ADDRESS, contentType, properties, body, broughtBy, 0)));
    }

    private Desk desk() {
        var ports = shop.ports();
        return new Desk(
                Map.of(
                        ADDRESS,
                        new PosTransactionListener(
                                ports.receipts(),
                                ports.repeats(),
                                ports.customers(),
                                ports.catalog())),
                ports.quarantine(),
                InstantSource.fixed(NOON));
    }
}
