package shopkeeper.application.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import shopkeeper.domain.kernel.CustomerId;

class PersonsTest {
    private static final CustomerId PHONE = new CustomerId("phone");
    private static final CustomerId TABLET = new CustomerId("tablet");
    private static final CustomerId LAPTOP = new CustomerId("laptop");
    private static final CustomerId ANN = new CustomerId("ann");

    private final Persons persons = new Persons();

    @Test
    void whoever_never_became_known_is_one_person_by_themselves() {
        assertThat(persons.now(PHONE)).isEqualTo(PHONE);
        assertThat(persons.everyone(PHONE)).containsExactly(PHONE);
        assertThat(persons.is(PHONE, PHONE::equals)).isTrue();
        assertThat(persons.is(PHONE, ANN::equals)).isFalse();
    }

    @Test
    void a_visitor_of_a_visitor_is_the_customer_too() {
        persons.becameKnown(PHONE, TABLET);
        persons.becameKnown(TABLET, ANN);
        persons.becameKnown(LAPTOP, ANN);

        assertThat(persons.now(PHONE)).isEqualTo(ANN);
        assertThat(persons.everyone(ANN)).startsWith(ANN);
        assertThat(persons.everyone(ANN)).containsExactlyInAnyOrder(ANN, TABLET, PHONE, LAPTOP);
        assertThat(persons.everyone(TABLET)).containsExactly(TABLET, PHONE);
    }

    @Test
    void what_is_so_of_the_customer_is_so_of_the_visitor_and_not_the_other_way_round() {
        persons.becameKnown(PHONE, TABLET);
        persons.becameKnown(TABLET, ANN);

        assertThat(persons.is(PHONE, ANN::equals)).isTrue();
        assertThat(persons.is(TABLET, PHONE::equals)).isFalse();
    }
}
