package dev.shoal.qc.seawater;

import java.util.Arrays;

/**
 * The anomaly ratio of absolute salinity over the ocean (McDougall, Jackett, Millero, Pawlowicz and Barker 2012): a
 * table over longitude, latitude and pressure, interpolated linearly.
 *
 * <p>The table is a resource; the README beside it says where it comes from and how it is laid out.
 */
final class SalinityAnomaly {

    private static final double LON_STEP = 4;

    private static final double LAT_START = -86;

    private static final double LAT_STEP = 4;

    /** The line of Central America: what lies on its other side is another ocean. */
    private static final double[] PANAMA_LON = {260, 272.59, 276.5, 278.65, 280.73, 292};

    private static final double[] PANAMA_LAT = {19.55, 13.97, 9.6, 8.1, 9.33, 3.4};

    private static final SalinityTable TABLE = SalinityTable.bundled();

    private SalinityAnomaly() {}

    /**
     * Returns the ratio at a place.
     *
     * @param p sea pressure, dbar
     * @param lon degrees east, of any range
     * @param lat degrees north
     * @return 0 far from any ocean; NaN south of 86 degrees south and where an argument is missing
     */
    static double ratio(double p, double lon, double lat) {
        if (Double.isNaN(p) || Double.isNaN(lon + lat) || lat < LAT_START || lat > 90) {
            return Double.NaN;
        }
        return at(p, Longitude.zeroTo360(lon), lat);
    }

    private static double at(double pressure, double lon, double lat) {
        int column = Math.min((int) (lon / LON_STEP), TABLE.lons() - 2);
        int row = Math.min((int) ((lat - LAT_START) / LAT_STEP), TABLE.lats() - 2);
        int reach = Math.max(
                Math.max(TABLE.reach(column, row), TABLE.reach(column, row + 1)),
                Math.max(TABLE.reach(column + 1, row), TABLE.reach(column + 1, row + 1)));
        if (reach == 0) {
            return 0;
        }
        double[] pressures = TABLE.pressures();
        double p = Math.min(pressure, pressures[reach - 1]);
        int level = Interval.of(pressures, p);
        double upper = atLevel(level, column, row, lon, lat);
        double lower = atLevel(level + 1, column, row, lon, lat);
        double part = (p - pressures[level]) / (pressures[level + 1] - pressures[level]);
        return upper + part * (lower - upper);
    }

    /** Interpolates at one pressure; the four nodes go round the cell from its south-west. */
    private static double atLevel(int level, int column, int row, double lon, double lat) {
        double[] corners = {
            TABLE.ratio(column, row, level),
            TABLE.ratio(column + 1, row, level),
            TABLE.ratio(column + 1, row + 1, level),
            TABLE.ratio(column, row + 1, level)
        };
        double lonStart = column * LON_STEP;
        double latStart = LAT_START + row * LAT_STEP;
        fill(corners, sameSide(lonStart, latStart, lon, lat));
        double x = (lon - lonStart) / LON_STEP;
        double y = (lat - latStart) / LAT_STEP;
        double south = corners[0] + x * (corners[1] - corners[0]);
        double north = corners[3] + x * (corners[2] - corners[3]);
        return (1 - y) * south + y * north;
    }

    /** Gives the nodes that have no ratio, or that belong to another ocean, the mean of the rest. */
    private static void fill(double[] corners, boolean[] sameSide) {
        double sum = 0;
        int count = 0;
        for (int k = 0; k < corners.length; k++) {
            if (sameSide[k] && !Double.isNaN(corners[k])) {
                sum += corners[k];
                count++;
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        for (int k = 0; k < corners.length; k++) {
            if (!sameSide[k] || Double.isNaN(corners[k])) {
                corners[k] = mean;
            }
        }
    }

    private static boolean[] sameSide(double lonStart, double latStart, double lon, double lat) {
        boolean[] same = new boolean[4];
        Arrays.fill(same, true);
        if (lon >= PANAMA_LON[0] && lon <= PANAMA_LON[5] - 0.001 && lat >= PANAMA_LAT[5] && lat <= PANAMA_LAT[0]) {
            boolean north = northOfPanama(lon, lat);
            for (int k = 0; k < same.length; k++) {
                double nodeLon = k == 1 || k == 2 ? lonStart + LON_STEP : lonStart;
                double nodeLat = k >= 2 ? latStart + LAT_STEP : latStart;
                same[k] = northOfPanama(nodeLon, nodeLat) == north;
            }
        }
        return same;
    }

    private static boolean northOfPanama(double lon, double lat) {
        return Interval.interpolate(PANAMA_LON, PANAMA_LAT, lon) <= lat;
    }
}
