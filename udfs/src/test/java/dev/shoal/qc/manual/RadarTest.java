package dev.shoal.qc.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shoal.qc.flag.QcFlag;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadarTest {

    private static final double NAN = Double.NaN;
    private static final double OFF = Double.POSITIVE_INFINITY;
    private static final Instant HOUR = Instant.parse("2019-01-01T01:00:00Z");

    @Test
    void theMonopoleAndOneLoopMustHear() {
        assertThat(Radials.signalToNoise(6, 0, 6, 6)).isEqualTo(QcFlag.GOOD);
        assertThat(Radials.signalToNoise(5, 5, 6, 6)).isEqualTo(QcFlag.FAIL);
        assertThat(Radials.signalToNoise(9, 9, 5, 6)).isEqualTo(QcFlag.FAIL);
        assertThat(Radials.signalToNoise(NAN, 5, 9, 6)).isEqualTo(QcFlag.UNKNOWN);
        assertThat(Radials.signalToNoise(NAN, NAN, NAN, 6)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void speedCountsInBothDirections() {
        assertThat(Radials.speed(-150, 150, 250)).isEqualTo(QcFlag.GOOD);
        assertThat(Radials.speed(-150.1, 150, 250)).isEqualTo(QcFlag.SUSPECT);
        assertThat(Radials.speed(250, 150, 250)).isEqualTo(QcFlag.SUSPECT);
        assertThat(Radials.speed(-251, 150, 250)).isEqualTo(QcFlag.FAIL);
    }

    @Test
    void theBitOfLandCountsAmongOthers() {
        assertThat(Radials.location(128, Radials.BLOCKED)).isEqualTo(QcFlag.FAIL);
        assertThat(Radials.location(128 + 2048, Radials.BLOCKED)).isEqualTo(QcFlag.FAIL);
        assertThat(Radials.location(2048, Radials.BLOCKED)).isEqualTo(QcFlag.GOOD);
        assertThat(Radials.location(NAN, Radials.BLOCKED)).isEqualTo(QcFlag.UNKNOWN);
    }

    @Test
    void aMapHasManyRadials() {
        assertThat(Radials.count(149, 300, 150)).isEqualTo(QcFlag.FAIL);
        assertThat(Radials.count(300, 300, 150)).isEqualTo(QcFlag.SUSPECT);
        assertThat(Radials.count(301, 300, 150)).isEqualTo(QcFlag.GOOD);
    }

    @Test
    void velocityChangesLittleInAnHour() {
        assertThat(Radials.change(10, -25, 36, 54)).isEqualTo(QcFlag.GOOD);
        assertThat(Radials.change(10, 46, 36, 54)).isEqualTo(QcFlag.SUSPECT);
        assertThat(Radials.change(-27, 27, 36, 54)).isEqualTo(QcFlag.FAIL);
        assertThat(Radials.change(-27, NAN, 36, 54)).isEqualTo(QcFlag.UNKNOWN);
        assertThat(Radials.change(NAN, 27, 36, 54)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void bearingsMeetAtNorth() {
        double mean = Radials.meanBearing(new double[] {350, 10, 350, 10, NAN});
        assertThat(Radials.apart(mean, 0)).isCloseTo(0, within(1e-9));
        assertThat(Radials.meanBearing(new double[] {200, 220})).isCloseTo(210, within(1e-9));
        assertThat(Radials.bearing(mean, 346, 15, 30)).isEqualTo(QcFlag.GOOD);
        assertThat(Radials.bearing(mean, 20, 15, 30)).isEqualTo(QcFlag.SUSPECT);
        assertThat(Radials.bearing(15, 0, 15, 30)).isEqualTo(QcFlag.SUSPECT);
        assertThat(Radials.bearing(mean, 329, 15, 30)).isEqualTo(QcFlag.FAIL);
        assertThat(Radials.bearing(Radials.meanBearing(new double[] {0, 180}), 9, 15, 30))
                .isEqualTo(QcFlag.UNKNOWN);
        assertThat(Radials.meanBearing(new double[0])).isNaN();
    }

    @Test
    void syntheticRadialIsNear() {
        assertThat(Radials.along(3, 4, 90)).isCloseTo(3, within(1e-12));
        assertThat(Radials.along(3, 4, 180)).isCloseTo(-4, within(1e-12));
        assertThat(Radials.synthetic(10, -5, 15, 25)).isEqualTo(QcFlag.GOOD);
        assertThat(Radials.synthetic(10, -15, 15, 25)).isEqualTo(QcFlag.SUSPECT);
        assertThat(Radials.synthetic(10, -15.1, 15, 25)).isEqualTo(QcFlag.FAIL);
        assertThat(Radials.synthetic(10, NAN, 15, 25)).isEqualTo(QcFlag.UNKNOWN);
    }

    @Test
    void aVelocityThatStaysIsStuck() {
        assertThat(Radials.stuck(new double[] {5, 5.005, 5.01}, 0.01)).isEqualTo(QcFlag.FAIL);
        assertThat(Radials.stuck(new double[] {4, 5, 5}, 0.01)).isEqualTo(QcFlag.GOOD);
        assertThat(Radials.stuck(new double[] {NAN, 5, 5}, 0.01)).isEqualTo(QcFlag.UNKNOWN);
        assertThat(Radials.stuck(new double[] {5, 5, NAN}, 0.01)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void aFileSaysWhatItIs() {
        RadialHeader right = header("LLUV rdls", "UTC", HOUR, 12, 700, -73.97);
        assertThat(right.faults("LLUV", HOUR)).isEmpty();
        assertThat(right.flag("LLUV", HOUR)).isEqualTo(QcFlag.GOOD);
        assertThat(right.faults("LLUV", HOUR.minus(Duration.ofHours(73)))).containsExactly("a time to come");
        RadialHeader wrong = header("", "EST", HOUR.plusSeconds(3600), 11, 0, -273.97);
        assertThat(wrong.faults("LLUV", HOUR))
                .hasSize(6)
                .contains("file type not said", "time zone EST", "11 columns where 12 are named", "no row");
        assertThat(wrong.flag("LLUV", HOUR)).isEqualTo(QcFlag.FAIL);
    }

    private static RadialHeader header(String type, String zone, Instant name, int columns, int rows, double lon) {
        return new RadialHeader(
                type, "SEAB", "Ideal", zone, Optional.of(HOUR), Optional.of(name), 40.37, lon, 12, columns, rows);
    }

    @Test
    void aRadialIsNearTheMedianOfThoseAround() {
        // two range cells of 3 km, bearings 5 degrees apart across north
        double[] ranges = {3, 3, 3, 6, 6, 12, NAN};
        double[] bearings = {355, 0, 5, 355, 5, 0, 0};
        double[] velocities = {10, 60, 12, 11, NAN, 90, 3};
        byte[] flags = new byte[7];
        new RadialMedian(ranges, bearings, velocities, 3.1, 10).flag(30, flags);
        // around each of the first four lie 10, 60, 12 and 11 with the median 11.5
        assertThat(flags)
                .containsExactly(
                        QcFlag.GOOD,
                        QcFlag.FAIL,
                        QcFlag.GOOD,
                        QcFlag.GOOD,
                        QcFlag.MISSING,
                        QcFlag.GOOD,
                        QcFlag.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void medianIsThatOfAllWithinTheLimits(long seed) {
        Random random = new Random(seed);
        int size = 300;
        double[] ranges = random.doubles(size, 1, 60).toArray();
        double[] bearings = random.doubles(size, -180, 360).toArray();
        double[] velocities = random.doubles(size, -50, 50).toArray();
        double bearingLimit = new double[] {7, 10, 130, 200}[(int) seed - 1];
        RadialMedian map = new RadialMedian(ranges, bearings, velocities, 6.3, bearingLimit);
        for (int i = 0; i < size; i++) {
            int at = i;
            double[] around = IntStream.range(0, size)
                    .filter(j -> Math.abs(ranges[at] - ranges[j]) <= 6.3
                            && Radials.apart(bearings[at], bearings[j]) <= bearingLimit)
                    .mapToDouble(j -> velocities[j])
                    .sorted()
                    .toArray();
            double expected = (around[(around.length - 1) / 2] + around[around.length / 2]) / 2;
            assertThat(map.median(i)).isEqualTo(expected);
        }
    }

    @Test
    void totalsHaveRadialsEnoughThatCrossWell() {
        assertThat(Totals.density(3, 3)).isEqualTo(QcFlag.GOOD);
        assertThat(Totals.density(2, 3)).isEqualTo(QcFlag.FAIL);
        assertThat(Totals.dilution(1.24, 1.25, 10)).isEqualTo(QcFlag.GOOD);
        assertThat(Totals.dilution(1.25, 1.25, 10)).isEqualTo(QcFlag.SUSPECT);
        assertThat(Totals.dilution(10, 1.25, 10)).isEqualTo(QcFlag.FAIL);
        assertThat(Totals.speed(-3, 4, OFF, 5)).isEqualTo(QcFlag.GOOD);
        assertThat(Totals.speed(-3, 4.1, OFF, 5)).isEqualTo(QcFlag.FAIL);
        assertThat(Totals.speed(NAN, 4.1, OFF, 5)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void aTotalIsNearTheMedianOfThoseAround() {
        double[] rows = new double[12];
        double[] columns = new double[12];
        Arrays.setAll(rows, i -> Math.floorDiv(i, 4));
        Arrays.setAll(columns, i -> Math.floorMod(i, 4));
        double[] u = new double[12];
        double[] v = new double[12];
        Arrays.fill(u, 10);
        u[5] = 40;
        v[5] = 40;
        u[0] = NAN;
        columns[11] = NAN;
        byte[] flags = new byte[12];
        new TotalMedian(rows, columns, u, v).flag(1, 49, flags);
        assertThat(flags).containsExactly(9, 1, 1, 1, 1, 4, 1, 1, 1, 1, 1, 2);
        new TotalMedian(rows, columns, u, v).flag(1, 50, flags);
        assertThat(flags[5]).isEqualTo(QcFlag.GOOD);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void medianOfTotalsIsThatOfAllWithinTheSteps(long seed) {
        Random random = new Random(seed);
        int size = 250;
        double[] rows = random.ints(size, -10, 10).asDoubleStream().toArray();
        double[] columns = random.ints(size, -10, 10).asDoubleStream().toArray();
        double[] u = random.doubles(size, -50, 50).toArray();
        double[] v = random.doubles(size, -50, 50).toArray();
        byte[] flags = new byte[size];
        new TotalMedian(rows, columns, u, v).flag(2, 45, flags);
        for (int i = 0; i < size; i++) {
            int at = i;
            int[] around = IntStream.range(0, size)
                    .filter(j -> Math.abs(rows[at] - rows[j]) <= 2 && Math.abs(columns[at] - columns[j]) <= 2)
                    .toArray();
            double away = Math.hypot(u[i] - median(u, around), v[i] - median(v, around));
            assertThat(flags[i]).isEqualTo(away > 45 ? QcFlag.FAIL : QcFlag.GOOD);
        }
    }

    private static double median(double[] values, int[] which) {
        double[] sorted =
                Arrays.stream(which).mapToDouble(i -> values[i]).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    @Test
    void signalsStandOutOfTheNoise() {
        assertThat(Radials.eigenvalues(1, 500, 2, 0.2, 100)).isEqualTo(QcFlag.GOOD);
        assertThat(Radials.eigenvalues(200, 1, 2, 0.2, 100)).isEqualTo(QcFlag.SUSPECT);
        assertThat(Radials.eigenvalues(10, 8, 9, 0.2, 100)).isEqualTo(QcFlag.FAIL);
        assertThat(Radials.eigenvalues(10, NAN, 9, 0.2, 100)).isEqualTo(QcFlag.MISSING);
        assertThat(Radials.peakPower(5, 5)).isEqualTo(QcFlag.GOOD);
        assertThat(Radials.peakPower(4.9, 5)).isEqualTo(QcFlag.FAIL);
        assertThat(Radials.peakWidth(49.9, 50)).isEqualTo(QcFlag.GOOD);
        assertThat(Radials.peakWidth(50, 50)).isEqualTo(QcFlag.FAIL);
        assertThat(Radials.definiteness(2, 3, -1, 5, 3)).isEqualTo(QcFlag.GOOD);
        assertThat(Radials.definiteness(2, 2, -1, 5, 3)).isEqualTo(QcFlag.SUSPECT);
        assertThat(Radials.definiteness(2, 1, -1, 5, 3)).isEqualTo(QcFlag.FAIL);
    }
}
