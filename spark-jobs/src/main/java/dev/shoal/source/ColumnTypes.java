package dev.shoal.source;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Which types of columns hold the values of which others. */
final class ColumnTypes {

    /** Types of whole numbers, each of which holds those before; a double holds all but the last. */
    private static final List<DataType> WHOLE =
            List.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType);

    private ColumnTypes() {}

    /** Returns the narrowest type that holds every value of both, or nothing where there is none. */
    static Optional<DataType> common(DataType one, DataType other) {
        if (holds(one, other)) {
            return Optional.of(one);
        }
        if (holds(other, one)) {
            return Optional.of(other);
        }
        return holds(DataTypes.DoubleType, one) && holds(DataTypes.DoubleType, other)
                ? Optional.of(DataTypes.DoubleType)
                : Optional.empty();
    }

    /** Tells whether a type holds every value of another. */
    static boolean holds(DataType wide, DataType narrow) {
        if (wide.equals(narrow)) {
            return true;
        }
        if (wide.equals(DataTypes.DoubleType)) {
            return narrow.equals(DataTypes.FloatType) || (WHOLE.contains(narrow) && !narrow.equals(DataTypes.LongType));
        }
        return WHOLE.contains(wide) && WHOLE.contains(narrow) && WHOLE.indexOf(wide) > WHOLE.indexOf(narrow);
    }
}
