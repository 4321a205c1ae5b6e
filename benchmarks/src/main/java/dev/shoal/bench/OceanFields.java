package dev.shoal.bench;

import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.Grid;
import java.util.Random;

/** A grid like the ocean models', and fields with coasts and clouds. */
final class OceanFields {
    private static final long SEED = 20260101;
    private static final double SOUTH = -75;
    private static final double CAP = 65;
    private static final double LAND = 0.45;
    private static final int CLOUDS = 5;

    /** What is missing of the fields. */
    enum Missing {
        NOTHING,
        LAND,
        LAND_AND_CLOUDS
    }

    private OceanFields() {}

    /**
     * Makes a grid with two poles in the north, regular from 75 degrees south to 65 degrees north, then ellipses that
     * flatten to the line between the poles.
     */
    static CurvilinearGrid tripolar(int rowsBelow, int rowsAbove, int nx) {
        int ny = rowsBelow + rowsAbove;
        double[] lat = new double[ny * nx];
        double[] lon = new double[lat.length];
        double edge = Math.tan(Math.toRadians(90 - CAP) / 2);
        for (int k = 0; k < lat.length; k++) {
            int row = k / nx;
            double around = 2 * Math.PI * (k % nx + 0.5) / nx;
            double flat = row < rowsBelow ? 1 : 1 - (row - rowsBelow + 0.5) / rowsAbove;
            double x = edge * Math.cos(around);
            double y = edge * flat * Math.sin(around);
            double cap = 90 - 2 * Math.toDegrees(Math.atan(Math.hypot(x, y)));
            lat[k] = row < rowsBelow ? SOUTH + (row + 0.5) * (CAP - SOUTH) / rowsBelow : cap;
            lon[k] = Math.toDegrees(Math.atan2(y, x)) + 73;
        }
        return new CurvilinearGrid(ny, nx, lat, lon);
    }

    /** Returns fields, one after the other: waves and noise, a fourth of it land, a fifth of the sea under clouds. */
    static float[] of(Grid grid, int fields, Missing missing) {
        Random random = new Random(SEED);
        float[] values = new float[fields * grid.size()];
        for (int k = 0; k < values.length; k++) {
            int cell = k % grid.size();
            double phi = Math.toRadians(grid.lat(cell / grid.nx(), cell % grid.nx()));
            double lambda = Math.toRadians(grid.lon(cell / grid.nx(), cell % grid.nx()));
            boolean land = missing != Missing.NOTHING && height(phi, lambda) > LAND;
            boolean cloud = missing == Missing.LAND_AND_CLOUDS && random.nextInt(CLOUDS) == 0;
            values[k] = land || cloud ? Float.NaN : (float) (15 + 10 * Math.cos(2 * phi) + random.nextGaussian());
        }
        return values;
    }

    private static double height(double phi, double lambda) {
        return Math.sin(3 * lambda + 2 * Math.sin(2 * phi)) * Math.cos(5 * phi)
                + 0.5 * Math.sin(11 * lambda + 7 * phi)
                + 0.3 * Math.cos(23 * phi - 17 * lambda);
    }
}
