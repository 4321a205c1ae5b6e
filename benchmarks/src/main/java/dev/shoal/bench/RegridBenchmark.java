package dev.shoal.bench;

import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.RectilinearGrid;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Bilinear regridding of a global field from a quarter to half a degree; the time is of one target cell. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class RegridBenchmark {

    private static final int TARGET_CELLS = 360 * 720;

    private final RectilinearGrid source = (RectilinearGrid) TargetGrids.named("global_0.25");
    private final RectilinearGrid target = (RectilinearGrid) TargetGrids.named("r720x360");
    private final Grid curved = curved(source);
    private final double[] field = Samples.field(source.ny(), source.nx());
    private final double[] result = new double[TARGET_CELLS];
    private final Stencil stencil =
            Weights.of(source, target, Scheme.of(Method.BILINEAR)).over(GridWindow.of(source));

    /** Applies weights that are there to one field. */
    @Benchmark
    @OperationsPerInvocation(TARGET_CELLS)
    public double[] bilinearApply() {
        stencil.apply(field, MissingRule.STANDARD, result);
        return result;
    }

    /** Makes the weights from a rectilinear source. */
    @Benchmark
    @OperationsPerInvocation(TARGET_CELLS)
    public Weights bilinearWeights() {
        return Weights.of(source, target, Scheme.of(Method.BILINEAR));
    }

    /** Makes the weights from the same source given by its coordinates in two dimensions, as a model's grid is. */
    @Benchmark
    @OperationsPerInvocation(TARGET_CELLS)
    public Weights bilinearWeightsOfCurvilinear() {
        return Weights.of(curved, target, Scheme.of(Method.BILINEAR));
    }

    private static Grid curved(RectilinearGrid grid) {
        double[] lat = new double[grid.ny() * grid.nx()];
        double[] lon = new double[lat.length];
        for (int cell = 0; cell < lat.length; cell++) {
            lat[cell] = grid.lat(cell / grid.nx(), cell % grid.nx());
            lon[cell] = grid.lon(cell / grid.nx(), cell % grid.nx());
        }
        return new CurvilinearGrid(grid.ny(), grid.nx(), lat, lon);
    }
}
