package dev.shoal.cf;

import dev.shoal.netcdf.Attributes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a grid mapping says of itself in the words of PROJ or of well-known text; only asked where CF's disagree. */
final class ForeignMapping {

    private static final List<String> NAMES =
            List.of("proj4text", "proj4", "proj4_params", "proj4_string", "proj4_str", "crs_wkt", "spatial_ref");
    private static final Pattern MERIDIAN = Pattern.compile(
            "(?:\\+lon_0=|PARAMETER\\[\"(?:central_meridian|Longitude of [a-z ]*origin)\",)\\s*([+-]?[0-9.]+)",
            Pattern.CASE_INSENSITIVE);

    private ForeignMapping() {}

    /** Returns the central meridian in degrees. */
    static Optional<Double> meridian(Attributes attributes) {
        for (String name : NAMES) {
            Matcher matcher = MERIDIAN.matcher(attributes.text(name).orElse(""));
            if (matcher.find()) {
                return Optional.of(Double.parseDouble(matcher.group(1)));
            }
        }
        return Optional.empty();
    }
}
