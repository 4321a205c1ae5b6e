package dev.shoal.cf;

import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.FieldLayout;
import dev.shoal.regrid.Grid;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A numeric variable on a grid of latitudes and longitudes. Every axis that is named by none of the four positions has
 * length 1.
 *
 * @param header of the variable
 * @param standardName CF's name of the quantity
 * @param units as stored
 * @param timeAxis position of the time axis in the variable's shape; absent where time is a scalar or is not there
 * @param verticalAxis position of the vertical axis; absent where there is none
 * @param yAxis position of the grid's rows; -1 where the grid is unstructured: all its cells are one row
 * @param xAxis position of the grid's columns
 * @param grid positions of the cells; longitudes as stored; shared between the variables of a file
 * @param origin what in the file the grid was made of
 * @param time absent where the variable has no time
 * @param vertical absent where the variable has no level
 * @param packing turns stored numbers into values in {@code units}
 */
public record GridVariable(
        VariableHeader header,
        Optional<String> standardName,
        Optional<String> units,
        OptionalInt timeAxis,
        OptionalInt verticalAxis,
        int yAxis,
        int xAxis,
        Grid grid,
        GridOrigin origin,
        Optional<TimeAxis> time,
        Optional<VerticalAxis> vertical,
        Packing packing) {

    /** Returns which stored axis is which. */
    public FieldLayout layout() {
        return new FieldLayout(header.rank(), timeAxis.orElse(-1), verticalAxis.orElse(-1), yAxis, xAxis);
    }
}
