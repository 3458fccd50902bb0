package shopkeeper.persistence.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.Personal;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import tools.jackson.databind.node.ObjectNode;

class FactFormTest extends GoldenFacts {
    record Card(String number) {}

    sealed interface Proof {
        record Signature(Instant at) implements Proof {}

        record Witness(String name, int age) implements Proof {}
    }

    record Everything(
            CustomerId customer,
            ProductId product,
            StoreId store,
            MessageId message,
            Position position,
            Moment at,
            Via via,
            Money price,
            Channel channel,
            Card card,
            Optional<String> given,
            Optional<Card> absent,
            Personal<String> email,
            Personal<Money> erased,
            Proof proof,
            List<Proof> proofs,
            Map<ProductId, Integer> counts,
            Set<Channel> channels,
            int number,
            long large,
            double rate,
            boolean yes)
            implements Fact {}

    record Renamed(String fullName, Optional<String> nick) implements Fact {}

    @Override
    protected EventCatalog catalog() {
        return EventCatalog.of("form")
                .fact(Everything.class, "form.everything", 1, fact -> Set.of())
                .fact(Renamed.class, "form.renamed", 2, fact -> Set.of())
                .scalar(Card.class, Card::number, Card::new)
                .variant(Proof.Signature.class, "signature")
                .variant(Proof.Witness.class, "witness")
                .upcast(
                        "form.renamed",
                        1,
                        stored -> {
                            ObjectNode changed = (ObjectNode) stored.deepCopy();
                            changed.set("fullName", changed.remove("name"));
                            return changed;
                        });
    }

    @Override
    protected List<Fact> samples() {
        Instant noon = Instant.parse("2026-03-29T12:00:00.123Z");
        Proof witness = new Proof.Witness("Bea \"B\" Ö\u0000", 44);
        return List.of(
                new Everything(
                        new CustomerId("c-1"),
                        new ProductId("85123A"),
                        new StoreId("s1"),
                        new MessageId("till:1", "4/5"),
                        new Position(77),
                        new Moment(noon, noon.plusSeconds(2)),
                        Via.till(),
                        Money.of("19.95", "EUR"),
                        Channel.IN_STORE,
                        new Card("4000"),
                        Optional.of("x"),
                        Optional.empty(),
                        Personal.known("ann@example.org"),
                        Personal.erased(),
                        new Proof.Signature(noon),
                        List.of(witness, new Proof.Signature(noon)),
                        Map.of(new ProductId("22423"), 3, new ProductId("10002"), 1),
                        Set.of(Channel.ONLINE, Channel.IN_STORE, Channel.SUPPORT),
                        -1,
                        9_007_199_254_740_993L,
                        0.1,
                        true),
                new Renamed("Ann", Optional.of("A")));
    }

    private final Vocabulary vocabulary = new Vocabulary(List.of(catalog()));

    @Test
    void an_old_version_is_lifted_to_the_newest_on_reading() {
        assertThat(vocabulary.read("form.renamed", 1, "{\"name\":\"Ann\",\"nick\":null}"))
                .isEqualTo(new Renamed("Ann", Optional.empty()));
    }

    @Test
    void a_missing_optional_is_empty() {
        assertThat(vocabulary.read("form.renamed", 2, "{\"fullName\":\"Ann\"}"))
                .isEqualTo(new Renamed("Ann", Optional.empty()));
    }

    @Test
    void what_this_program_does_not_know_is_not_guessed() {
        assertUnreadable("form.other", 1, "{}", "no catalog knows the fact form.other");
        assertUnreadable(
                "form.renamed", 3, "{}", "form.renamed has version 3, this program knows up to 2");
        assertUnreadable("form.renamed", 2, "{\"nick\":\"A\"}", "'fullName' is missing");
        assertUnreadable(
                "form.renamed", 2, "{\"fullName\":\"A\",\"more\":1}", "Renamed has no 'more'");
        assertUnreadable("form.renamed", 2, "{\"fullName\":", "not the JSON that was expected");
    }

    private void assertUnreadable(String name, int version, String payload, String why) {
        assertThatThrownBy(() -> vocabulary.read(name, version, payload))
                .isInstanceOf(UnreadableFact.class)
                .hasMessageContaining(why);
    }

    @Test
    void what_a_person_said_is_not_in_the_message_of_a_failure() {
        assertThatThrownBy(() ->
                        vocabulary.read("form.renamed", 2, "{\"fullName\":\"Ann Secret\" oops"))
                .isInstanceOf(UnreadableFact.class)
                .satisfies(failure ->
                        assertThat(failure.toString() + failure.getCause())
                                .doesNotContain("Secret"));
    }

    @Test
    void a_catalog_that_leaves_a_form_open_is_refused_at_once() {
        EventCatalog open =
                EventCatalog.of("form")
                        .fact(Everything.class, "form.everything", 1, fact -> Set.of())
                        .scalar(Card.class, Card::number, Card::new)
                        .variant(Proof.Signature.class, "signature");
        assertThatThrownBy(() -> new Vocabulary(List.of(open)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("variant(Witness.class, …)");
    }

    @Test
    void a_catalog_that_cannot_read_its_own_past_is_refused_at_once() {
        EventCatalog gap =
                EventCatalog.of("form").fact(Renamed.class, "form.renamed", 2, fact -> Set.of());
        assertThatThrownBy(() -> new Vocabulary(List.of(gap)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no upcast leads from form.renamed version 1 to version 2");
    }
}
