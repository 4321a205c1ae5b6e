package dev.shoal.bench;

import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.Stencil;
import dev.shoal.regrid.TargetGrids;
import dev.shoal.regrid.Weights;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Weights applied to twelve global fields from a quarter degree to one; the time is of one target value. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class RegridApplyBenchmark {
    private static final int FIELDS = 12;
    private static final int TARGETS = FIELDS * 180 * 360;

    /** How the weights are made. */
    @Param({"BILINEAR", "CONSERVATIVE"})
    public Method method = Method.BILINEAR;

    /** What is missing. */
    @Param({"NOTHING", "LAND", "LAND_AND_CLOUDS"})
    public String missing = "LAND";

    private final float[] result = new float[TARGETS];
    private final float[] validFraction = new float[TARGETS];
    private float[] fields = new float[0];
    private Stencil stencil = Weights.of(
                    TargetGrids.named("global_1"), TargetGrids.named("global_1"), Scheme.of(Method.NEAREST))
            .over(new GridWindow(0, 180, 0, 360));

    /** Makes weights and fields. */
    @Setup
    public void prepare() {
        Grid source = TargetGrids.named("global_0.25");
        fields = OceanFields.of(source, FIELDS, OceanFields.Missing.valueOf(missing));
        stencil = Weights.of(source, TargetGrids.named("global_1"), Scheme.of(method))
                .over(GridWindow.of(source));
    }

    /** Makes values. */
    @Benchmark
    @OperationsPerInvocation(TARGETS)
    public float[] values() {
        stencil.apply(FIELDS, fields, MissingRule.STANDARD, result);
        return result;
    }

    /** Makes values and the fractions of them that were valid. */
    @Benchmark
    @OperationsPerInvocation(TARGETS)
    public float[] valuesAndFractions() {
        stencil.apply(FIELDS, fields, MissingRule.STANDARD, result, validFraction);
        return result;
    }
}
