package dev.shoal.stage;

import dev.shoal.catalog.DatasetKind;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.spec.RunSpec;
import dev.shoal.spec.SourceSpec;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Chooses the product that a specification and the files ask for.
 *
 * @param tables of the catalogue
 * @param run id of the run
 */
record Products(SparkSession spark, CatalogTables tables, RunSpec spec, Progress progress, String run) {

    /** Returns the product that goes on with what is published, or begins with these files. */
    Product of(Situation situation, List<FileDescription> described) {
        if (!situation.isSameWork()) {
            return of(described, situation.location());
        }
        return situation.kind().equals(DatasetKind.GRID.title()) ? grids(situation.location()) : observations();
    }

    /**
     * Returns the product whose values stay while other tests are put to them; nothing where more than tests changed.
     */
    Optional<ObservationProduct> judgedAgain(Situation situation) {
        boolean stays = !situation.isSameWork()
                && situation.standing() == Standing.REGISTERED
                && situation.change().isNothing()
                && situation.kind().equals(DatasetKind.OBSERVATIONS.title());
        return stays ? Optional.of(observations()).filter(ObservationProduct::canJudgeAgain) : Optional.empty();
    }

    /** Compares what is published of the dataset with what the catalogue says of it. */
    Standing standing(Previous previous) {
        return previous.dataset()
                .map(known ->
                        (known.kind() == DatasetKind.GRID ? grids(known.location()) : observations()).standing(known))
                .orElse(Standing.OTHER);
    }

    /** Returns the product that begins with these files. */
    Product of(List<FileDescription> described) {
        return of(described, "");
    }

    private Product of(List<FileDescription> described, String registered) {
        return switch (spec.source().kind()) {
            case GRIDS -> grids(registered);
            case OBSERVATIONS -> observations();
            case AUTO -> asTheFilesSay(described, registered);
        };
    }

    private Product asTheFilesSay(List<FileDescription> described, String registered) {
        long observed = count(described, SourceSpec.Kind.OBSERVATIONS);
        long gridded = count(described, SourceSpec.Kind.GRIDS);
        if (observed == 0 && gridded == 0) {
            throw StageException.configuration("Cannot make dataset '" + spec.dataset()
                    + "': no file holds a field over latitude and longitude, nor observations. "
                    + described.stream()
                            .flatMap(file -> file.problems().stream())
                            .findFirst()
                            .orElse("Every file was refused; see the table ocean.catalog.rejects."));
        }
        return observed >= gridded ? observations() : grids(registered);
    }

    private static long count(List<FileDescription> described, SourceSpec.Kind kind) {
        return described.stream()
                .filter(file -> kind == SourceSpec.Kind.GRIDS
                        ? !file.grids().isEmpty()
                        : !file.columns().isEmpty())
                .count();
    }

    private ObservationProduct observations() {
        return new ObservationProduct(spark, tables, spec, progress, run);
    }

    private Product grids(String registered) {
        String warehouse = spark.conf().get("spark.sql.catalog." + CatalogTables.CATALOG + ".warehouse");
        String folder = spec.output().path().orElse(warehouse + "/zarr/" + spec.dataset());
        return new GridProduct(spark, spec, progress, qualified(folder), registered);
    }

    /** Returns a path with its scheme, so that it means the same for every reader of the catalogue. */
    private String qualified(String folder) {
        try {
            Path path = new Path(folder);
            return path.getFileSystem(spark.sparkContext().hadoopConfiguration())
                    .makeQualified(path)
                    .toString();
        } catch (IOException error) {
            throw StageException.store(folder, error);
        }
    }
}
