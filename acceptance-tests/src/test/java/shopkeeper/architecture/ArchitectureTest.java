package shopkeeper.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of STYLE, in its order. */
class ArchitectureTest {
    @Test
    void rule_1_the_domain_is_pure() {
        Rules.domainIsPure("shopkeeper.domain").check(House.CLASSES);
    }

    @Test
    void rule_2_the_application_is_pure() {
        Rules.applicationIsPure("shopkeeper.application", "shopkeeper.domain").check(House.CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void rule_3_capabilities_inside_a_room_are_free_of_cycles(String room) {
        Rules.capabilitiesAreFreeOfCycles("shopkeeper." + room).check(House.CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain", "application"})
    void rule_8b_decision_sees_every_capability_and_none_sees_it(String room) {
        Rules.nobodySeesDecisions("shopkeeper." + room).check(House.CLASSES);
    }

    @Test
    void rule_4_nothing_inside_asks_for_the_time_chance_or_an_id() {
        Rules.nobodyAsksForTimeChanceOrAnId("shopkeeper.domain", "shopkeeper.application")
                .check(House.CLASSES);
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void rule_5_adapters_never_see_each_other(String adapter) {
        Rules.adaptersNeverSeeEachOther("shopkeeper", adapter).check(House.CLASSES);
    }

    @Test
    void rule_6_jooq_and_the_generated_schema_stay_in_persistence() {
        Rules.onlyIn(
                        "SQL",
                        List.of("org.jooq..", "shopkeeper.persistence.schema.generated.."),
                        "shopkeeper.persistence..",
                        "shopkeeper.bootstrap..")
                .check(House.CLASSES);
    }

    @Test
    void rule_7_axon_stays_in_persistence() {
        Rules.onlyIn(
                        "event sourcing",
                        List.of("org.axonframework.."),
                        "shopkeeper.persistence..",
                        "shopkeeper.bootstrap..")
                .check(House.CLASSES);
    }

    @Test
    void rule_8_spring_stays_in_bootstrap_and_web() {
        Rules.onlyIn(
                        "Spring",
                        List.of("org.springframework.."),
                        "shopkeeper.web..",
                        "shopkeeper.bootstrap..")
                .check(House.CLASSES);
    }

    @Test
    void rule_9_mappers_stay_inside_their_adapter() {
        classes()
                .that()
                .areAnnotatedWith("org.mapstruct.Mapper")
                .or()
                .haveSimpleNameEndingWith("Mapper")
                .should()
                .bePackagePrivate()
                .andShould()
                .resideInAnyPackage(
                        House.ADAPTERS.stream()
                                .map(adapter -> "shopkeeper." + adapter + "..")
                                .toArray(String[]::new))
                .because("translation belongs to the edge and is nobody else's business")
                .check(House.CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("shopkeeper.domain..", "shopkeeper.application..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.mapstruct..")
                .because("the domain is never mapped to itself")
                .check(House.CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Command", "Event", "Refusal"})
    void rule_10_what_is_asked_told_and_refused_are_records_of_a_sealed_family(String family) {
        classes()
                .that()
                .resideInAPackage("shopkeeper.domain..")
                .and()
                .haveSimpleNameEndingWith(family)
                .and()
                .areInterfaces()
                .should(beSealed())
                .because("a new member must break the build everywhere it matters")
                .check(House.CLASSES);
        classes()
                .that()
                .resideInAPackage("shopkeeper.domain..")
                .and()
                .areNotInterfaces()
                .and()
                .areAssignableTo(namedLike(family))
                .should()
                .beRecords()
                .because("commands, events and refusals are values")
                .check(House.CLASSES);
    }

    @Test
    void rule_11_every_package_is_null_marked() {
        classes()
                .that()
                .resideInAPackage("shopkeeper..")
                .and()
                .resideOutsideOfPackage("shopkeeper.persistence.schema.generated..")
                .should(beInANullMarkedPackage())
                .because("absence is said in types, not found out at run time")
                .check(House.CLASSES);
    }

    private static final String OPEN = "shopkeeper.web.desk.OpenToAnybody";

    @Test
    void rule_12_every_web_operation_declares_who_may_call_it() {
        methods()
                .that(areWebOperations())
                .should()
                .beAnnotatedWith("shopkeeper.web.security.CallableBy")
                .orShould()
                .beAnnotatedWith(OPEN)
                .because("nothing is open but health and what a page shows before the sign-in")
                .check(House.CLASSES);
        methods()
                .that()
                .areAnnotatedWith(OPEN)
                .should()
                .beDeclaredInClassesThat()
                .resideInAPackage("shopkeeper.web.desk")
                .andShould()
                .haveNameMatching("page|signIn|asset|docs|openApi|asyncApi")
                .because("only the sign-in, the files it needs and the contract are for strangers")
                .check(House.CLASSES);
    }

    @Test
    void rule_13_every_then_step_asserts() {
        Rules.everyThenStepAsserts().check(House.CLASSES);
    }

    static List<String> rooms() {
        return List.of("domain", "application", "web", "messaging", "persistence", "files");
    }

    static List<String> adapters() {
        return House.ADAPTERS.stream()
                .filter(adapter -> !House.STILL_EMPTY.contains(adapter))
                .toList();
    }

    private static DescribedPredicate<JavaClass> namedLike(String family) {
        return DescribedPredicate.describe(
                "a " + family,
                type ->
                        type.isInterface()
                                && type.getPackageName().startsWith("shopkeeper.domain")
                                && type.getSimpleName().endsWith(family));
    }

    private static DescribedPredicate<JavaMethod> areWebOperations() {
        return DescribedPredicate.describe(
                "are web operations",
                method ->
                        method.getOwner().getPackageName().startsWith("shopkeeper.web")
                                && method.getAnnotations().stream()
                                        .map(JavaAnnotation::getRawType)
                                        .anyMatch(type ->
                                                type.getName().endsWith("Mapping")
                                                        && type.getPackageName()
                                                                .startsWith(
                                                                        "org.springframework.web")));
    }

    private static ArchCondition<JavaClass> beSealed() {
        return new ArchCondition<>("be sealed") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getSimpleName().equals("Refusal") && !type.reflect().isSealed()) {
                    events.add(
                            SimpleConditionEvent.violated(type, type.getName() + " is not sealed"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked =
                        type.getPackage()
                                .tryGetPackageInfo()
                                .map(info -> info.isAnnotatedWith(NullMarked.class))
                                .orElse(false);
                if (!marked) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}
