package dev.shoal.source;

import dev.shoal.cf.TimeAxis;
import dev.shoal.cf.VerticalAxis;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.RectilinearGrid;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** Where the cells of a file are: their axes, and the coordinates along these. */
interface CellPlaces {

    /** Returns the lengths of the axes; not to be changed. */
    long[] shape();

    /** Returns the times, of one for all where there is no time axis. */
    Optional<TimeAxis> time();

    /** Returns the levels, of one for all where there is no vertical axis. */
    Optional<VerticalAxis> vertical();

    /** Returns the positions of the cells. */
    Grid grid();

    /** Returns the axis that the times lie along, if any. */
    OptionalInt timeAxis();

    /** Returns the axis that the levels lie along, if any. */
    OptionalInt verticalAxis();

    /** Returns the axis of the grid's rows; -1 where all cells are one row. */
    int yAxis();

    /** Returns the axis of the grid's columns, or of its cells where they are one row. */
    int xAxis();

    /** Tells whether a latitude belongs to a cell, and not to a whole row. */
    default boolean isPlacedByCell() {
        return !(grid() instanceof RectilinearGrid);
    }

    /** Returns the number of cells. */
    default long cells() {
        return Arrays.stream(shape()).reduce(1, Math::multiplyExact);
    }
}
