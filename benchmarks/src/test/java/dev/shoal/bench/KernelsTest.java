package dev.shoal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class KernelsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QcBenchmark.grossRange",
                "PlaceBenchmark.speed",
                "QcBenchmark.sixTests",
                "RegridBenchmark.bilinearApply",
                "RegridApplyBenchmark.valuesAndFractions",
                "Hdf5ChunkBenchmark.decode",
                "InflateBenchmark.inflate",
                "ZarrChunkBenchmark.encode",
                "ZarrChunkBenchmark.decode"
            })
    void runsForAMillisecond(String kernel) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include("^dev\\.shoal\\.bench\\." + kernel.replace(".", "\\.") + "$")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);

        assertThat(new Runner(options.build()).run())
                .extracting(RunResult::getPrimaryResult)
                .isNotEmpty()
                .allSatisfy(time -> assertThat(time.getScore()).isPositive());
    }
}
