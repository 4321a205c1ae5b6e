package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares with CDO's {@code remapbil} and {@code remapnn}. On rectilinear grids the values are the same; on
 * curvilinear ones too up to 80 degrees of latitude. Beyond, CDO goes on in the plane of longitude and latitude, whose
 * meridians do not meet; there the values differ, and ours are nearer to the truth. CDO leaves the seam and the fold of
 * a tripolar grid open. Where CDO has a value, we have one.
 */
class CdoIT {
    private static final RectilinearGrid TARGET =
            new RectilinearGrid(new AxisSteps(-88.3, 88.9, 4.43).values(), new AxisSteps(-179.3, 177.7, 5.1).values());

    @TempDir
    Path folder;

    @BeforeEach
    void wantsCdo() {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(Cdo.isInstalled())
                    .as("cdo is installed (apt-get install cdo)")
                    .isTrue();
        }
        assumeTrue(Cdo.isInstalled(), "cdo is not installed");
    }

    @Test
    void rectilinearValuesAreThoseOfCdo() throws IOException, InterruptedException {
        RectilinearGrid regular = SampleGrids.regular(47, 120, -180);
        double[] falling = Arrays.stream(regular.lat()).map(lat -> -lat).toArray();
        RectilinearGrid[] sources = {
            regular,
            new RectilinearGrid(falling, SampleGrids.regular(47, 120, 20).lon()),
            new RectilinearGrid(new AxisSteps(-90, 90, 5).values(), new AxisSteps(0, 355, 5).values()),
            SampleGrids.random(new Random(3), 30, 40)
        };
        for (RectilinearGrid source : sources) {
            double[] values = holed(source);
            double[] cdo = new Cdo(folder).remap("remapbil", source, values, TARGET);
            double[] ours = SampleGrids.regridded(source, values, TARGET, Method.BILINEAR, MissingRule.CDO);
            assertSame(cdo, ours, 90);
            assertThat(valid(ours)).isEqualTo(valid(cdo)).isGreaterThan(100);
        }
    }

    @Test
    void nearestPointsAreThoseOfCdo() throws IOException, InterruptedException {
        Grid[] sources = {
            SampleGrids.regular(47, 120, -180),
            SampleGrids.random(new Random(3), 30, 40),
            SampleGrids.rotated(40, 50, 82, 10, 0.8),
            SampleGrids.tripolar(70, 15, 144)
        };
        for (Grid source : sources) {
            double[] values = holed(source);
            double[] cdo = new Cdo(folder).remap("remapnn", source, values, TARGET);
            double[] ours = SampleGrids.regridded(source, values, TARGET, Method.NEAREST, MissingRule.CDO);
            assertSame(cdo, ours, 90);
        }
    }

    @Test
    void curvilinearValuesAreThoseOfCdoAwayFromThePoles() throws IOException, InterruptedException {
        Grid[] sources = {
            SampleGrids.curvilinear(SampleGrids.regular(47, 120, -180)),
            SampleGrids.rotated(40, 50, 45, 175, 0.8),
            SampleGrids.rotated(40, 50, 82, 10, 0.8),
            SampleGrids.tripolar(70, 15, 144)
        };
        for (Grid source : sources) {
            double[] values = holed(source);
            double[] cdo = new Cdo(folder).remap("remapbil", source, values, TARGET);
            double[] ours = SampleGrids.regridded(source, values, TARGET, Method.BILINEAR, MissingRule.CDO);
            assertSame(cdo, ours, 80);
        }
    }

    @Test
    void nearThePolesWeAreNearerToTheTruth() throws IOException, InterruptedException {
        for (Grid source : new Grid[] {SampleGrids.rotated(40, 50, 82, 10, 0.8), SampleGrids.tripolar(70, 15, 144)}) {
            double[] values = SampleGrids.field(source, SampleGrids::y22);
            double[] cdo = new Cdo(folder).remap("remapbil", source, values, TARGET);
            double[] ours = SampleGrids.regridded(source, values, TARGET, Method.BILINEAR, MissingRule.CDO);
            assertThat(polarError(ours, cdo)).isLessThan(0.6 * polarError(cdo, ours));
        }
    }

    private static double[] holed(Grid source) {
        Random random = new Random(1);
        return SampleGrids.field(
                source, (lat, lon) -> random.nextInt(20) == 0 ? Double.NaN : SampleGrids.y22(lat, lon));
    }

    private static void assertSame(double[] cdo, double[] ours, double limit) {
        for (int k = 0; k < cdo.length; k++) {
            double lat = TARGET.lat()[k / TARGET.nx()];
            if (!Double.isNaN(cdo[k]) && Math.abs(lat) <= limit) {
                assertThat(Math.abs(ours[k] - cdo[k]))
                        .as("target %s, %s", lat, TARGET.lon()[k % TARGET.nx()])
                        .isLessThan(1e-10);
            }
        }
    }

    private static long valid(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    /** Returns the sum of squared errors of the values beyond 80 degrees that both have. */
    private static double polarError(double[] values, double[] others) {
        double[] exact = SampleGrids.field(TARGET, SampleGrids::y22);
        double sum = 0;
        for (int k = 0; k < values.length; k++) {
            boolean polar = Math.abs(TARGET.lat()[k / TARGET.nx()]) > 80;
            if (polar && !Double.isNaN(values[k]) && !Double.isNaN(others[k])) {
                sum += Math.pow(values[k] - exact[k], 2);
            }
        }
        return sum;
    }
}
