package shopkeeper.proofs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A witness who shares code with the accused is none. */
class LedgerStandsAloneTest {
    private static final String LEDGER = "shopkeeper.proofs.ledger";
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("shopkeeper.proofs");

    @Test
    void the_ledger_client_knows_only_the_jdk_and_what_tills_use() {
        classes()
                .that()
                .resideInAPackage(LEDGER)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        LEDGER,
                        "java..",
                        "org.jspecify..",
                        "org.apache.qpid.protonj2.client..",
                        "com.hivemq.client..")
                .check(CLASSES);
    }

    @Test
    void nobody_reaches_into_the_ledger_client() {
        noClasses()
                .that()
                .resideOutsideOfPackage(LEDGER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(LEDGER)
                .check(CLASSES);
    }
}
