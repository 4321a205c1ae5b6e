package dev.shoal.source;

import dev.shoal.cf.CfUnits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;

/** The variables that files have given to a table so far, by their names in whatever case. */
final class MergedColumns {

    private final Map<String, SourceColumn> columns = new LinkedHashMap<>();

    private static String key(SourceColumn column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the columns in the order they came in. */
    List<SourceColumn> columns() {
        return new ArrayList<>(columns.values());
    }

    /** Tells whether there is a column of the name of another. */
    boolean holds(SourceColumn column) {
        return columns.containsKey(key(column));
    }

    /** Adds a column, or widens the one of its name. Returns in what it contradicts that one. */
    Optional<String> add(SourceColumn column) {
        SourceColumn known = columns.get(key(column));
        if (known == null) {
            columns.put(key(column), column);
            return Optional.empty();
        }
        Optional<DataType> type = ColumnTypes.common(known.type(), column.type());
        Optional<String> contradiction = contradiction(known, column, type);
        if (contradiction.isEmpty()) {
            columns.put(key(column), new SourceColumn(known.name(), known.role(), type.orElseThrow(), known.units()));
        }
        return contradiction;
    }

    /** Returns every difference between a file's columns and these, for files that must not differ. */
    List<String> differences(List<SourceColumn> others) {
        List<String> differences = new ArrayList<>();
        MergedColumns file = new MergedColumns();
        for (SourceColumn other : others) {
            file.columns.put(key(other), other);
            SourceColumn known = columns.get(key(other));
            if (known == null) {
                differences.add(other.name() + " is not in the first file");
            } else {
                contradiction(known, other, Optional.of(known.type()).filter(other.type()::equals))
                        .ifPresent(differences::add);
            }
        }
        for (SourceColumn known : columns()) {
            if (!file.holds(known)) {
                differences.add(known.name() + " is not there");
            }
        }
        return differences;
    }

    private static Optional<String> contradiction(SourceColumn known, SourceColumn other, Optional<DataType> type) {
        if (!known.name().equals(other.name())) {
            return Optional.of(other.name() + " is named " + known.name() + " in the table");
        }
        if (!CfUnits.same(known.units(), other.units())) {
            return Optional.of("the units of " + other.name() + " are '" + other.units() + "', the table's are '"
                    + known.units() + "'");
        }
        return type.isPresent()
                ? Optional.empty()
                : Optional.of("the type of " + other.name() + " is "
                        + other.type().simpleString() + ", the table's is "
                        + known.type().simpleString());
    }
}
