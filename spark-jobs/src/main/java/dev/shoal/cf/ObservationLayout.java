package dev.shoal.cf;

import dev.shoal.netcdf.VariableHeader;
import java.util.List;
import java.util.Optional;

/**
 * How the observations of a file are laid out.
 *
 * @param type as declared or guessed; a series or trajectory with levels is one of profiles
 * @param representation in CF's terms
 * @param dimensions along which the observations lie, slowest first; an observation's index is its place in them
 * @param observations places in these dimensions; padding is counted
 * @param links between ragged dimensions
 * @param time absent where the file has none
 * @param latitude absent where the file has none
 * @param longitude absent where the file has none
 * @param depth where the depth of an observation comes from
 * @param levelDimension the one of {@code dimensions} that runs down a profile; absent where there are no levels
 * @param platform where the platform's name comes from
 * @param variables that are read
 */
public record ObservationLayout(
        FeatureType type,
        Representation representation,
        List<String> dimensions,
        long observations,
        List<RaggedLink> links,
        Optional<VariableHeader> time,
        Optional<VariableHeader> latitude,
        Optional<VariableHeader> longitude,
        DepthSource depth,
        Optional<String> levelDimension,
        PlatformSource platform,
        List<ObservedVariable> variables) {

    /** Returns the stored units of the vertical coordinate. */
    public Optional<String> verticalUnits() {
        return depth.vertical().flatMap(variable -> variable.attributes().text("units"));
    }
}
