package dev.shoal.cf;

import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.VariableHeader;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A map projection or figure of the Earth that a file names (CF 1.11, section 5.6).
 *
 * @param variable that holds it
 * @param name {@code grid_mapping_name}; empty where there is none
 * @param parameters all its attributes
 * @param projection absent where there is nothing to project, or it is none that is reckoned
 * @param falseEasting metres
 * @param falseNorthing metres
 */
public record GridMapping(
        String variable,
        String name,
        Attributes parameters,
        Optional<Projection> projection,
        double falseEasting,
        double falseNorthing)
        implements Serializable {

    /** Returns the mapping that a variable's attributes describe; sentences go to the problems for what is missing. */
    public static GridMapping of(VariableHeader header, Consumer<String> problems) {
        return new MappingAttributes(header, problems).mapping();
    }

    /**
     * Returns where a point of the plane lies.
     *
     * @param x as stored
     * @param y as stored
     * @param xUnit metres, degrees or radians in one unit of the coordinates, as the projection's plane counts
     * @return longitude and latitude in degrees; NaN off the Earth
     * @throws java.util.NoSuchElementException where there is no projection
     */
    public double[] lonLat(double x, double y, double xUnit) {
        return projection.orElseThrow().lonLat(x * xUnit - falseEasting, y * xUnit - falseNorthing);
    }
}
