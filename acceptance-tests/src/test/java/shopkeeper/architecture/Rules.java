package shopkeeper.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.cucumber.java.en.Then;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules, as functions of the packages they are about: so that a planted house can break them.
 */
final class Rules {
    private static final String[] JDK = {
        "java.lang", "java.util", "java.util.function", "java.util.stream", "java.time",
        "java.time.format", "java.time.temporal", "java.time.zone", "java.math", "java.text",
        "org.jspecify.annotations"
    };
    private static final Set<String> CLOCKS_AND_CHANCE =
            Set.of(
                    "java.util.UUID.randomUUID",
                    "java.lang.Math.random",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.nanoTime",
                    "java.lang.System.getenv",
                    "java.lang.System.getProperty",
                    "java.lang.System.identityHashCode");

    private Rules() {}

    /** Rule 1. */
    static ArchRule domainIsPure(String domain) {
        return classes()
                .that()
                .resideInAPackage(domain + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(with(JDK, domain + "..")))
                .because("the rules of the shop must not know how they are run, stored or sent");
    }

    /** Rule 2. */
    static ArchRule applicationIsPure(String application, String domain) {
        return classes()
                .that()
                .resideInAPackage(application + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                with(
                                        JDK,
                                        application + "..",
                                        domain + "..",
                                        "java.util.concurrent",
                                        "java.util.concurrent.atomic",
                                        "java.util.concurrent.locks")))
                .because("use cases need ports, not techniques");
    }

    /** Rule 3. */
    static ArchRule capabilitiesAreFreeOfCycles(String room) {
        return slices().matching(room + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a capability must be understood, tested and replaced on its own");
    }

    /** Rule 8, its second half. */
    static ArchRule nobodySeesDecisions(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".decision..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("shopkeeper.domain.decision..")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("shopkeeper.application.decision..")
                .because("decision gathers every capability, so none may need it");
    }

    /** Rule 4. */
    static ArchRule nobodyAsksForTimeChanceOrAnId(String... rooms) {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        Arrays.stream(rooms).map(room -> room + "..").toArray(String[]::new))
                .should()
                .accessTargetWhere(target(clockChanceOrThread()))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Thread.class,
                        java.util.Random.class,
                        java.util.concurrent.ThreadLocalRandom.class,
                        java.util.SplittableRandom.class)
                .because(
                        "time and ids arrive as data, so that the same facts give the same answer");
    }

    /** Rule 5. */
    static ArchRule adaptersNeverSeeEachOther(String base, String adapter) {
        var others =
                House.ADAPTERS.stream()
                        .filter(other -> !other.equals(adapter))
                        .map(other -> base + "." + other + "..")
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(base + "." + adapter + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("channels meet in the application, never behind its back");
    }

    /** Rules 6, 7 and 8. */
    static ArchRule onlyIn(String technique, List<String> packages, String... rooms) {
        return noClasses()
                .that()
                .resideInAPackage("shopkeeper..")
                .and()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages.toArray(String[]::new))
                .because(technique + " is the business of " + String.join(", ", rooms) + " only");
    }

    private static DescribedPredicate<AccessTarget> clockChanceOrThread() {
        return describe(
                "asks for the time, chance or an id",
                target -> {
                    String owner = target.getOwner().getName();
                    String name = target.getName();
                    return (owner.startsWith("java.time.") && name.equals("now"))
                            || (owner.equals("java.time.Clock") && !name.equals("instant"))
                            || (owner.equals("java.time.InstantSource") && name.equals("system"))
                            || CLOCKS_AND_CHANCE.contains(owner + "." + name);
                });
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }

    /** Rule 13. */
    static ArchRule everyThenStepAsserts() {
        return methods()
                .that()
                .areAnnotatedWith(Then.class)
                .should(assertSomething())
                .because("a step that cannot fail promises nothing");
    }

    /** Directly, or through methods of the steps themselves. */
    private static ArchCondition<JavaMethod> assertSomething() {
        return new ArchCondition<>("assert something") {
            @Override
            public void check(JavaMethod step, ConditionEvents events) {
                if (!asserts(step, new HashSet<>())) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    step, step.getFullName() + " asserts nothing"));
                }
            }
        };
    }

    private static boolean asserts(JavaCodeUnit method, Set<String> seen) {
        return seen.add(method.getFullName())
                && method.getCallsFromSelf().stream()
                        .anyMatch(call ->
                                (call.getTargetOwner().getName().startsWith("org.assertj.")
                                                && !call.getName().startsWith("assertThat"))
                                        || (call.getTargetOwner()
                                                        .getName()
                                                        .startsWith("shopkeeper.acceptance.")
                                                && call.getTarget()
                                                        .resolveMember()
                                                        .filter(JavaCodeUnit.class::isInstance)
                                                        .map(JavaCodeUnit.class::cast)
                                                        .map(next -> asserts(next, seen))
                                                        .orElse(false)));
    }
}
