package dev.shoal.stage;

import dev.shoal.qc.field.GriddedField;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The gridded fields that the tests of a table look at. Sent to each executor once; safe for any number of threads. */
final class BesideFields implements Serializable {

    private static final long serialVersionUID = 1;

    /** No fields. */
    static final BesideFields NONE = new BesideFields(Map.of());

    private final HashMap<String, HashMap<String, GriddedField>> byColumn = new HashMap<>();

    /**
     * Makes fields.
     *
     * @param byColumn for each judged column the fields by the names that its tests ask by
     */
    BesideFields(Map<String, Map<String, GriddedField>> byColumn) {
        byColumn.forEach((column, fields) -> this.byColumn.put(column, new HashMap<>(fields)));
    }

    /** Returns the fields of a judged column by the names that its tests ask by, in a map of the caller's own. */
    Map<String, GriddedField> of(ObservedColumn column) {
        Map<String, GriddedField> fields = byColumn.get(column.column());
        return fields == null ? new LinkedHashMap<>() : new LinkedHashMap<>(fields);
    }
}
