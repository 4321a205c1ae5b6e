package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

/** In real files, the element that an observation's flag is laid on holds the observation's value. */
class FlagPlacesIT {

    private static final long MOST_BYTES = 8 << 20;

    private long compared;

    @Test
    void flagsLieOnTheValuesTheyAreOf() throws IOException {
        int files = 0;
        for (Path path : Corpus.files("timeseries", "profile", "trajectory", "dsg")) {
            if (path.toString().endsWith(".nc") && Files.size(path) <= MOST_BYTES && check(path)) {
                files++;
            }
        }
        System.out.println(files + " files with " + compared + " values");
        assertThat(files).isGreaterThan(50);
        assertThat(compared).isGreaterThan(100_000);
    }

    private boolean check(Path path) throws IOException {
        try (ArrayFile file = ArrayFiles.open(path.toString(), new Configuration())) {
            CfDataset dataset = CfDataset.of(file);
            Optional<ObservationLayout> layout = dataset.observations();
            if (layout.isEmpty() || layout.get().observations() > 1 << 20) {
                return false;
            }
            List<ObservedVariable> variables = layout.get().variables();
            double[][] observed = observed(path, dataset, (int) layout.get().observations());
            FlagPlaces places = new FlagPlaces(file, layout.get());
            int[] numbers = new int[(int) layout.get().observations()];
            Arrays.setAll(numbers, i -> i + 1);
            for (int v = 0; v < variables.size(); v++) {
                if (variables.get(v).kind() == ObservedVariable.Kind.DATA
                        && variables.get(v).header().size() == numbers.length) {
                    check(
                            path,
                            file,
                            variables.get(v),
                            places.bits(variables.get(v).header(), numbers),
                            observed[v]);
                }
            }
            return true;
        }
    }

    private static double[][] observed(Path path, CfDataset dataset, int size) throws IOException {
        double[][] observed =
                new double[dataset.observations().orElseThrow().variables().size()][size];
        for (double[] column : observed) {
            Arrays.fill(column, Double.NaN);
        }
        ArrayFile again = ArrayFiles.open(path.toString(), new Configuration());
        try (ObservationReader reader = ObservationReader.open(again, dataset)) {
            while (reader.next()) {
                ObservationBatch batch = reader.batch();
                for (int v = 0; v < observed.length; v++) {
                    for (int i = 0; i < batch.size(); i++) {
                        observed[v][(int) batch.index()[i]] = batch.values()[v][i];
                    }
                }
            }
        }
        return observed;
    }

    private void check(Path path, ArrayFile file, ObservedVariable variable, int[] laid, double[] observed)
            throws IOException {
        if (!variable.header().type().isNumeric()) {
            return;
        }
        double[] elements = variable.packing().decode(file.read(variable.header()));
        for (int element = 0; element < elements.length; element++) {
            if (laid[element] > 0) {
                double value = variable.factor() * elements[element] + variable.offset();
                double expected = observed[laid[element] - 1];
                assertThat(Double.compare(value, expected) == 0 || Math.abs(value - expected) <= 1e-9 * Math.abs(value))
                        .as("%s %s %d: %s, %s", path, variable.column(), element, value, expected)
                        .isTrue();
                compared++;
            }
        }
    }
}
