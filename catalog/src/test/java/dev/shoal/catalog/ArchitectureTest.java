package dev.shoal.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.apache.spark.sql.Dataset;
import org.junit.jupiter.api.Test;

/** Holds the arrows of the module. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.shoal.catalog");

    @Test
    void knowsNeitherFilesNorKernels() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "ucar..",
                        "io.jhdf..",
                        "com.bc.zarr..",
                        "dev.zarr..",
                        "dev.shoal.qc..",
                        "dev.shoal.regrid..",
                        "dev.shoal.udf..",
                        "dev.shoal.netcdf..",
                        "dev.shoal.zarr..",
                        "dev.shoal.stage..",
                        "dev.shoal.job..")
                .check(CLASSES);
    }

    @Test
    void recordsKnowNoSpark() {
        noClasses()
                .that()
                .resideInAPackage("dev.shoal.catalog")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "org.apache.iceberg..", "org.apache.sedona..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.shoal.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void collectsNoDataOfUnknownSize() {
        noClasses()
                .should()
                .callMethod(Dataset.class, "collect")
                .orShould()
                .callMethod(Dataset.class, "collectAsList")
                .check(CLASSES);
    }
}
