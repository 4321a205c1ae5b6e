package dev.shoal.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.cf.Resampling;
import dev.shoal.cf.view.LevelChoice;
import dev.shoal.cf.view.VectorChoice;
import dev.shoal.regrid.time.TimeStatistic;
import dev.shoal.regrid.vertical.VerticalMethod;
import dev.shoal.regrid.vertical.VerticalReach;
import dev.shoal.regrid.vertical.VerticalScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparationReaderTest {

    private static RegridSpec spec(String more) {
        return RegridSpec.parse("grid: r36x18\n" + more, "here", path -> {
            throw new IllegalArgumentException("no file");
        });
    }

    @Test
    void vectorsLevelsAndTimesAreRead() {
        RegridSpec spec = spec("""
                vectors: [[u, v], [taux, tauy]]
                vertical: {levels: [0, 10, 50.5], method: log, coordinate: pressure, outside: nearest, min-valid: 1}
                time: {every: month of year, statistic: maximum, min-valid: 0.8}
                """);
        assertThat(spec.views().vectors())
                .isEqualTo(new VectorChoice(
                        List.of(new VectorChoice.Pair("u", "v"), new VectorChoice.Pair("taux", "tauy")), true));
        VerticalScheme scheme = VerticalScheme.of(VerticalMethod.LOG)
                .reaching(VerticalReach.NEAREST)
                .wanting(1);
        assertThat(spec.views().levels())
                .containsExactly(new LevelChoice(new double[] {0, 10, 50.5}, scheme, LevelChoice.PRESSURE));
        assertThat(spec.periods())
                .contains(new TimeSpec(Resampling.parse("month of year"), TimeStatistic.MAXIMUM, 0.8));
        assertThat(spec.canonical()).isNotEqualTo(spec("").canonical());
    }

    @Test
    void nothingIsDoneUnlessAskedButTurningVectorsByStandardNames() {
        RegridSpec spec = spec("");
        assertThat(spec.views().vectors()).isEqualTo(VectorChoice.AUTOMATIC);
        assertThat(spec.views().levels()).isEmpty();
        assertThat(spec.periods()).isEmpty();
        assertThat(spec("vectors: none").views().vectors()).isEqualTo(VectorChoice.NONE);
    }

    @Test
    void everyProblemIsTold() {
        assertThatThrownBy(() -> spec("""
                        vectors: [[u]]
                        vertical: {levels: [5, x], methd: linear}
                        time: {statistic: median}
                        """))
                .hasMessageContaining("'vectors' is [[u]], expected auto, none, or pairs such as [[u, v]].")
                .hasMessageContaining("cannot be taken: found 'x', expected a number.")
                .hasMessageContaining("Unknown key 'vertical.methd'")
                .hasMessageContaining("'time.every' is missing: hour, day, month")
                .hasMessageContaining("Choices: mean, sum, minimum, maximum, count, first, last.");
    }

    @Test
    void cellMethodsSayWhatWasDone() {
        assertThat(new TimeSpec(Resampling.parse("month"), TimeStatistic.MEAN, 0).cellMethods("time"))
                .isEqualTo("time: mean");
        assertThat(new TimeSpec(Resampling.parse("day of year"), TimeStatistic.SUM, 0).cellMethods("t"))
                .isEqualTo("t: sum within years t: sum over years");
        assertThat(new TimeSpec(Resampling.parse("year"), TimeStatistic.COUNT, 0).cellMethods("time"))
                .isEqualTo("time: sum (comment: number of valid values)");
    }
}
