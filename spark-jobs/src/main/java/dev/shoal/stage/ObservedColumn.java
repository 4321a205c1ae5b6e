package dev.shoal.stage;

import java.io.Serializable;
import java.util.List;

/**
 * A column that a file's observations give.
 *
 * @param column name in SQL
 * @param variable name in the file
 * @param standardName CF standard name; empty where the file says none
 * @param canonicalUnits units of the values once read
 * @param units as stored; empty where the file says none
 * @param flag whether it holds a provider's quality flags instead of data
 */
public record ObservedColumn(
        String column, String variable, String standardName, String canonicalUnits, String units, boolean flag)
        implements Serializable {

    /** Returns the names that a configuration may call it by. */
    List<String> names() {
        return List.of(variable, standardName, column);
    }
}
