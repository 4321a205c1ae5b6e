package dev.shoal.source;

import dev.shoal.cf.GridVariable;
import dev.shoal.cf.TimeAxis;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Which variables can stand in one row, and as what. */
final class CellShapes {

    private CellShapes() {}

    /** Returns in what the cells of a variable differ from another's, or nothing where they are the same cells. */
    static Optional<String> difference(GridVariable leader, GridVariable variable) {
        boolean sameAxes = leader.header().dimensions().equals(variable.header().dimensions())
                && Arrays.equals(leader.header().shape(), variable.header().shape())
                && leader.timeAxis().equals(variable.timeAxis())
                && leader.verticalAxis().equals(variable.verticalAxis())
                && leader.yAxis() == variable.yAxis()
                && leader.xAxis() == variable.xAxis();
        if (!sameAxes) {
            return Optional.of("its axes are " + axes(variable) + " and those of "
                    + leader.header().name() + " are " + axes(leader));
        }
        boolean sameCoordinates = leader.time().equals(variable.time())
                && leader.vertical().equals(variable.vertical())
                && leader.grid().equals(variable.grid());
        return sameCoordinates
                ? Optional.empty()
                : Optional.of(
                        "its coordinates are not those of " + leader.header().name());
    }

    /** Returns names and lengths of a variable's axes, for people. */
    static String axes(GridVariable variable) {
        return variable.header().dimensions() + " of "
                + Arrays.toString(variable.header().shape());
    }

    /**
     * Returns the type of a variable's column: whole numbers for flags, else float where that holds every value, else
     * double.
     */
    static DataType type(GridVariable variable) {
        Attributes attributes = variable.header().attributes();
        boolean flags = attributes.find("flag_values").isPresent()
                || attributes.find("flag_masks").isPresent();
        boolean packed = variable.packing().scale() != 1 || variable.packing().offset() != 0;
        DataType real = variable.packing().unpacked() == ElementType.FLOAT ? DataTypes.FloatType : DataTypes.DoubleType;
        if (!flags || packed) {
            return real;
        }
        return switch (variable.packing().type()) {
            case BYTE -> DataTypes.ByteType;
            case UBYTE, SHORT -> DataTypes.ShortType;
            case USHORT, INT -> DataTypes.IntegerType;
            default -> real;
        };
    }

    /** Tells whether a column has values that are no whole numbers. */
    static boolean isReal(DataType type) {
        return type.equals(DataTypes.FloatType) || type.equals(DataTypes.DoubleType);
    }

    /** Returns what the numbers of a time without timestamps count, and by which calendar. */
    static String numbering(TimeAxis time) {
        return time.units() + " (" + time.calendar() + ")";
    }
}
