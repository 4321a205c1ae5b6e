package dev.shoal.bench;

import dev.shoal.qc.Cadence;
import dev.shoal.qc.Companions;
import dev.shoal.qc.Location;
import dev.shoal.qc.LocationOnLand;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.QcTest;
import dev.shoal.qc.Role;
import dev.shoal.qc.Series;
import dev.shoal.qc.Speed;
import java.util.List;
import java.util.Random;
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

/** Tests of places on the track of a drifter, ten million places, ten minutes apart; the time is of one place. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class PlaceBenchmark {

    private static final int PLACES = 10_000_000;

    private static final double DEGREES_A_STEP = 3e-4;

    private final Series track = track();
    private final byte[] flags = new byte[PLACES];
    private final int[] raised = new int[PLACES];
    private final QcSuite speed = suite(new Speed(1, 3));
    private final QcSuite sphere = suite(new Location(5000, Location.Method.HAVERSINE));
    private final QcSuite ellipsoid = suite(new Location(5000, Location.Method.WGS84));
    private final QcSuite onLand = suite(new LocationOnLand(LocationOnLand.NearShores.DECIDE));

    /** Runs Argo's speed test, whose steps are geodesics. */
    @Benchmark
    @OperationsPerInvocation(PLACES)
    public byte[] speed() {
        return flags(speed);
    }

    /** Runs the location test with steps on the sphere. */
    @Benchmark
    @OperationsPerInvocation(PLACES)
    public byte[] locationOnSphere() {
        return flags(sphere);
    }

    /** Runs the location test with steps on the ellipsoid. */
    @Benchmark
    @OperationsPerInvocation(PLACES)
    public byte[] locationOnEllipsoid() {
        return flags(ellipsoid);
    }

    /** Runs the land test. */
    @Benchmark
    @OperationsPerInvocation(PLACES)
    public byte[] onLand() {
        return flags(onLand);
    }

    private byte[] flags(QcSuite suite) {
        suite.flag(track, flags, raised);
        return flags;
    }

    private static QcSuite suite(QcTest test) {
        return new QcSuite(List.of(test));
    }

    private static Series track() {
        Random random = new Random(1);
        double[] lon = new double[PLACES];
        double[] lat = new double[PLACES];
        double east = -30;
        double north = 40;
        for (int i = 0; i < PLACES; i++) {
            east += DEGREES_A_STEP * random.nextGaussian();
            north = Math.max(-80, Math.min(80, north + DEGREES_A_STEP * random.nextGaussian()));
            boolean isWrong = random.nextInt(1000) == 0;
            lon[i] = isWrong ? east + random.nextGaussian() : east;
            lat[i] = north;
        }
        long[] times = Samples.times(PLACES);
        return new Series(times, new double[PLACES], PLACES, Cadence.of(times, PLACES))
                .with(Companions.NONE.with(Role.LON, lon).with(Role.LAT, lat));
    }
}
