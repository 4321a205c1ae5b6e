package dev.shoal.qc.argo;

import static dev.shoal.qc.argo.Floats.NAN;
import static dev.shoal.qc.argo.Floats.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Test 25. */
class MeddTest {

    private static final double[] PRESSURE = steps(5, 10, 100);

    @Test
    void aSmoothProfileHasNoSpikes() {
        assertThat(spikes(thermocline()).isEmpty()).isTrue();
    }

    @Test
    void aLoneValueFarFromTheMedianIsASpike() {
        double[] values = thermocline();
        values[40] += 3;
        assertThat(spikes(values).toString()).isEqualTo("{40}");
        values[70] -= 3;
        assertThat(spikes(values).toString()).isEqualTo("{40, 70}");
    }

    /** The extent is bounded by 4 and 10 degrees: below 500 dbar a tenth of it, at most 1 degree, passes. */
    @Test
    void howFarDependsOnTheExtentOfTheProfile() {
        double[] values = thermocline();
        values[60] += 0.3;
        assertThat(spikes(values).isEmpty()).isTrue();
        values[60] += 1.7;
        assertThat(spikes(values).toString()).isEqualTo("{60}");
    }

    @Test
    void aSpikeIsConfirmedByDensityOrByItsLack() {
        BitSet own = new BitSet();
        own.set(1, 4);
        BitSet ofDensity = new BitSet();
        ofDensity.set(1);
        assertThat(Medd.confirmed(own, ofDensity, new double[] {1025, 1025, 1025, NAN})
                        .toString())
                .isEqualTo("{1, 3}");
    }

    @Test
    void theOrderOfLevelsDoesNotMatter() {
        double[] values = thermocline();
        values[40] += 3;
        double[] backValues = new double[values.length];
        double[] backPressure = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            backValues[i] = values[values.length - 1 - i];
            backPressure[i] = PRESSURE[values.length - 1 - i];
        }
        assertThat(Medd.spikes(backValues, backPressure, all(values.length), MeddLimits.TEMPERATURE)
                        .toString())
                .isEqualTo("{59}");
    }

    @Test
    void missingAndUnusableLevelsAreNeitherJudgedNorCounted() {
        double[] values = thermocline();
        values[40] += 3;
        values[41] = NAN;
        BitSet usable = all(values.length);
        assertThat(Medd.spikes(values, PRESSURE, usable, MeddLimits.TEMPERATURE).toString())
                .isEqualTo("{40}");
        usable.clear(40);
        assertThat(Medd.spikes(values, PRESSURE, usable, MeddLimits.TEMPERATURE).isEmpty())
                .isTrue();
    }

    @Test
    void fiveLevelsAreTooFew() {
        double[] values = {10, 10, 30, 10, 10};
        assertThat(Medd.spikes(values, steps(5, 10, 5), all(5), MeddLimits.TEMPERATURE)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void hostileProfilesEnd() {
        Random random = new Random(1);
        double[] values = new double[500];
        double[] pressure = new double[500];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian() * Math.pow(10, random.nextInt(300));
            pressure[i] = random.nextGaussian() * Math.pow(10, random.nextInt(300));
        }
        assertThat(Medd.spikes(values, pressure, all(500), MeddLimits.DENSITY).length())
                .isLessThanOrEqualTo(500);
    }

    @Test
    void aProfileOfTooManyLevelsIsNotTested() {
        double[] many = Floats.steps(1, 0.01, Medd.MOST + 1);
        assertThatThrownBy(() -> Medd.spikes(many, many, all(many.length), MeddLimits.DENSITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 50001 levels, expected at most 50000");
        assertThat(Floats.run(MeddCheck.MANUAL, Floats.profile("PRES", many, "TEMP", many))
                        .performed())
                .isEmpty();
    }

    @Test
    void theMiddleIsThatOfSorting() {
        Random random = new Random(2);
        for (int round = 0; round < 200; round++) {
            double[] values = random.ints(2L * random.nextInt(40) + 1, 0, 10)
                    .asDoubleStream()
                    .toArray();
            double expected = RunningMedian.of(values);
            assertThat(Selection.middle(values)).isEqualTo(expected);
        }
    }

    @Test
    void limitsAreOfSixLayersAndFourZones() {
        assertThatThrownBy(() -> new MeddLimits(List.of(1.0), List.of(1.0), List.of(1.0), 1, 2, 1, -1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 1, 1 and 1 values, expected 6, 6 and 4");
    }

    /** Profiles whose salinity is right and whose temperature alone is off are judged with their density. */
    @Test
    void theCheckFlagsTemperatureAndSalinity() {
        double[] temperature = thermocline();
        temperature[40] += 4;
        double[] salinity = Floats.same(35, 100);
        salinity[70] += 1;
        ArgoProfile profile = Floats.profile("PRES", PRESSURE, "TEMP", temperature, "PSAL", salinity);
        ArgoResult result = Floats.run(MeddCheck.MANUAL, profile);
        assertThat(Levels.flagged(result.flagsOf("TEMP"), ArgoFlag.BAD).toString())
                .isEqualTo("{40}");
        assertThat(Levels.flagged(result.flagsOf("PSAL"), ArgoFlag.BAD).toString())
                .isEqualTo("{70}");
        assertThat(result.failed()).containsExactly(ArgoTest.MEDD);
    }

    @Test
    void aLoneTemperatureHasWiderLimits() {
        double[] temperature = thermocline();
        temperature[40] += 4;
        ArgoResult result = Floats.run(MeddCheck.MANUAL, Floats.profile("PRES", PRESSURE, "TEMP", temperature));
        assertThat(Levels.flagged(result.flagsOf("TEMP"), ArgoFlag.BAD).toString())
                .isEqualTo("{40}");
    }

    private static BitSet spikes(double[] values) {
        return Medd.spikes(values, PRESSURE, all(values.length), MeddLimits.TEMPERATURE);
    }

    private static BitSet all(int levels) {
        BitSet all = new BitSet();
        all.set(0, levels);
        return all;
    }

    private static double[] thermocline() {
        double[] values = new double[PRESSURE.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = 5 + 10 * Math.exp(-PRESSURE[i] / 300);
        }
        return values;
    }
}
