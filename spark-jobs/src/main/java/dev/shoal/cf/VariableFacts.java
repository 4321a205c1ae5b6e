package dev.shoal.cf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one variable says of its cells and of the variables beside it.
 *
 * @param variable full name
 * @param gridMappings variables of its grid mappings
 * @param coordinates auxiliary coordinate variables that it names and that exist
 * @param bounds variable of the corners of its cells, where it is a coordinate; empty where there is none
 * @param climatology variable of the bounds of climatological times; empty where there is none
 * @param cellMethods in stored order
 * @param cellMeasures the variable of each measure, such as {@code area}; it may be in another file
 * @param ancillaryVariables that it names and that exist: flags, errors
 * @param flags what its numbers mean; {@link Flags#NONE} where they are none
 * @param actualRange least and greatest value as described, unpacked; never applied
 */
public record VariableFacts(
        String variable,
        List<String> gridMappings,
        List<String> coordinates,
        String bounds,
        String climatology,
        List<CellMethod> cellMethods,
        Map<String, String> cellMeasures,
        List<String> ancillaryVariables,
        Flags flags,
        List<Double> actualRange)
        implements Serializable {

    /** Copies lists and map. */
    public VariableFacts {
        gridMappings = new ArrayList<>(gridMappings);
        coordinates = new ArrayList<>(coordinates);
        cellMethods = new ArrayList<>(cellMethods);
        cellMeasures = new LinkedHashMap<>(cellMeasures);
        ancillaryVariables = new ArrayList<>(ancillaryVariables);
        actualRange = new ArrayList<>(actualRange);
    }

    /** Tells whether there is anything to tell. */
    boolean isEmpty() {
        return gridMappings.isEmpty()
                && coordinates.isEmpty()
                && bounds.isEmpty()
                && climatology.isEmpty()
                && cellMethods.isEmpty()
                && cellMeasures.isEmpty()
                && ancillaryVariables.isEmpty()
                && flags.meanings().isEmpty()
                && actualRange.isEmpty();
    }
}
