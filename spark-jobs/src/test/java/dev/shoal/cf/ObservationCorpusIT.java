package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Observations of real files, against netCDF4-python: the judge is asked for time, latitude, longitude, depth and one
 * variable at every place of the file's own order. {@code observations.csv} holds the files, what is known of them, and
 * the expressions (of {@code judge.py}).
 */
class ObservationCorpusIT {

    private static final Configuration CONF = new Configuration();
    private static final int TYPE = 1;
    private static final int REPRESENTATION = 2;
    private static final int COUNT = 3;
    private static final int SERIES = 4;
    private static final int PLATFORM = 5;
    private static final int TIME = 6;
    private static final int LATITUDE = 7;
    private static final int LONGITUDE = 8;
    private static final int DEPTH = 9;
    private static final int COLUMN = 10;
    private static final int VALUES = 11;

    @ParameterizedTest(name = "{0} {10}")
    @CsvFileSource(resources = "observations.csv", delimiterString = " | ", numLinesToSkip = 1, quoteCharacter = '"')
    void meansWhatNetcdf4PythonReads(ArgumentsAccessor expected) throws IOException, InterruptedException {
        Path path = Judge.corpus(expected.getString(0));
        List<String> expressions = new ArrayList<>();
        for (int field : new int[] {TIME, LATITUDE, LONGITUDE, DEPTH, VALUES}) {
            expressions.add(expected.getString(field));
        }
        List<double[]> judged = Judge.values(path, expressions);
        try (ArrayFile file = ArrayFiles.open(path.toString(), CONF)) {
            CfDataset dataset = CfDataset.of(file);
            ObservationLayout layout = dataset.observations().orElseThrow();
            assertThat(dataset.featureType().name()).isEqualTo(expected.getString(TYPE));
            assertThat(layout.representation().name()).isEqualTo(expected.getString(REPRESENTATION));
            assertThat((long) judged.get(4).length).isEqualTo(layout.observations());
            check(batches(file, dataset), column(layout, expected.getString(COLUMN)), judged, expected);
        }
    }

    private static void check(
            List<ObservationBatch> batches, int column, List<double[]> judged, ArgumentsAccessor expected) {
        long[] index =
                batches.stream().flatMapToLong(b -> Arrays.stream(b.index())).toArray();
        assertThat(index).hasSize(expected.getInteger(COUNT));
        Closeness.checkMicros(
                batches.stream()
                        .flatMapToLong(b -> Arrays.stream(b.timeMicros()))
                        .toArray(),
                at(judged.get(0), index));
        Closeness.checkExact(
                "latitude", joined(batches.stream().map(ObservationBatch::lat).toList()), at(judged.get(1), index));
        Closeness.checkExact(
                "longitude", joined(batches.stream().map(ObservationBatch::lon).toList()), at(judged.get(2), index));
        Closeness.checkExact(
                "depth",
                joined(batches.stream().map(ObservationBatch::depthMetres).toList()),
                at(judged.get(3), index));
        Closeness.checkExact(
                "values", joined(batches.stream().map(b -> b.values()[column]).toList()), at(judged.get(4), index));
        assertThat(leftOut(judged.get(4), index)).as("values left out").isZero();
        TreeSet<String> series = new TreeSet<>();
        batches.forEach(batch -> series.addAll(Arrays.asList(batch.series())));
        assertThat(series).hasSize(expected.getInteger(SERIES));
        assertThat(batches.get(0).platform()[0]).isEqualTo(expected.getString(PLATFORM));
    }

    private static int column(ObservationLayout layout, String name) {
        return layout.variables().stream()
                .map(ObservedVariable::column)
                .toList()
                .indexOf(name);
    }

    private static List<ObservationBatch> batches(ArrayFile file, CfDataset dataset) throws IOException {
        List<ObservationBatch> batches = new ArrayList<>();
        try (ObservationReader reader = ObservationReader.open(file, dataset, 1000)) {
            while (reader.next()) {
                batches.add(reader.batch());
            }
        }
        return batches;
    }

    private static double[] joined(List<double[]> parts) {
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] at(double[] all, long[] index) {
        return Arrays.stream(index).mapToDouble(i -> all[(int) i]).toArray();
    }

    /** Counts values that no observation has. */
    private static long leftOut(double[] all, long[] index) {
        double[] rest = all.clone();
        Arrays.stream(index).forEach(i -> rest[(int) i] = Double.NaN);
        return Arrays.stream(rest).filter(value -> !Double.isNaN(value)).count();
    }
}
