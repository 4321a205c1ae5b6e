package dev.shoal.regrid;

/**
 * What can be said of a grid's cells by their corners.
 *
 * @param count of cells
 * @param steradians of all cells, those in the same place once; 4 pi is the sphere
 * @param leastKm2 area of the smallest cell that has one, in square kilometres
 * @param greatestKm2 area of the largest cell
 * @param flat number of cells without an area
 * @param inverted number of cells whose corners go round the other way than those of most cells
 * @param north whether a cell holds the north pole, or has it as a corner
 * @param south whether a cell holds the south pole, or has it as a corner
 */
public record CellSurvey(
        int count,
        double steradians,
        double leastKm2,
        double greatestKm2,
        int flat,
        int inverted,
        boolean north,
        boolean south) {

    /** Cells of less than this are points or lines. */
    private static final double NO_AREA = 1e-16;

    private static final double EARTH_KM2 = 6371.0 * 6371.0;

    /** No cells. */
    public static final CellSurvey NONE = new CellSurvey(0, 0, 0, 0, 0, 0, false, false);

    /** Surveys the cells of a rectilinear grid, whose edges are meridians and circles of latitude. */
    static CellSurvey of(RectilinearGrid grid, Duplicates same) {
        Sum sum = new Sum();
        for (int j = 0; j < grid.ny(); j++) {
            double south = Math.toRadians(Math.min(grid.latBounds()[2 * j], grid.latBounds()[2 * j + 1]));
            double north = Math.toRadians(Math.max(grid.latBounds()[2 * j], grid.latBounds()[2 * j + 1]));
            double height = 2 * Math.cos((north + south) / 2) * Math.sin((north - south) / 2);
            for (int i = 0; i < grid.nx(); i++) {
                double width = Math.abs(grid.lonBounds()[2 * i + 1] - grid.lonBounds()[2 * i]);
                sum.add(height * Math.toRadians(width), !same.contains(j * grid.nx() + i));
            }
            sum.north |= grid.periodic() && north >= Math.PI / 2;
            sum.south |= grid.periodic() && south <= -Math.PI / 2;
        }
        return sum.survey();
    }

    /** Surveys cells by their corners, joined by great circles. */
    static CellSurvey of(CellCorners corners, Duplicates same) {
        Sum sum = new Sum();
        double[][] at = new double[corners.most()][];
        for (int cell = 0; cell < corners.cells(); cell++) {
            int count = 0;
            double around = 0;
            for (int k = cell * corners.most(); k < (cell + 1) * corners.most(); k++) {
                if (!Double.isNaN(corners.lat()[k])) {
                    at[count++] = Sphere.unit(corners.lat()[k], corners.lon()[k]);
                    sum.north |= corners.lat()[k] >= 90 - 1e-9;
                    sum.south |= corners.lat()[k] <= -90 + 1e-9;
                }
            }
            for (int i = 0; i < count; i++) {
                around += Longitudes.step(longitude(at[i]), longitude(at[(i + 1) % count]));
            }
            sum.north |= Math.abs(around) > 300 && at[0][2] > 0;
            sum.south |= Math.abs(around) > 300 && at[0][2] < 0;
            if (count > 0) {
                sum.add(area(at, count), !same.contains(cell));
            }
        }
        return sum.survey();
    }

    private static double longitude(double[] at) {
        return Math.toDegrees(Math.atan2(at[1], at[0]));
    }

    /** Returns the area of a polygon on the sphere, positive where its corners go counter-clockwise (Eriksson 1990). */
    private static double area(double[][] at, int count) {
        double area = 0;
        for (int i = 2; i < count; i++) {
            double[] a = at[0];
            double[] b = at[i - 1];
            double[] c = at[i];
            double volume = triple(Sphere.way(a, b), Sphere.way(a, c), a);
            area += 2 * Math.atan2(volume, 1 + Sphere.dot(a, b) + Sphere.dot(b, c) + Sphere.dot(a, c));
        }
        return area;
    }

    private static double triple(double[] a, double[] b, double[] c) {
        return (a[1] * b[2] - a[2] * b[1]) * c[0]
                + (a[2] * b[0] - a[0] * b[2]) * c[1]
                + (a[0] * b[1] - a[1] * b[0]) * c[2];
    }

    private static final class Sum {
        private int count;
        private int negative;
        private int flat;
        private double area;
        private double least = Double.POSITIVE_INFINITY;
        private double greatest;
        private boolean north;
        private boolean south;

        void add(double signed, boolean first) {
            double own = Math.abs(signed);
            count++;
            negative += signed < 0 ? 1 : 0;
            area += first ? own : 0;
            greatest = Math.max(greatest, own);
            if (own < NO_AREA) {
                flat++;
            } else {
                least = Math.min(least, own);
            }
        }

        CellSurvey survey() {
            return new CellSurvey(
                    count,
                    area,
                    (Double.isInfinite(least) ? 0 : least) * EARTH_KM2,
                    greatest * EARTH_KM2,
                    flat,
                    Math.min(negative, count - negative - flat),
                    north,
                    south);
        }
    }
}
