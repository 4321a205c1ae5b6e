package dev.shoal.cf;

import dev.shoal.netcdf.VariableHeader;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what a coordinate variable measures: by its standard name, else its units, else {@code axis}, {@code positive}
 * and {@code _CoordinateAxisType}, else its name.
 */
final class AxisKinds {

    private static final Pattern NORTH = Pattern.compile("deg(ree)?s?(_|\\s)?n(orth)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern EAST = Pattern.compile("deg(ree)?s?(_|\\s)?e(ast)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SINCE = Pattern.compile(".*\\ssince\\s.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LAT_NAME = Pattern.compile("(nav_)?lat(itude)?(_.*)?");
    private static final Pattern LON_NAME = Pattern.compile("(nav_)?lon(g)?(itude)?(_.*)?");
    private static final Pattern LENGTH_NAME =
            Pattern.compile("depth?|deptht|depthu|depthv|depthw|altitude|alt|height|z");
    private static final Pattern LEVEL_NAME =
            Pattern.compile("s_rho|s_w|lev|levels?|sigma|siglay|siglev|nav_lev|z_t|z_w");
    private static final Pattern NOT_A_COORDINATE = Pattern.compile(
            ".*_(qc|bnds|bounds|vertices|flags?|quality_control|error|std|sd|uncertainty|sigfigs|count|min|max)");
    private static final Set<String> TIME_NAMES =
            Set.of("time", "ocean_time", "time_counter", "time_centered", "juld", "mt");
    private static final Set<String> LENGTH_STANDARD = Set.of(
            "depth",
            "altitude",
            "height",
            "depth_below_geoid",
            "height_above_mean_sea_level",
            "height_above_geopotential_datum",
            "height_above_sea_floor");
    /** Begins of names, CF's own or not, that are of a place and not of what is there. */
    private static final Pattern VERTICAL_STANDARD =
            Pattern.compile("(depth|altitude|height|vertical|elevation|level|bin|distance|pressure)(_.*)?$");

    private static final Pattern LEVEL_STANDARD =
            Pattern.compile("model_level_number|(ocean|atmosphere)_.*_?coordinate(_g[12])?|.*hybrid.*coordinate");

    private static final Remembered<String, String> LAST_NAMES =
            new Remembered<>(name -> name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
    private static final Remembered<String, Boolean> NO_COORDINATES =
            new Remembered<>(name -> NOT_A_COORDINATE.matcher(name).matches());
    private static final Remembered<String, Optional<AxisKind>> BY_UNITS = new Remembered<>(AxisKinds::byUnits);

    private AxisKinds() {}

    /** Returns the kind of a variable that may serve as a coordinate, or nothing for data. */
    static Optional<AxisKind> of(VariableHeader variable) {
        String name = lastName(variable);
        if (!variable.type().isNumeric() || NO_COORDINATES.of(name)) {
            return Optional.empty();
        }
        Optional<String> standard = variable.attributes().text("standard_name");
        String units = variable.attributes().text("units").orElse("");
        Optional<AxisKind> kind = standard.flatMap(text -> byStandardName(text, units, variable));
        return kind.or(() -> byUnits(units, standard))
                .or(() -> byAxis(variable, units))
                .or(() -> standard.isPresent() ? Optional.empty() : byName(name, units, variable));
    }

    /** Returns the name within its group, in lower case. */
    static String lastName(VariableHeader variable) {
        return LAST_NAMES.of(variable.name());
    }

    private static Optional<AxisKind> byStandardName(String standard, String units, VariableHeader variable) {
        return switch (standard) {
            case "latitude" -> Optional.of(AxisKind.LATITUDE);
            case "longitude" -> Optional.of(AxisKind.LONGITUDE);
            case "time" -> Optional.of(AxisKind.TIME);
            case "projection_x_coordinate", "projection_x_angular_coordinate", "grid_longitude" ->
                Optional.of(AxisKind.PROJECTED_X);
            case "projection_y_coordinate", "projection_y_angular_coordinate", "grid_latitude" ->
                Optional.of(AxisKind.PROJECTED_Y);
            case "sea_water_pressure", "sea_water_pressure_due_to_sea_water" -> Optional.of(AxisKind.PRESSURE);
            case "air_pressure" ->
                isMarkedVertical(variable) || isDirected(variable) ? Optional.of(AxisKind.PRESSURE) : Optional.empty();
            default -> {
                if (LENGTH_STANDARD.contains(standard)) {
                    yield Optional.of(vertical(units));
                }
                yield LEVEL_STANDARD.matcher(standard).matches() ? Optional.of(AxisKind.LEVEL) : Optional.empty();
            }
        };
    }

    private static Optional<AxisKind> byUnits(String units, Optional<String> standard) {
        Optional<AxisKind> kind = BY_UNITS.of(units);
        return standard.isPresent() ? kind.filter(found -> found != AxisKind.TIME) : kind;
    }

    private static Optional<AxisKind> byUnits(String units) {
        if (NORTH.matcher(units).matches()) {
            return Optional.of(AxisKind.LATITUDE);
        }
        if (EAST.matcher(units).matches()) {
            return Optional.of(AxisKind.LONGITUDE);
        }
        return SINCE.matcher(units).matches() || DateNumbers.areUnits(units)
                ? Optional.of(AxisKind.TIME)
                : Optional.empty();
    }

    private static Optional<AxisKind> byAxis(VariableHeader variable, String units) {
        String type = variable.attributes().text("_CoordinateAxisType").orElse("");
        String axis = variable.attributes().text("axis").orElse("");
        if (type.equals("Lat") || type.equals("Lon")) {
            return Optional.of(type.equals("Lat") ? AxisKind.LATITUDE : AxisKind.LONGITUDE);
        }
        if (type.equals("Time") || axis.equals("T")) {
            return Optional.of(AxisKind.TIME);
        }
        if (isMarkedVertical(variable) || (isDirected(variable) && mayBeVertical(variable, units))) {
            return Optional.of(vertical(units));
        }
        boolean named = LAT_NAME.matcher(lastName(variable)).matches()
                || LON_NAME.matcher(lastName(variable)).matches();
        if (named) {
            return Optional.empty();
        }
        if (type.equals("GeoX") || axis.equals("X")) {
            return Optional.of(AxisKind.PROJECTED_X);
        }
        return type.equals("GeoY") || axis.equals("Y") ? Optional.of(AxisKind.PROJECTED_Y) : Optional.empty();
    }

    private static Optional<AxisKind> byName(String name, String units, VariableHeader variable) {
        if (LAT_NAME.matcher(name).matches()) {
            return Optional.of(AxisKind.LATITUDE);
        }
        if (LON_NAME.matcher(name).matches()) {
            return Optional.of(AxisKind.LONGITUDE);
        }
        if (TIME_NAMES.contains(name) && (name.equals("time") || units.isEmpty())) {
            return Optional.of(AxisKind.TIME);
        }
        if (LENGTH_NAME.matcher(name).matches()
                && (units.isEmpty() || CfUnits.metres(units).isPresent())) {
            return Optional.of(AxisKind.DEPTH);
        }
        boolean level = LEVEL_NAME.matcher(name).matches() && variable.rank() <= 1;
        return level ? Optional.of(vertical(units)) : Optional.empty();
    }

    private static boolean isMarkedVertical(VariableHeader variable) {
        String type = variable.attributes().text("_CoordinateAxisType").orElse("");
        return variable.attributes().text("axis").orElse("").equals("Z")
                || Set.of("Height", "Pressure", "GeoZ").contains(type);
    }

    private static boolean isDirected(VariableHeader variable) {
        String positive = variable.attributes().text("positive").orElse("").toLowerCase(Locale.ROOT);
        return positive.equals("up") || positive.equals("down");
    }

    /** Fluxes, vertical velocities and heights of the sea's surface are directed as well: those are data. */
    private static boolean mayBeVertical(VariableHeader variable, String units) {
        if (FileCoordinates.isDimensionCoordinate(variable)) {
            return true;
        }
        Optional<String> standard = variable.attributes().text("standard_name");
        boolean named =
                standard.isEmpty() || VERTICAL_STANDARD.matcher(standard.get()).lookingAt();
        return named && (vertical(units) != AxisKind.LEVEL || CfUnits.isNumber(units));
    }

    private static AxisKind vertical(String units) {
        if (CfUnits.metres(units).isPresent()) {
            return AxisKind.DEPTH;
        }
        return CfUnits.isPressure(units) ? AxisKind.PRESSURE : AxisKind.LEVEL;
    }
}
