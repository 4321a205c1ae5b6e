package dev.shoal.regrid;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The grids that have a name. Every coordinate is the centre of a cell.
 *
 * <ul>
 *   <li>{@code global_STEP}, as {@code global_1} or {@code global_0.25}: latitudes from {@code -90 + STEP/2} northward,
 *       longitudes from {@code -180 + STEP/2} eastward, by STEP degrees, as CDO's grid of that name.
 *   <li>{@code rNXxNY}, as {@code r360x180}: NX longitudes from 0 eastward by {@code 360/NX}, NY latitudes from
 *       {@code -90 + 90/NY} northward by {@code 180/NY}, or, where NY is odd, from pole to pole, as CDO's grid of that
 *       name.
 *   <li>{@code nN}, {@code NN} or {@code FN}, as {@code n80}: the regular Gaussian grid of N latitudes between pole and
 *       equator, from north to south, and 4 N longitudes from 0. Its cells are those of Gauss-Legendre quadrature and
 *       reach the poles, as of CDO's {@code nNb}, a name that is taken as well.
 *   <li>{@code hpN}, {@code hpNr} or {@code hpN_ring}: HEALPix of N x N pixels a face, numbered along rings from the
 *       north; {@code hpN_nest} or {@code hpN_nested}: numbered face by face. As CDO 2.1.1 has them.
 *   <li>{@code lon=LON/lat=LAT}: one point, as CDO's grid of that name.
 *   <li>{@code zonal_STEP}: one cell around the Earth in every belt of STEP degrees, from the south, as in CDO.
 *   <li>Steps of one's own, from the first to the last centre of either axis.
 * </ul>
 */
public final class TargetGrids {
    private static final Pattern GLOBAL = Pattern.compile("global_(\\d*\\.?\\d+)");
    private static final Pattern ZONAL = Pattern.compile("zonal_(\\d*\\.?\\d+)");
    private static final Pattern REGULAR = Pattern.compile("r(\\d{1,6})x(\\d{1,6})");
    private static final Pattern GAUSSIAN = Pattern.compile("[nNF](\\d{1,5})b?");
    private static final Pattern HEALPIX = Pattern.compile("hp(\\d{1,6})(?:r|_ring|(_nest|_nested))?");
    private static final Pattern REDUCED = Pattern.compile("[oO]\\d+");
    private static final Pattern POINT = Pattern.compile("lon=([-+]?\\d*\\.?\\d+)[/_]lat=([-+]?\\d*\\.?\\d+)");
    private static final Pattern NUMBERS = Pattern.compile("\\D*?(\\d*\\.?\\d+)(?:\\D+(\\d+))?\\D*");
    private static final int MOST = 1_000_000;
    private static final int MOST_GAUSSIAN = 8192;
    private static final Map<Pattern, BiFunction<String, Matcher, Grid>> MAKERS = makers();

    private TargetGrids() {}

    /** Returns how names are written, each with what it means. */
    public static Map<String, String> forms() {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("global_STEP", "latitudes and longitudes by STEP degrees, from -180: global_0.25");
        forms.put("rNXxNY", "NX longitudes from 0, NY latitudes: r360x180");
        forms.put("nN, NN, FN", "regular Gaussian, N latitudes from pole to equator, 4 N longitudes: n80");
        forms.put("hpN, hpNr, hpN_ring", "HEALPix of N x N pixels a face, along rings: hp64");
        forms.put("hpN_nest, hpN_nested", "HEALPix in nested order, N a power of two: hp64_nest");
        forms.put("zonal_STEP", "belts of STEP degrees around the Earth: zonal_1");
        forms.put("lon=LON/lat=LAT", "one point: lon=-4.1/lat=50.25");
        return forms;
    }

    /** Tells whether a text has the form of a name, be there a grid of it or not. */
    public static boolean isName(String text) {
        return Stream.concat(MAKERS.keySet().stream(), Stream.of(REDUCED))
                .anyMatch(form -> form.matcher(text).matches());
    }

    /** Makes the grid of a name. Refuses names of no grid, naming the nearest one. */
    public static Grid named(String name) {
        for (Map.Entry<Pattern, BiFunction<String, Matcher, Grid>> form : MAKERS.entrySet()) {
            Matcher found = form.getKey().matcher(name);
            if (found.matches()) {
                return form.getValue().apply(name, found);
            }
        }
        throw new IllegalArgumentException("Cannot make a target grid: there is no grid " + name + ", expected "
                + nearest(name) + " or another of the form "
                + String.join(", ", forms().keySet()) + ", or lat and lon with start, end and step each.");
    }

    private static Map<Pattern, BiFunction<String, Matcher, Grid>> makers() {
        Map<Pattern, BiFunction<String, Matcher, Grid>> makers = new LinkedHashMap<>();
        makers.put(GLOBAL, (name, found) -> global(rows(name, Double.parseDouble(found.group(1)))));
        makers.put(
                REGULAR,
                (name, found) -> regular(name, Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))));
        makers.put(GAUSSIAN, (name, found) -> gaussian(name, Integer.parseInt(found.group(1))));
        makers.put(HEALPIX, (name, found) -> healpix(Integer.parseInt(found.group(1)), found.group(2) != null));
        makers.put(ZONAL, (name, found) -> zonal(rows(name, Double.parseDouble(found.group(1)))));
        makers.put(
                POINT,
                (name, found) -> UnstructuredGrid.points(
                        new double[] {Double.parseDouble(found.group(2))},
                        new double[] {Double.parseDouble(found.group(1))}));
        return makers;
    }

    private static Grid global(int rows) {
        return new RectilinearGrid(centres(-90, 180, rows), centres(-180, 360, 2 * rows));
    }

    private static Grid healpix(int nside, boolean nested) {
        return Healpix.grid(nside, nested ? Healpix.Order.NESTED : Healpix.Order.RING);
    }

    /** Makes the grid of these rows and columns. */
    public static RectilinearGrid of(AxisSteps lat, AxisSteps lon) {
        return new RectilinearGrid(lat.values(), lon.values());
    }

    private static int rows(String name, double step) {
        double rows = 180 / step;
        if (!(rows >= 1 && rows <= MOST) || Math.abs(rows - Math.rint(rows)) > 1e-6 * rows) {
            throw new IllegalArgumentException("Cannot make the target grid " + name + ": 180 degrees hold " + rows
                    + " steps of " + step + ", expected a whole number from 1 to " + MOST + ".");
        }
        return (int) Math.rint(rows);
    }

    private static RectilinearGrid regular(String name, int nx, int ny) {
        if (nx < 1 || ny < 1) {
            throw new IllegalArgumentException("Cannot make the target grid " + name + ": it has " + nx
                    + " columns and " + ny + " rows, expected at least one of each.");
        }
        return new RectilinearGrid(rows(ny), fromGreenwich(nx));
    }

    /** An odd number of rows, but for one, has its first and last on the poles. */
    private static double[] rows(int ny) {
        if (ny % 2 == 0 || ny == 1) {
            return centres(-90, 180, ny);
        }
        double[] rows = new double[ny];
        for (int j = 0; j < ny; j++) {
            rows[j] = -90 + j * 180.0 / (ny - 1);
        }
        return rows;
    }

    private static RectilinearGrid gaussian(String name, int number) {
        if (number < 1 || number > MOST_GAUSSIAN) {
            throw new IllegalArgumentException("Cannot make the target grid " + name + ": it has " + number
                    + " latitudes from pole to equator, expected a number from 1 to " + MOST_GAUSSIAN + ".");
        }
        GaussianLatitudes rows = new GaussianLatitudes(2 * number);
        RectilinearGrid halfway = new RectilinearGrid(rows.lat(), fromGreenwich(4 * number));
        return new RectilinearGrid(rows.lat(), halfway.lon(), rows.bounds(), halfway.lonBounds());
    }

    private static RectilinearGrid zonal(int rows) {
        double[] lat = centres(-90, 180, rows);
        double[] halfway = new RectilinearGrid(lat, new double[1]).latBounds();
        if (rows == 1) {
            halfway = new double[] {-90, 90};
        }
        return new RectilinearGrid(lat, new double[1], halfway, new double[] {-180, 180});
    }

    private static double[] fromGreenwich(int nx) {
        double[] lon = new double[nx];
        for (int i = 0; i < nx; i++) {
            lon[i] = i * 360.0 / nx;
        }
        return lon;
    }

    private static double[] centres(double start, double length, int count) {
        double[] centres = new double[count];
        for (int i = 0; i < count; i++) {
            centres[i] = start + (i + 0.5) * length / count;
        }
        return centres;
    }

    private static String nearest(String name) {
        if (REDUCED.matcher(name).matches()) {
            return "the regular F" + name.substring(1) + ", as reduced Gaussian grids are not made,";
        }
        Matcher numbers = NUMBERS.matcher(name);
        if (!numbers.matches()) {
            return "global_1";
        }
        return numbers.group(2) == null
                ? "global_" + numbers.group(1)
                : "r" + numbers.group(1) + "x" + numbers.group(2);
    }
}
