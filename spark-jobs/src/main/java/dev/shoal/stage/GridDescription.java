package dev.shoal.stage;

import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.FieldLayout;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * One field of a file, as planning sees it.
 *
 * @param name of the variable
 * @param standardName CF standard name; empty where the file says none
 * @param units as stored; empty where the file says none
 * @param storedType of its elements in the file
 * @param decodedType FLOAT or DOUBLE: what its values are written as once decoded
 * @param gridDigest fingerprint of its horizontal coordinates
 * @param layout which stored axis is which
 * @param chunkSteps steps that lie in one storage chunk
 * @param chunkLevels levels that lie in one storage chunk
 * @param ny rows of a field
 * @param nx columns of a field
 * @param time its steps; {@link Steps#NONE} for a field without time
 * @param vertical its levels; {@link Levels#NONE} for a field without a vertical axis
 * @param attributes as stored
 */
public record GridDescription(
        String name,
        String standardName,
        String units,
        ElementType storedType,
        ElementType decodedType,
        String gridDigest,
        FieldLayout layout,
        int chunkSteps,
        int chunkLevels,
        int ny,
        int nx,
        Steps time,
        Levels vertical,
        Attributes attributes)
        implements Serializable {

    /**
     * Tells whether the field is among the variables that a specification names.
     *
     * @param variables names or standard names; empty for all
     */
    boolean isWanted(List<String> variables) {
        return variables.isEmpty() || variables.contains(name) || variables.contains(standardName);
    }

    /** Returns the order of the stored axes, for comparing. */
    String axes() {
        return layout.rank() + ": time " + layout.time() + ", vertical " + layout.vertical() + ", y " + layout.y()
                + ", x " + layout.x();
    }

    /**
     * The steps of a time axis.
     *
     * @param variable coordinate variable
     * @param units as stored
     * @param calendar CF name
     * @param numbers as stored, one a step
     * @param micros since 1970 UTC, one a step; empty where the calendar has no timestamps
     * @param bounds first and end of each step, in the same units; empty where there are none
     */
    public record Steps(
            String variable, String units, String calendar, double[] numbers, long[] micros, double[] bounds)
            implements Serializable {

        /** Makes steps without bounds. */
        public Steps(String variable, String units, String calendar, double[] numbers, long[] micros) {
            this(variable, units, calendar, numbers, micros, new double[0]);
        }

        /** No time axis. */
        public static final Steps NONE = new Steps("", "", "", new double[0], new long[0]);

        /** Returns the number of steps. */
        public int count() {
            return numbers.length;
        }

        /** Tells whether the steps have timestamps. */
        public boolean hasTimestamps() {
            return micros.length == numbers.length;
        }
    }

    /**
     * The levels of a vertical axis.
     *
     * @param variable coordinate variable
     * @param units as stored
     * @param positive {@code up} or {@code down}; empty where it is not said
     * @param values one a level
     */
    public record Levels(String variable, String units, String positive, double[] values) implements Serializable {

        /** No vertical axis. */
        public static final Levels NONE = new Levels("", "", "", new double[0]);

        /** Returns the number of levels. */
        public int count() {
            return values.length;
        }

        /** Returns the last part of the coordinate's path, so that groups of the source are none of the store. */
        String name() {
            return variable.substring(variable.lastIndexOf('/') + 1);
        }

        /** Tells whether both are the same levels. */
        public boolean same(Levels other) {
            return units.equals(other.units) && Arrays.equals(values, other.values);
        }
    }
}
