package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A test of the samples of one series.
 *
 * <p>Whatever part of a series it is given, together with the samples within its {@link #reach} and the {@link Cadence}
 * of the whole, its flags are those it gives to the whole.
 */
public sealed interface SeriesTest extends QcTest
        permits ArgoSeriesTest,
                PointwiseTest,
                Spike,
                RateOfChange,
                FlatLine,
                AutoqcTest,
                AttenuatedSignal,
                Climatology,
                DensityInversion,
                PercentileRange,
                ImpossibleDate,
                DataReception,
                TimeGap,
                Syntax,
                PressureIncreasing,
                DuplicateTimestamp,
                ValidTime,
                MeasureTest,
                StuckValue,
                CotedeTest,
                BasinRange,
                PlaceTest,
                SeaFloor,
                GriddedClimatology,
                FreezingPoint,
                QartodTest {

    /**
     * Returns how far around a sample the test looks.
     *
     * @param cadence of the whole series; with {@link Cadence#UNMEASURED} a test that depends on it asks for the whole
     */
    Reach reach(Cadence cadence);

    /**
     * Sets the test to work on one series.
     *
     * @param series has what the test {@link #needs}, and is no {@link #obstacle}
     */
    QcKernel kernel(Series series);

    /** Tells whether the test asks for the series that the same platform took before. */
    default boolean looksBack() {
        return false;
    }

    /**
     * Returns why the test cannot judge a series; nothing where it can. A whole series and each of its parts give the
     * same answer.
     */
    default Optional<String> obstacle(Series series) {
        List<String> missing =
                needs().stream().filter(name -> !series.companions().has(name)).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("there is no " + String.join(" and no ", missing) + " beside the values");
    }

    /** Sets the test to work on one series, or says of every sample that it was not judged where it cannot be. */
    default QcKernel kernelOrUnknown(Series series) {
        return obstacle(series).isPresent()
                ? (start, end, flags) -> Arrays.fill(flags, 0, end - start, QcFlag.UNKNOWN)
                : kernel(series);
    }

    /**
     * Flags every sample of one series.
     *
     * @param flags at least as long as the series; overwritten with {@link QcFlag} codes
     */
    default void flag(Series series, byte[] flags) {
        kernelOrUnknown(series).flag(0, series.size(), flags);
    }
}
