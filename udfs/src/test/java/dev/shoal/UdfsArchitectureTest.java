package dev.shoal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class UdfsArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.shoal");

    @Test
    void kernelsKnowNothingButJavaAndGeodesics() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.shoal.qc..", "dev.shoal.regrid..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..", "org.jspecify..", "net.sf.geographiclib..", "dev.shoal.qc..", "dev.shoal.regrid..")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void qcDoesNotKnowRegridding() {
        noClasses()
                .that()
                .resideInAPackage("dev.shoal.qc..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.shoal.regrid..")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void sqlFunctionsKnowNoFilesAndNoCatalogueOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("dev.shoal.udf..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.shoal.catalog..", "org.apache.hadoop..", "java.nio.file..", "ucar..")
                .check(classes);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.shoal.(*)..").should().beFreeOfCycles().check(classes);
    }
}
