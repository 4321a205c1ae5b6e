package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Puts errors of the second order beside those of CDO. Its {@code remapcon2} is shown but judges nothing: what version
 * 2.1.1 makes is of the first order, and nonsense where columns come twice. The judge is the mean of the analytic field
 * over each target cell; sources are means over their cells.
 */
class Conservative2CdoIT {
    private static final MissingRule WHOLE = new MissingRule(MissingPolicy.SHOAL, 0.99999);

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
    void errorsAreFarBelowThoseOfCdo() throws IOException, InterruptedException {
        Map<String, Grid> sources = new LinkedHashMap<>();
        sources.put("4 x 3 degrees", SampleGrids.regular(60, 90, 0));
        sources.put("equal areas", equalAreas(60, 90));
        sources.put("tripolar", CellGrids.tripolar(70, 20, 120, 0));
        sources.put("with halo", CellGrids.tripolar(70, 20, 120, 1));
        sources.put("cube", CellGrids.cube(24));
        sources.put("triangles", CellGrids.plainTriangles(4));
        sources.put("HEALPix", Healpix.grid(24, Healpix.Order.RING));
        RectilinearGrid target = SampleGrids.regular(60, 120, 0);
        System.out.printf(
                "%-14s %-5s %21s %10s %21s %10s%n",
                "con2 from", "field", "CDO con", "its con2", "ours L2, Linf", "our con");
        for (Map.Entry<String, Grid> source : sources.entrySet()) {
            for (Map.Entry<String, DoubleBinaryOperator> field :
                    SampleGrids.analytic().entrySet()) {
                row(source.getKey(), source.getValue(), field.getKey(), field.getValue(), target);
            }
        }
    }

    /** Rows of one area each, so uneven in latitude. */
    private static RectilinearGrid equalAreas(int ny, int nx) {
        double[] lat = new double[ny];
        double[] bounds = new double[2 * ny];
        Arrays.setAll(lat, j -> Math.toDegrees(Math.asin((2 * j + 1.0) / ny - 1)));
        Arrays.setAll(bounds, k -> Math.toDegrees(Math.asin(2.0 * (k / 2 + k % 2) / ny - 1)));
        RectilinearGrid even = SampleGrids.regular(ny, nx, 0);
        return new RectilinearGrid(lat, even.lon(), bounds, even.lonBounds());
    }

    private void row(String name, Grid source, String fieldName, DoubleBinaryOperator field, RectilinearGrid target)
            throws IOException, InterruptedException {
        double[] values = CellMeans.of(source, field);
        double[] exact = CellMeans.of(target, field);
        double[] second = SampleGrids.regridded(source, values, target, Method.CONSERVATIVE2, WHOLE);
        double[] first = SampleGrids.regridded(source, values, target, Method.CONSERVATIVE, WHOLE);
        double[] cdo = norms(new Cdo(folder).remap("remapcon", source, values, target), second, exact, target);
        double con2 = source instanceof UnstructuredGrid
                ? Double.NaN
                : norms(new Cdo(folder).remap("remapcon2", source, values, target), second, exact, target)[1];
        double[] ours = norms(second, second, exact, target);
        double[] ourFirst = norms(first, second, exact, target);
        System.out.printf(
                "%-14s %-5s %10.2e %10.2e %10.2e %10.2e %10.2e %10.2e%n",
                name, fieldName, cdo[0], cdo[1], con2, ours[0], ours[1], ourFirst[0]);
        assertThat(ours[0]).isLessThan(0.5 * cdo[0]);
        assertThat(ours[1]).isLessThan(cdo[1]);
    }

    /** Returns the errors in the quadratic mean over the area and the largest, each by that of the exact field. */
    private static double[] norms(double[] values, double[] where, double[] exact, RectilinearGrid target) {
        double error = 0;
        double norm = 0;
        double worst = 0;
        double largest = 0;
        for (int k = 0; k < values.length; k++) {
            if (!Double.isNaN(where[k]) && !Double.isNaN(values[k])) {
                double area = Math.cos(Math.toRadians(target.lat(k / target.nx(), 0)));
                error += area * Math.pow(values[k] - exact[k], 2);
                norm += area * exact[k] * exact[k];
                worst = Math.max(worst, Math.abs(values[k] - exact[k]));
                largest = Math.max(largest, Math.abs(exact[k]));
            }
        }
        return new double[] {Math.sqrt(error / norm), worst / largest};
    }
}
