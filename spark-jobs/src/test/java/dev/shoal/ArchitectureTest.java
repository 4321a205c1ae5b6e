package dev.shoal;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows between the packages of this module, and towards the others. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.shoal");

    /** Methods that bring all rows into one process. */
    private static final Set<String> COLLECTING =
            Set.of("collect", "collectAsList", "collectAsMap", "collectAsync", "toPandas", "toArray");

    /** Classes that may, and why: the size is known before. */
    private static final Map<String, String> KNOWN_SIZE = Map.of(
            "dev.shoal.source.ScanPlanning", "four numbers for each file",
            "dev.shoal.source.FactsJob", "what is known of each file, without its data: a megabyte a task at most",
            "dev.shoal.stage.Workers", "one answer for each share of some work, such as what is known of a file",
            "dev.shoal.stage.GridPointer", "the places of one dataset's stores, one for each layout",
            "dev.shoal.stage.zarr.VirtualScans", "what is known of each file, without the places of its chunks",
            "dev.shoal.stage.zarr.CommitStage", "one answer for each manifest",
            "dev.shoal.stage.zarr.VirtualWriting", "one answer for each part that was written");

    /** What all work of tasks shares. */
    private static final Set<String> SHARED = Set.of(
            "dev.shoal.stage.Load",
            "dev.shoal.stage.Progress",
            "dev.shoal.stage.SparkWork",
            "dev.shoal.stage.StageException",
            "dev.shoal.stage.Task",
            "dev.shoal.stage.TaskCounts",
            "dev.shoal.stage.Workers");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plan   | ''",
                "codec  | ''",
                "netcdf | plan codec",
                "cf     | plan netcdf qc regrid",
                "zarr   | plan codec netcdf",
                "weights | plan netcdf regrid",
                "zarr.array    | plan codec netcdf",
                "zarr.v3       | plan codec netcdf zarr.array",
                "zarr.virtual  | plan codec netcdf zarr.array",
                "zarr.kerchunk | plan codec netcdf zarr.array zarr.virtual",
                "zarr.icechunk | plan codec netcdf zarr.array zarr.v3",
                "spec   | plan codec netcdf cf zarr qc regrid",
                "source | plan netcdf cf zarr qc regrid udf catalog",
                "stage  | plan netcdf cf zarr weights spec source qc regrid udf catalog",
                "job    | plan codec netcdf cf zarr weights spec source stage qc regrid udf catalog"
            })
    void packagesKnowOnlyThoseBelow(String name, String below) {
        classes()
                .that()
                .resideInAPackage("dev.shoal." + name + "..")
                .should(knowOfShoalOnly(name + " " + below))
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> knowOfShoalOnly(String names) {
        DescribedPredicate<JavaClass> others = resideInAPackage("dev.shoal..")
                .and(DescribedPredicate.not(resideInAnyPackage(Pattern.compile("\\s+")
                        .splitAsStream(names)
                        .map(name -> "dev.shoal." + name + "..")
                        .toArray(String[]::new))));
        return ArchConditions.not(ArchConditions.dependOnClassesThat(others)).as("know of Shoal only %s", names);
    }

    /** Work on stores stands beside the products of a run; with them it shares how Spark work is shown and refused. */
    @Test
    void workOnStoresKnowsNoProduct() {
        noClasses()
                .that()
                .resideInAPackage("dev.shoal.stage.zarr..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.shoal..")
                        .and(DescribedPredicate.not(resideInAnyPackage(
                                "dev.shoal.stage.zarr..",
                                "dev.shoal.zarr..",
                                "dev.shoal.netcdf..",
                                "dev.shoal.cf..",
                                "dev.shoal.regrid..",
                                "dev.shoal.plan..")))
                        .and(DescribedPredicate.not(DescribedPredicate.describe(
                                "are of " + SHARED,
                                item -> SHARED.contains(item.getName().replaceFirst("\\$.*", ""))))))
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({"plan", "codec", "netcdf", "cf", "zarr", "weights", "spec"})
    void filesAreReadWithoutSpark(String name) {
        noClasses()
                .that()
                .resideInAPackage("dev.shoal." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..", "org.apache.iceberg..", "org.apache.sedona.sql..")
                .check(CLASSES);
    }

    @Test
    void planningIsPureJava() {
        noClasses()
                .that()
                .resideInAPackage("dev.shoal.plan..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.jspecify..", "dev.shoal.plan..")
                .check(CLASSES);
    }

    @Test
    void theCatalogueAndTheKernelsDoNotSeeEachOtherNorFiles() {
        noClasses()
                .that()
                .resideInAPackage("dev.shoal.catalog..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.shoal.qc..", "dev.shoal.regrid..", "dev.shoal.udf..", "dev.shoal.netcdf..", "ucar..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.shoal.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void rowsAreNotBroughtIntoOneProcess() {
        DescribedPredicate<JavaMethodCall> collecting = DescribedPredicate.describe(
                "collects rows",
                call -> COLLECTING.contains(call.getName())
                        && call.getTargetOwner().getPackageName().startsWith("org.apache.spark."));
        noClasses()
                .that()
                .resideInAnyPackage("dev.shoal.source..", "dev.shoal.stage..", "dev.shoal.job..")
                .and(DescribedPredicate.describe(
                        "are not of those whose rows are few: " + KNOWN_SIZE,
                        (JavaClass item) -> !KNOWN_SIZE.containsKey(item.getName())))
                .should(callMethodWhere(collecting))
                .check(CLASSES);
    }
}
