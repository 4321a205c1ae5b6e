package dev.shoal.cf;

import dev.shoal.netcdf.Attributes;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads {@link Projection} from the attributes of a grid mapping. */
final class MappingAttributes {

    private final GridMapping mapping;
    private final Attributes attributes;
    private final Consumer<String> problems;

    MappingAttributes(GridMapping mapping, Consumer<String> problems) {
        this.mapping = mapping;
        this.attributes = mapping.parameters();
        this.problems = problems;
    }

    Optional<Projection> projection() {
        return switch (mapping.name()) {
            case "polar_stereographic" -> polarStereographic();
            case "mercator" -> Optional.of(new Mercator(earth(), meridian(), equatorScale()));
            case "lambert_conformal_conic" -> conic(true);
            case "albers_conical_equal_area" -> conic(false);
            case "transverse_mercator" ->
                Optional.of(new TransverseMercator(
                        earth(), meridian(), origin(0), scale("scale_factor_at_central_meridian")));
            case "lambert_azimuthal_equal_area" ->
                needed("latitude_of_projection_origin")
                        .map(lat -> new LambertAzimuthal(earth(), meridian(), Math.toRadians(lat)));
            case "lambert_cylindrical_equal_area" ->
                Optional.of(new CylindricalEqualArea(earth(), meridian(), equatorScale()));
            case "rotated_latitude_longitude" -> rotatedPole();
            case "geostationary" -> geostationary();
            default -> Optional.empty();
        };
    }

    private Optional<Projection> polarStereographic() {
        double lat0 = attributes.number("latitude_of_projection_origin").orElse(number("standard_parallel", 90));
        int pole = lat0 < 0 ? -1 : 1;
        Optional<Double> down = verticalMeridian();
        if (down.isEmpty()) {
            return Optional.empty();
        }
        double lon0 = Math.toRadians(down.get());
        Optional<Double> parallel = attributes.number("standard_parallel");
        return Optional.of(
                parallel.isPresent()
                        ? PolarStereographic.ofParallel(earth(), pole, lon0, Math.toRadians(parallel.get()))
                        : PolarStereographic.ofScale(earth(), pole, lon0, scale("scale_factor_at_projection_origin")));
    }

    /** Sea-ice files of NSIDC give two meridians half a turn apart; a description of another convention decides. */
    private Optional<Double> verticalMeridian() {
        Optional<Double> vertical = attributes.number("straight_vertical_longitude_from_pole");
        Optional<Double> origin = attributes.number("longitude_of_projection_origin");
        if (vertical.isEmpty() || origin.isEmpty() || isSame(vertical.get(), origin.get())) {
            return vertical.or(() -> origin).or(() -> Optional.of(0.0));
        }
        Optional<Double> judge = ForeignMapping.meridian(attributes);
        boolean decided = judge.filter(lon -> isSame(lon, vertical.get()) || isSame(lon, origin.get()))
                .isPresent();
        problems.accept("Grid mapping " + mapping.variable() + " has straight_vertical_longitude_from_pole "
                + Texts.shortest(vertical.get()) + " and longitude_of_projection_origin "
                + Texts.shortest(origin.get())
                + (decided
                        ? ": " + Texts.shortest(judge.orElse(0.0)) + " is taken, as its PROJ or WKT text has it."
                        : ": latitudes and longitudes are not reckoned, remove the wrong one."));
        return decided ? judge : Optional.empty();
    }

    private static boolean isSame(double lon, double other) {
        return Math.abs(Math.IEEEremainder(lon - other, 360)) < 1e-6;
    }

    private Optional<Projection> conic(boolean conformal) {
        double[] parallels = attributes
                .find("standard_parallel")
                .map(attribute -> attribute.numbers())
                .orElse(new double[0]);
        if (parallels.length == 0) {
            return needed("standard_parallel").flatMap(none -> Optional.empty());
        }
        double first = Math.toRadians(parallels[0]);
        double second = Math.toRadians(parallels[parallels.length - 1]);
        double lat0 = origin(first);
        return Optional.of(
                conformal
                        ? LambertConic.of(earth(), meridian(), lat0, first, second)
                        : AlbersConic.of(earth(), meridian(), lat0, first, second));
    }

    private Optional<Projection> rotatedPole() {
        Optional<Double> lat = needed("grid_north_pole_latitude");
        Optional<Double> lon = needed("grid_north_pole_longitude");
        return lat.isPresent() && lon.isPresent()
                ? Optional.of(new RotatedPole(
                        Math.toRadians(lon.get()), Math.toRadians(lat.get()), number("north_pole_grid_longitude", 0)))
                : Optional.empty();
    }

    private Optional<Projection> geostationary() {
        String sweep = attributes
                .text("sweep_angle_axis")
                .or(() -> attributes.text("fixed_angle_axis").map(axis -> axis.equals("x") ? "y" : "x"))
                .orElse("y");
        return needed("perspective_point_height")
                .map(height -> new Geostationary(earth(), meridian(), height, sweep.equals("x")));
    }

    /** Where neither radius nor axes are given, WGS 84, and a sentence says so. */
    private Ellipsoid earth() {
        Optional<Double> a = any("semi_major_axis", "semimajor_axis", "semimajor_radius");
        Optional<Double> b = any("semi_minor_axis", "semiminor_axis", "semiminor_radius");
        Optional<Double> inverse = attributes.number("inverse_flattening");
        Optional<Double> radius = attributes.number("earth_radius");
        if (a.isPresent() && (b.isPresent() || inverse.isPresent())) {
            return inverse.isPresent()
                    ? Ellipsoid.ofInverseFlattening(a.get(), inverse.get())
                    : Ellipsoid.ofAxes(a.get(), b.orElse(a.get()));
        }
        if (radius.isPresent() || a.isPresent()) {
            return new Ellipsoid(radius.orElseGet(a::orElseThrow), 0);
        }
        problems.accept("Grid mapping " + mapping.variable() + " gives no figure of the Earth (semi_major_axis and"
                + " inverse_flattening, or earth_radius): WGS 84 is assumed.");
        return Ellipsoid.WGS84;
    }

    private Optional<Double> any(String... names) {
        return Stream.of(names)
                .flatMap(name -> attributes.number(name).stream())
                .findFirst();
    }

    private double meridian() {
        return radians("longitude_of_central_meridian", radians("longitude_of_projection_origin", 0));
    }

    private double origin(double absent) {
        return radians("latitude_of_projection_origin", absent);
    }

    private double equatorScale() {
        return attributes
                .number("standard_parallel")
                .map(parallel -> earth().m(Math.toRadians(parallel)))
                .orElseGet(() -> scale("scale_factor_at_projection_origin"));
    }

    private double scale(String name) {
        return number(name, 1);
    }

    private double radians(String name, double absent) {
        return attributes.number(name).map(Math::toRadians).orElse(absent);
    }

    private double number(String name, double absent) {
        return attributes.number(name).orElse(absent);
    }

    private Optional<Double> needed(String name) {
        Optional<Double> number = attributes.number(name);
        if (number.isEmpty()) {
            problems.accept("Grid mapping " + mapping.variable() + " ("
                    + mapping.name() + ") has no " + name
                    + ": latitudes and longitudes are not reckoned from it.");
        }
        return number;
    }
}
