package dev.shoal.cf;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.regrid.CellCorners;
import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.GivenCorners;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.RectilinearGrid;
import dev.shoal.regrid.TargetGrids;
import dev.shoal.regrid.Triangles;
import dev.shoal.regrid.UnstructuredGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads CDO's grid descriptions (CDO User Guide 2.1, appendix D): {@code key = value} in lines, lists over as many
 * lines as they need, comments behind {@code #}. The types lonlat, gaussian, curvilinear, unstructured and projection
 * are read; of several grids in one text the first.
 */
public final class CdoGridText {

    private static final Pattern PAIR = Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*=(.*)");
    private static final Set<String> PLAIN = Set.of(
            "gridtype",
            "gridsize",
            "xsize",
            "ysize",
            "xfirst",
            "xinc",
            "xvals",
            "xbounds",
            "yfirst",
            "yinc",
            "yvals",
            "ybounds",
            "xunits",
            "yunits",
            "nvertex",
            "numlpe",
            "np",
            "xname",
            "yname",
            "xlongname",
            "ylongname",
            "xstdname",
            "ystdname",
            "xdimname",
            "ydimname",
            "vdimname",
            "gridprec",
            "datatype",
            "rdimname",
            "gridlatlon",
            "scanningmode",
            "grid_mapping",
            "uuid",
            "number",
            "position",
            "path",
            "xdimension",
            "ydimension");
    private static final Set<String> NOT_USED = Set.of("mask", "area", "rowlon", "reducedpoints", "ni", "nd");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final String name;
    private final Consumer<String> problems;

    private CdoGridText(String text, String name, Consumer<String> problems) {
        this.name = name;
        this.problems = problems;
        String key = "";
        for (String line : text.lines().toList()) {
            String told = line.replaceFirst("#.*", "").strip();
            Matcher pair = PAIR.matcher(told);
            if (pair.matches()) {
                key = pair.group(1).toLowerCase(Locale.ROOT);
                if (key.equals("gridtype") && values.containsKey(key)) {
                    problems.accept("Grid description " + name + " holds more than one grid: the first is taken.");
                    break;
                }
                values.put(key, pair.group(2).strip());
            } else if (!told.isEmpty()) {
                if (key.isEmpty()) {
                    throw refused(
                            "it begins with '" + told + "'", "'key = value' in every line, 'gridtype' among them");
                }
                values.merge(key, told, (before, more) -> before + " " + more);
            }
        }
        for (String unused : values.keySet()) {
            if (NOT_USED.contains(unused)) {
                problems.accept("The " + unused + " of grid description " + name
                        + " is not used: missing cells follow from the data.");
            }
        }
    }

    /** Tells whether a text may be a grid description: it sets {@code gridtype}, or steps along x. */
    public static boolean isOne(String text) {
        return Pattern.compile("(?mi)^\\s*(gridtype|xsize|gridsize)\\s*=")
                .matcher(text)
                .find();
    }

    /**
     * Makes the grid of a description.
     *
     * @param name of the text, for errors
     * @param problems takes a sentence for everything that was not used
     * @throws IllegalArgumentException that names the text and the key, where it makes no grid
     */
    public static Grid read(String text, String name, Consumer<String> problems) {
        CdoGridText read = new CdoGridText(text, name, problems);
        try {
            return read.grid();
        } catch (NumberFormatException error) {
            throw read.refused("a value is no number: " + error.getMessage(), "numbers");
        }
    }

    private IllegalArgumentException refused(String found, String expected) {
        return new IllegalArgumentException(
                "Cannot make the grid of the description " + name + ": " + found + ", expected " + expected + ".");
    }

    private Grid grid() {
        boolean lists = numbers("xvals").length > 1 && numbers("xvals").length == size("gridsize", -1);
        String type = text("gridtype").orElse(lists && size("ysize", 1) == 1 ? "unstructured" : "lonlat");
        return switch (type) {
            case "lonlat", "gaussian", "generic" -> rectilinear(type.equals("gaussian"));
            case "curvilinear" -> curvilinear();
            case "unstructured", "cell" -> unstructured();
            case "projection" -> projected();
            default ->
                throw refused(
                        "gridtype is " + type, "one of lonlat, gaussian, curvilinear, unstructured and projection");
        };
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key))
                .map(value -> value.replaceAll("^\"|\"$", "").strip());
    }

    private double[] numbers(String key) {
        String text = text(key).orElse("");
        return text.isEmpty()
                ? new double[0]
                : Pattern.compile("[\\s,]+")
                        .splitAsStream(text)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    /** Returns numbers as degrees. */
    private double[] degrees(String key, String units) {
        double[] found = numbers(key);
        boolean radians = text(units).orElse("").toLowerCase(Locale.ROOT).startsWith("rad");
        return radians ? Arrays.stream(found).map(Math::toDegrees).toArray() : found;
    }

    private int size(String key, int absent) {
        double[] found = numbers(key);
        return found.length == 0 ? absent : (int) found[0];
    }

    private double[] axis(String letter, int size) {
        double[] values = degrees(letter + "vals", letter + "units");
        if (values.length > 0) {
            if (size >= 0 && values.length != size) {
                throw refused(
                        letter + "vals has " + values.length + " values and " + letter + "size is " + size,
                        "as many of both");
            }
            return values;
        }
        double[] first = degrees(letter + "first", letter + "units");
        double[] step = degrees(letter + "inc", letter + "units");
        if (size < 1 || (first.length == 0 && size > 0 && step.length > 0) || first.length == 0) {
            throw refused(
                    "it has neither " + letter + "vals nor " + letter + "size, " + letter + "first and " + letter
                            + "inc",
                    "the one or the other");
        }
        double[] axis = new double[size];
        for (int i = 0; i < size; i++) {
            axis[i] = first[0] + i * (step.length == 0 ? 0 : step[0]);
        }
        return axis;
    }

    private Grid rectilinear(boolean gaussian) {
        int ny = size("ysize", gaussian && size("numlpe", -1) > 0 ? 2 * size("numlpe", -1) : -1);
        int nx = size("xsize", -1);
        boolean reckoned = gaussian && numbers("yvals").length == 0 && numbers("yfirst").length == 0;
        if (reckoned && (ny < 2 || ny % 2 == 1)) {
            throw refused("a Gaussian grid without yvals has ysize " + ny, "an even number of rows");
        }
        Optional<RectilinearGrid> rows =
                reckoned ? Optional.of((RectilinearGrid) TargetGrids.named("F" + ny / 2)) : Optional.empty();
        double[] lat = rows.isPresent() ? rows.get().lat() : axis("y", ny);
        double[] lon = axis("x", nx);
        RectilinearGrid halfway = new RectilinearGrid(lat, lon);
        double[] belts = rows.orElse(halfway).latBounds();
        return new RectilinearGrid(
                lat,
                lon,
                bounds("y", lat.length).orElse(belts),
                bounds("x", lon.length).orElse(halfway.lonBounds()));
    }

    private Optional<double[]> bounds(String letter, int size) {
        double[] bounds = degrees(letter + "bounds", letter + "units");
        if (bounds.length > 0 && bounds.length != 2 * size) {
            throw refused(letter + "bounds has " + bounds.length + " values for " + size + " cells", "two of each");
        }
        return bounds.length == 0 ? Optional.empty() : Optional.of(bounds);
    }

    private Grid curvilinear() {
        int nx = size("xsize", -1);
        int ny = size("ysize", -1);
        if (nx < 1 || ny < 1) {
            throw refused("xsize is " + nx + " and ysize is " + ny, "both");
        }
        double[] lat = each("yvals", "yunits", (long) nx * ny);
        double[] lon = each("xvals", "xunits", (long) nx * ny);
        return new CurvilinearGrid(ny, nx, lat, lon, corners(4, lat, lon));
    }

    private double[] each(String key, String units, long count) {
        double[] found = degrees(key, units);
        if (found.length != count) {
            throw refused(key + " has " + found.length + " values for " + count + " cells", "one of each");
        }
        return found;
    }

    private CellCorners corners(int usual, double[] lat, double[] lon) {
        double[] cornerLat = degrees("ybounds", "yunits");
        double[] cornerLon = degrees("xbounds", "xunits");
        if (cornerLat.length == 0 && cornerLon.length == 0) {
            return CellCorners.NONE;
        }
        int most = size("nvertex", usual);
        if (most < 3 || cornerLat.length != (long) most * lat.length || cornerLon.length != cornerLat.length) {
            throw refused(
                    "there are " + cornerLon.length + " xbounds and " + cornerLat.length + " ybounds for " + lat.length
                            + " cells of " + most + " corners",
                    "one of each corner");
        }
        GivenCorners given = GivenCorners.of(most, cornerLat, cornerLon, lat, lon);
        if (given.turned() + given.astray() + given.flat() > 0) {
            problems.accept("Of grid description " + name + " " + given.turned()
                    + " cells had corners out of order, which were put round, and "
                    + (given.astray() + given.flat()) + " that do not hold their points are left out.");
        }
        return given.corners();
    }

    private Grid unstructured() {
        int size = size("gridsize", size("xsize", numbers("xvals").length));
        double[] lat = each("yvals", "yunits", size);
        double[] lon = each("xvals", "xunits", size);
        CellCorners corners = corners(-1, lat, lon);
        return corners.isEmpty()
                ? UnstructuredGrid.points(lat, lon)
                : new UnstructuredGrid(lat, lon, corners, Triangles.NONE);
    }

    private Grid projected() {
        GridMapping mapping = mapping();
        Optional<Projection> projection = mapping.projection(problems);
        if (projection.isEmpty()) {
            throw refused(
                    text("grid_mapping_name")
                            .map(found -> "grid_mapping_name is " + found)
                            .orElse("it has no grid_mapping_name"),
                    "a map projection of CF with its parameters");
        }
        String units = text("xunits").orElse("m");
        double unit = projection.get().plane() == Projection.Plane.METRES
                ? CfUnits.metres(units).orElseThrow(() -> refused("xunits is " + units, "a length"))
                : 1;
        double[] rows = plane("y");
        double[] columns = plane("x");
        ProjectedCells cells = new ProjectedCells(mapping, unit);
        double[][] at = cells.points(rows, columns);
        CellCorners corners = cells.corners(
                bounds("y", rows.length).orElseGet(() -> ProjectedCells.halfway(rows)),
                bounds("x", columns.length).orElseGet(() -> ProjectedCells.halfway(columns)));
        return new CurvilinearGrid(rows.length, columns.length, at[0], at[1], corners);
    }

    private double[] plane(String letter) {
        return axis(letter, size(letter + "size", -1));
    }

    private GridMapping mapping() {
        List<Attribute> attributes = new ArrayList<>();
        values.forEach((key, value) -> {
            if (!PLAIN.contains(key) && !NOT_USED.contains(key)) {
                boolean text = !value.matches("[-+0-9.eE,\\sdf]+") || value.startsWith("\"");
                attributes.add(
                        text
                                ? Attribute.of(key, text(key).orElse(""))
                                : Attribute.of(
                                        key,
                                        Pattern.compile("[\\s,]+")
                                                .splitAsStream(value.replaceAll("[dfDF]", ""))
                                                .mapToDouble(Double::parseDouble)
                                                .toArray()));
            }
        });
        return new GridMapping(
                name, text("grid_mapping_name").orElse("").toLowerCase(Locale.ROOT), new Attributes(attributes));
    }
}
