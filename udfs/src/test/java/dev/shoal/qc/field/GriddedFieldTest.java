package dev.shoal.qc.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GriddedFieldTest {

    private static final float NAN = Float.NaN;

    /** Two rows at 10 and 20 north, three columns at 0, 10 and 20 east. */
    private static GriddedField small(FieldMethod method, float... values) {
        return new GriddedField(
                FieldAxes.of(new double[] {10, 20}, new double[] {0, 10, 20}), values, method, FieldMethod.NEAREST);
    }

    private static double at(GriddedField field, double lat, double lon) {
        return at(field, lat, lon, 0, 0);
    }

    private static double at(GriddedField field, double lat, double lon, double depth, long micros) {
        return field.sample(
                        new FieldPlaces(
                                new double[] {lat}, new double[] {lon}, new double[] {depth}, new long[] {micros}),
                        1)[0];
    }

    private static long micros(String time) {
        return Instant.parse(time).toEpochMilli() * 1000;
    }

    private static double[] steps(double first, double step, int count) {
        return IntStream.range(0, count).mapToDouble(i -> first + i * step).toArray();
    }

    @Test
    void isLinearBetweenNodes() {
        GriddedField field = small(FieldMethod.LINEAR, 1, 2, 3, 5, 6, 7);
        assertThat(at(field, 10, 0)).isEqualTo(1);
        assertThat(at(field, 15, 0)).isEqualTo(3);
        assertThat(at(field, 12.5, 15)).isEqualTo(3.5);
        assertThat(at(field, 20, 20)).isEqualTo(7);
    }

    @Test
    void isTheNearestNodesValue() {
        GriddedField field = small(FieldMethod.NEAREST, 1, 2, 3, 5, 6, 7);
        assertThat(at(field, 14, 4)).isEqualTo(1);
        assertThat(at(field, 16, 16)).isEqualTo(7);
        assertThat(at(field, 15, 5)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 10, 2",
        "25, 10, 6",
        "4.9, 10, NaN",
        "25.1, 10, NaN",
        "10, -5, 1",
        "10, 25, 3",
        "10, -5.1, NaN",
        "10, 25.1, NaN",
        "10, 355, 1",
        "10, 370, 2",
        "NaN, 10, NaN",
        "10, NaN, NaN",
        "10, Infinity, NaN"
    })
    void holdsForHalfAStepMoreThanItsNodes(double lat, double lon, double expected) {
        assertThat(Double.valueOf(at(small(FieldMethod.LINEAR, 1, 2, 3, 5, 6, 7), lat, lon)))
                .isEqualTo(Double.valueOf(expected));
    }

    @Test
    void leavesOutMissingNodesWhereHalfOfTheWeightIsThere() {
        GriddedField one = small(FieldMethod.LINEAR, NAN, 2, 3, 5, 6, 7);
        assertThat(at(one, 15, 5)).isCloseTo((2 + 5 + 6) / 3.0, within(1e-12));
        assertThat(at(one, 10, 5)).isEqualTo(2);
        assertThat(at(one, 10, 4)).isNaN();
        assertThat(at(one, 10, 0)).isNaN();
        assertThat(at(one, 20, 0)).isEqualTo(5);
        assertThat(at(small(FieldMethod.LINEAR, NAN, NAN, 3, NAN, 6, 7), 15, 5)).isNaN();
        assertThat(at(small(FieldMethod.NEAREST, NAN, 2, 3, 5, 6, 7), 10, 4)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void reproducesALinearFieldWhateverWayItsAxesGo(long seed) {
        Random random = new Random(seed);
        double[] lat = way(random, steps(-60 + random.nextInt(20), 2.5, 30));
        double[] lon = way(random, steps(random.nextInt(100) - 50, 1.25, 60));
        double[] depth = way(random, new double[] {0, 5, 10, 25, 50, 100, 250});
        float[] values = new float[depth.length * lat.length * lon.length];
        int cell = 0;
        for (double metres : depth) {
            for (double north : lat) {
                for (double east : lon) {
                    values[cell++] = (float) (metres - 2 * north + 3 * east);
                }
            }
        }
        FieldAxes axes = new FieldAxes(lat, lon, depth, FieldCycle.NONE, 1);
        GriddedField field = new GriddedField(axes, values, FieldMethod.LINEAR, FieldMethod.LINEAR);
        double west = Arrays.stream(lon).min().orElseThrow();
        double south = Arrays.stream(lat).min().orElseThrow();
        for (int i = 0; i < 1000; i++) {
            double east = west + random.nextDouble() * 59 * 1.25;
            double north = south + random.nextDouble() * 29 * 2.5;
            double metres = random.nextDouble() * 250;
            double turned = east + 360 * (random.nextInt(5) - 2);
            assertThat(at(field, north, turned, metres, 0)).isCloseTo(metres - 2 * north + 3 * east, within(1e-3));
        }
    }

    private static double[] way(Random random, double[] axis) {
        double[] other = axis.clone();
        if (random.nextBoolean()) {
            for (int i = 0; i < axis.length; i++) {
                other[i] = axis[axis.length - 1 - i];
            }
        }
        return other;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-180, -179.5, 0, 0.5, 20.5, 180})
    void meansTheSameFromAnyFirstMeridian(double first) {
        double[] lat = steps(89.5, -1, 180);
        GriddedField usual = global(lat, steps(-179.5, 1, 360));
        double[] round = steps(first + (first % 1 == 0 ? 0.5 : 0), 1, 360);
        GriddedField other = global(lat, round);
        GriddedField jumping = global(
                lat, Arrays.stream(round).map(x -> Math.IEEEremainder(x, 360)).toArray());
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            double north = random.nextDouble() * 180 - 90;
            double east = random.nextDouble() * 720 - 360;
            double expected = at(usual, north, east);
            assertThat(at(other, north, east)).isCloseTo(expected, within(1e-9));
            assertThat(at(jumping, north, east)).isCloseTo(expected, within(1e-9));
        }
    }

    /** A wave round the globe on each row. */
    private static GriddedField global(double[] lat, double[] lon) {
        float[] values = new float[lat.length * lon.length];
        for (int cell = 0; cell < values.length; cell++) {
            double east = Math.rint(Math.IEEEremainder(lon[cell % lon.length], 360) * 2) / 2;
            values[cell] = (float) (Math.abs(east) + lat[cell / lon.length]);
        }
        return new GriddedField(FieldAxes.of(lat, lon), values, FieldMethod.LINEAR, FieldMethod.NEAREST);
    }

    @Test
    void goesOverTheAntimeridianAndToThePoles() {
        GriddedField field = global(steps(-89.5, 1, 180), steps(-179.5, 1, 360));
        assertThat(at(field, 0, 180)).isCloseTo(179.5, within(1e-6));
        assertThat(at(field, 0, -180)).isEqualTo(at(field, 0, 180));
        assertThat(at(field, 0, 179.75)).isEqualTo(at(field, 0, -179.75));
        assertThat(at(field, 90, 20.5)).isEqualTo(20.5 + 89.5);
        assertThat(at(field, -90, 20.5)).isEqualTo(20.5 - 89.5);
        assertThat(at(field, 90.1, 20.5)).isNaN();
    }

    @Test
    void mayHaveTheFirstMeridianTwice() {
        double[] lon = steps(0, 90, 5);
        GriddedField field = new GriddedField(
                FieldAxes.of(new double[] {0, 1}, lon),
                new float[] {0, 1, 2, 3, 0, 0, 1, 2, 3, 0},
                FieldMethod.LINEAR,
                FieldMethod.NEAREST);
        assertThat(at(field, 0, -45)).isEqualTo(1.5);
        assertThat(at(field, 0, 360)).isEqualTo(0);
    }

    @Test
    void isNowhereWithoutADepthOrTimeThatItAsksFor() {
        FieldAxes axes =
                new FieldAxes(new double[] {0, 1}, new double[] {0, 1}, new double[] {0, 10, 30}, FieldCycle.SEASON, 4);
        float[] values = new float[48];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = Math.floorDiv(cell, 4);
        }
        GriddedField field = new GriddedField(axes, values, FieldMethod.LINEAR, FieldMethod.NEAREST);
        long may = micros("2020-05-17T00:00:00Z");
        assertThat(at(field, 0, 0, 10, may)).isEqualTo(4);
        assertThat(at(field, 0, 0, 25, may)).isEqualTo(4.75);
        assertThat(at(field, 0, 0, -2, may)).isEqualTo(3);
        assertThat(at(field, 0, 0, 40, may)).isEqualTo(5);
        assertThat(at(field, 0, 0, 40.5, may)).isNaN();
        assertThat(at(field, 0, 0, Double.NaN, may)).isNaN();
        assertThat(at(field, 0, 0, 10, FieldPlaces.NO_TIME)).isNaN();
        assertThat(field.bytes()).isEqualTo(192);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 12, 2020-01-01T00:00:00Z, 0, 5.5",
        "MONTH, 12, 2020-02-15T12:00:00Z, 1, 1",
        "MONTH, 12, 2021-12-31T23:59:59Z, 11, 5.5",
        "MONTH, 12, 1969-07-16T12:00:00Z, 6, 6",
        "SEASON, 4, 2020-03-31T23:00:00Z, 0, 0.5",
        "SEASON, 4, 2020-12-31T23:59:59Z, 3, 1.5",
        "SEASON_DJF, 4, 2020-12-01T00:00:00Z, 0, 1.5",
        "SEASON_DJF, 4, 2020-11-30T23:00:00Z, 3, 1.5",
        "DAY, 365, 2020-02-29T12:00:00Z, 58, 58",
        "DAY, 365, 2020-03-01T12:00:00Z, 59, 59",
        "DAY, 365, 2020-12-31T12:00:00Z, 364, 364",
        "DAY, 366, 2020-02-29T12:00:00Z, 59, 59",
        "DAY, 366, 2021-03-01T12:00:00Z, 60, 60",
        "DAY, 366, 2021-12-31T12:00:00Z, 365, 365"
    })
    void takesTheStepOfTheYear(FieldCycle cycle, int steps, String time, double nearest, double linear) {
        FieldAxes axes = new FieldAxes(new double[] {0, 1}, new double[] {0, 1}, new double[0], cycle, steps);
        float[] values = new float[4 * steps];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = Math.floorDiv(cell, 4);
        }
        GriddedField inSteps = new GriddedField(axes, values, FieldMethod.LINEAR, FieldMethod.NEAREST);
        GriddedField between = new GriddedField(axes, values, FieldMethod.NEAREST, FieldMethod.LINEAR);
        assertThat(at(inSteps, 0, 0, 0, micros(time))).isEqualTo(nearest);
        assertThat(at(between, 0, 0, 0, micros(time))).isCloseTo(linear, within(0.02));
    }

    @Test
    void refusesAxesThatTellNothing() {
        double[] lat = {0, 1};
        assertThatThrownBy(() -> new FieldAxes(lat, lat, new double[0], FieldCycle.MONTH, 11))
                .hasMessage("Cannot make a field: found 11 steps of the year, expected 12 steps.");
        assertThatThrownBy(() -> field(new double[] {0, 1, 0.5}, lat, 6))
                .hasMessage("Cannot make a field: found the latitudes 1.0 and 0.5 at index 2, expected them to go one"
                        + " way. Sort the field.");
        assertThatThrownBy(() -> field(lat, steps(0, 100, 5), 10)).hasMessageContaining("more than once round");
        assertThatThrownBy(() -> field(new double[] {0}, lat, 2))
                .hasMessage("Cannot make a field: found 1 nodes of latitude, expected two or more.");
        assertThatThrownBy(() -> field(lat, lat, 5))
                .hasMessage("Cannot make a field of 4 cells: found 5 values, expected one for each.");
    }

    private static GriddedField field(double[] lat, double[] lon, int values) {
        return new GriddedField(FieldAxes.of(lat, lon), new float[values], FieldMethod.LINEAR, FieldMethod.NEAREST);
    }

    @Test
    void comesThroughSerialization() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(small(FieldMethod.LINEAR, 1, 2, 3, 5, 6, 7));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(at((GriddedField) in.readObject(), 12.5, 15)).isEqualTo(3.5);
        }
    }
}
