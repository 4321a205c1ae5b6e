package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.UnreadableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

/** The feature type of every real file, declared, misspelt or guessed, and how it was told. */
class FeatureTypesIT {

    @Test
    void tellsTheTypeOfEveryFileAndWhy() throws IOException {
        Map<String, Integer> table = new TreeMap<>();
        int files = 0;
        for (Path path : Judge.corpusFiles(List.of("dsg", "profile", "timeseries", "trajectory", "swath"))) {
            try (ArrayFile file = ArrayFiles.open(path.toString(), new Configuration())) {
                CfDataset dataset = CfDataset.of(file);
                assertThat(dataset.featureTypeReason()).isNotBlank();
                String folder = path.subpath(path.getNameCount() - 3, path.getNameCount())
                        .toString();
                table.merge(
                        "%-18s %-34s %-70s "
                                        .formatted(
                                                dataset.featureType().title(),
                                                dataset.observations()
                                                        .map(layout -> layout.representation()
                                                                .title())
                                                        .orElse("-"),
                                                dataset.featureTypeReason())
                                + folder,
                        1,
                        Integer::sum);
                boolean observed =
                        dataset.observations().isPresent() || !dataset.grids().isEmpty();
                assertThat(observed || !dataset.problems().isEmpty())
                        .as(path.toString())
                        .isTrue();
                files++;
            } catch (UnreadableException refused) {
                table.merge("refused: " + refused.getMessage(), 1, Integer::sum);
            }
        }
        table.forEach((line, count) -> System.out.printf("%4d %s%n", count, line));
        assertThat(files).isGreaterThan(60);
    }
}
