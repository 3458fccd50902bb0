package shopkeeper.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules over empty rooms forbid nothing, and rules that nothing can break prove nothing. */
class GuardsTest {
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    @ParameterizedTest
    @MethodSource("packages")
    void each_named_package_holds_at_least_one_class(String named) {
        assertThat(classesIn(named)).as("classes in %s", named).isPositive();
    }

    @Test
    void rooms_that_are_listed_as_empty_are_empty() {
        assertThat(House.STILL_EMPTY)
                .allSatisfy(room -> assertThat(classesIn("shopkeeper." + room)).isZero());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "planted.domain.pricing.PriceFromFile",
                "planted.domain.pricing.PriceFromApplication"
            })
    void a_planted_class_breaks_the_purity_of_the_domain(String planted) {
        assertBroken(Rules.domainIsPure("planted.domain"), planted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"planted.application.pricing.PriceOverHttp"})
    void a_planted_class_breaks_the_purity_of_the_application(String planted) {
        assertBroken(Rules.applicationIsPure("planted.application", "planted.domain"), planted);
    }

    @Test
    void a_planted_class_asks_for_the_time_and_is_found() {
        assertBroken(
                Rules.nobodyAsksForTimeChanceOrAnId("planted.application"),
                "planted.application.pricing.PriceOfToday");
    }

    @Test
    void a_planted_adapter_that_sees_another_breaks_their_independence() {
        assertBroken(
                Rules.adaptersNeverSeeEachOther("planted", "web"), "planted.web.PageFromTable");
    }

    @Test
    void a_planted_step_that_asserts_nothing_is_found() {
        assertBroken(Rules.everyThenStepAsserts(), "planted.steps.HollowSteps.allIsWell()");
    }

    static Stream<String> packages() {
        return House.PACKAGES.entrySet().stream()
                .flatMap(room ->
                        room.getValue().stream()
                                .map(name -> "shopkeeper." + room.getKey() + "." + name));
    }

    private static long classesIn(String named) {
        return House.CLASSES.stream()
                .filter(type ->
                        type.getPackageName().equals(named)
                                || type.getPackageName().startsWith(named + "."))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .count();
    }

    private static void assertBroken(ArchRule rule, String culprit) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(PLANTED))
                .withMessageContaining(culprit);
    }
}
