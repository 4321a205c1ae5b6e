package dev.shoal.regrid;

import java.util.Arrays;

/**
 * The four points of a rectilinear grid that CDO 2.1.1 takes for a target outside it: the nearest, by angle, of those
 * of the two rows beside the target where it lies north or south of the grid, otherwise of those of the outer two rows
 * at either end and of the outer columns. For one thread; holds the last answer.
 */
final class BorderPoints {
    private static final int MOST = 4;
    private static final double TURN = 2 * Math.PI;

    private final RectilinearGrid grid;
    private final boolean periodic;
    private final Axis rows;
    private final Axis columns;
    private final double west;
    private final double east;
    private final double[] cosLat;
    private final double[] sinLat;
    private final double[] cosLon;
    private final double[] sinLon;
    private final double[] along;
    private final int[] point = new int[MOST];
    private final double[] cosine = new double[MOST];
    private int count;

    BorderPoints(RectilinearGrid grid) {
        this.grid = grid;
        this.periodic = grid.periodic();
        this.rows = Axis.latitudes(grid);
        this.columns = Axis.longitudes(grid);
        double[] lon = Longitudes.unwrapped(grid.lon());
        this.west = Math.toRadians(lon[0]);
        this.east = Math.toRadians(lon[lon.length - 1]);
        this.cosLat = Arrays.stream(grid.lat())
                .map(lat -> Math.cos(Math.toRadians(lat)))
                .toArray();
        this.sinLat = Arrays.stream(grid.lat())
                .map(lat -> Math.sin(Math.toRadians(lat)))
                .toArray();
        this.cosLon =
                Arrays.stream(lon).map(each -> Math.cos(Math.toRadians(each))).toArray();
        this.sinLon =
                Arrays.stream(lon).map(each -> Math.sin(Math.toRadians(each))).toArray();
        this.along = new double[lon.length];
    }

    /** Tells whether a place lies outside the box of the grid's points. */
    boolean isOutside(double lat, double lon) {
        return !rows.holds(lat) || !columns.holds(lon);
    }

    /** Finds the points for a place outside; returns how many there are. */
    int find(double lat, double lon) {
        double phi = Math.toRadians(lat);
        double lambda = Math.toRadians(lon);
        lambda = lambda < 0 ? lambda + TURN : lambda;
        lambda = lambda < west ? lambda + TURN : lambda;
        lambda = lambda > east + (periodic ? west + TURN - east : 0) ? lambda - TURN : lambda;
        for (int column = 0; column < along.length; column++) {
            along[column] = Math.cos(lambda) * cosLon[column] + Math.sin(lambda) * sinLon[column];
        }
        count = 0;
        int last = grid.ny() - 1;
        boolean between = lambda >= west && lambda <= east;
        boolean atFirst = grid.lat()[0] < grid.lat()[last] ? lat <= grid.lat()[0] : lat >= grid.lat()[0];
        int from = between && !atFirst ? Math.max(0, last - 1) : 0;
        int to = between && atFirst ? Math.min(1, last) : last;
        for (int row = from; row <= to; row++) {
            row(row, Math.cos(phi), Math.sin(phi));
        }
        return count;
    }

    /** Returns the number of a point found. */
    int point(int rank) {
        return point[rank];
    }

    /** Returns the angle to a point found. */
    double angle(int rank) {
        return Math.acos(Math.max(-1, Math.min(1, cosine[rank])));
    }

    private void row(int row, double cosPhi, double sinPhi) {
        boolean inner = row > 1 && row < grid.ny() - 2;
        int step = inner ? Math.max(1, grid.nx() - 1) : 1;
        for (int column = 0; column < grid.nx(); column += step) {
            insert(row * grid.nx() + column, cosPhi * cosLat[row] * along[column] + sinPhi * sinLat[row]);
        }
    }

    private void insert(int candidate, double candidateCosine) {
        int rank = count;
        while (rank > 0 && candidateCosine > cosine[rank - 1]) {
            rank--;
        }
        if (rank == MOST) {
            return;
        }
        int moved = Math.min(count, MOST - 1) - rank;
        System.arraycopy(point, rank, point, rank + 1, moved);
        System.arraycopy(cosine, rank, cosine, rank + 1, moved);
        point[rank] = candidate;
        cosine[rank] = candidateCosine;
        count = Math.min(count + 1, MOST);
    }
}
