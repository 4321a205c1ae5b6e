package dev.shoal.qc.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the bundled mask with GMT's verdict on the full shorelines it was drawn from. */
class LandMaskIT {

    private static final Path SHORELINES = Path.of("/usr/share/gmt-gshhg/binned_GSHHS_f.nc");

    private static final Path GMT = Path.of("/usr/bin/gmt");

    private static final int POINTS = 20_000;

    /** Few: GMT takes milliseconds for a place near a shore. */
    private static final int NEAR_SHORES = 600;

    private static final double KILOMETRES_PER_DEGREE = 111.2;

    private final LandMask mask = LandMask.bundled();

    private final Random random = new Random(5);

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireGmt() {
        boolean present = Files.isExecutable(GMT) && Files.exists(SHORELINES);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(present)
                    .as(GMT + " and " + SHORELINES + " (Debian: gmt, gmt-gshhg-full)")
                    .isTrue();
        }
        assumeTrue(present, "no gmt with full shorelines (Debian: gmt, gmt-gshhg-full)");
    }

    @Test
    void agreesAlmostEverywhere() throws IOException, InterruptedException {
        List<double[]> points = new ArrayList<>();
        while (points.size() < POINTS) {
            points.add(anywhere());
        }
        BitSet land = landByGmt(points);
        assertThat(agreement(points, land, mask)).isGreaterThan(0.9992);
        assertThat(agreement(points, land, LandMask.bundledAwayFromShores())).isGreaterThan(0.9998);
    }

    @Test
    void agreesNineteenTimesInTwentyWithinAKilometreOfAShore() throws IOException, InterruptedException {
        List<double[]> points = nearShores(1);
        BitSet land = landByGmt(points);
        assertThat(agreement(points, land, mask)).isGreaterThan(0.93);
        assertThat(agreement(points, land, LandMask.bundledAwayFromShores())).isGreaterThan(0.998);
    }

    @Test
    void agreesNearlyAlwaysWithinTenKilometresOfAShore() throws IOException, InterruptedException {
        List<double[]> points = nearShores(10);
        assertThat(agreement(points, landByGmt(points), mask)).isGreaterThan(0.98);
    }

    /** Returns the share of equal verdicts of those that the mask gives. */
    private static double agreement(List<double[]> points, BitSet land, LandMask judged) {
        int given = 0;
        int equal = 0;
        for (int i = 0; i < points.size(); i++) {
            Surface verdict = judged.at(points.get(i)[0], points.get(i)[1]);
            if (verdict != Surface.UNKNOWN) {
                given++;
                equal += land.get(i) == (verdict == Surface.LAND) ? 1 : 0;
            }
        }
        return (double) equal / given;
    }

    private BitSet landByGmt(List<double[]> points) throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            lines.append(points.get(i)[0])
                    .append(' ')
                    .append(points.get(i)[1])
                    .append(' ')
                    .append(i)
                    .append('\n');
        }
        Path input = Files.writeString(folder.resolve("points.txt"), lines);
        Process gmt = new ProcessBuilder(GMT.toString(), "select", input.toString(), "-Df", "-Ns/k/s/k/s", "-fg")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String kept = new String(gmt.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(gmt.waitFor()).isZero();
        BitSet land = new BitSet();
        kept.lines().forEach(line -> land.set(Integer.parseInt(line.substring(line.lastIndexOf('\t') + 1))));
        return land;
    }

    /** Returns places scattered around places on shores. */
    private List<double[]> nearShores(double kilometres) {
        double degrees = kilometres / KILOMETRES_PER_DEGREE;
        List<double[]> points = new ArrayList<>();
        while (points.size() < NEAR_SHORES) {
            double[] here = anywhere();
            double[] there = {here[0] + random.nextDouble(-1, 1), here[1] + random.nextDouble(-1, 1)};
            if (areLandAndWater(here, there)) {
                double[] shore = shoreBetween(here, there);
                double angle = random.nextDouble(0, 2 * Math.PI);
                double reach = degrees * Math.sqrt(random.nextDouble());
                double aside = reach * Math.sin(angle) / Math.cos(Math.toRadians(shore[1]));
                points.add(new double[] {shore[0] + aside, shore[1] + reach * Math.cos(angle)});
            }
        }
        return points;
    }

    private boolean areLandAndWater(double[] a, double[] b) {
        Surface one = mask.at(a[0], a[1]);
        Surface other = mask.at(b[0], b[1]);
        return one != other && one != Surface.UNKNOWN && other != Surface.UNKNOWN;
    }

    private double[] shoreBetween(double[] from, double[] to) {
        double[] near = from.clone();
        double[] far = to.clone();
        for (int step = 0; step < 20; step++) {
            double[] middle = {(near[0] + far[0]) / 2, (near[1] + far[1]) / 2};
            if (areLandAndWater(near, middle)) {
                far = middle;
            } else {
                near = middle;
            }
        }
        return near;
    }

    private double[] anywhere() {
        return new double[] {random.nextDouble(-180, 360), Math.toDegrees(Math.asin(random.nextDouble(-1, 1)))};
    }
}
