package dev.shoal.cf;

import dev.shoal.netcdf.Attributes;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A map projection or figure of the Earth that a file names (CF 1.11, section 5.6).
 *
 * @param variable that holds it
 * @param name {@code grid_mapping_name} in lower case; empty where there is none
 * @param parameters all its attributes
 */
public record GridMapping(String variable, String name, Attributes parameters) implements Serializable {

    /** Returns the way from the plane to the Earth; absent where there is no plane, or its map is not reckoned. */
    public Optional<Projection> projection() {
        return projection(problem -> {});
    }

    /** Returns the way from the plane to the Earth; sentences go to the problems for what is missing or in doubt. */
    public Optional<Projection> projection(Consumer<String> problems) {
        return new MappingAttributes(this, problems).projection();
    }

    /** Returns metres to take from eastings before they are projected. */
    public double falseEasting() {
        return parameters.number("false_easting").orElse(0.0);
    }

    /** Returns metres to take from northings before they are projected. */
    public double falseNorthing() {
        return parameters.number("false_northing").orElse(0.0);
    }
}
