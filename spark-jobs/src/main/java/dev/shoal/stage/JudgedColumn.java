package dev.shoal.stage;

import dev.shoal.qc.Cadence;
import dev.shoal.qc.Companions;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.Reach;
import dev.shoal.qc.Role;
import dev.shoal.qc.Series;
import dev.shoal.qc.field.FieldPlaces;
import dev.shoal.qc.field.GriddedField;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A data column with its tests, and where they find what they look at.
 *
 * @param column that is judged
 * @param suite its tests
 * @param place of the column among {@link ObservationBlock#numbers}
 * @param beside places of what the tests ask for, by the name they ask by
 * @param fields gridded fields that the tests ask for, by the name they ask by; they come before columns
 */
record JudgedColumn(
        ObservedColumn column,
        QcSuite suite,
        int place,
        Map<String, Integer> beside,
        Map<String, GriddedField> fields) {

    /** Returns the column at a place among a table's data columns, with its tests for a platform. */
    static JudgedColumn of(ObservationTable table, int data, String platform, BesideFields besideFields) {
        ObservedColumn column = table.data().get(data);
        QcSuite suite = table.suite(column, platform);
        BesideColumns columns = new BesideColumns(table.columns());
        Map<String, Integer> beside = new LinkedHashMap<>();
        for (String name : suite.companions()) {
            columns.place(name, column).ifPresent(place -> beside.put(name, place));
        }
        Map<String, GriddedField> fields = besideFields.of(column);
        fields.keySet().retainAll(suite.companions());
        if (!fields.isEmpty()) {
            beside.putAll(Map.of(Role.LAT, ObservationBlock.LAT, Role.LON, ObservationBlock.LON));
        }
        if (fields.values().stream().anyMatch(GriddedField::hasDepth)) {
            beside.put(Role.DEPTH, ObservationBlock.DEPTH);
        }
        return new JudgedColumn(column, suite, ObservationBlock.FIRST_COLUMN + data, beside, fields);
    }

    Reach reach(Cadence cadence) {
        return suite.reach(cadence);
    }

    /**
     * Returns a part of a series as the tests take it.
     *
     * @param there places of the numbers that the whole series has at least one of
     * @param before the column's values in the platform's series before
     */
    Series series(
            SeriesKey key,
            long[] timeMicros,
            double[][] numbers,
            int size,
            Cadence cadence,
            BitSet there,
            Optional<Series> before) {
        Map<String, double[]> found = new LinkedHashMap<>();
        beside.forEach((name, from) -> {
            if (there.get(from)) {
                found.put(name, numbers[from]);
            }
        });
        fields.forEach((name, field) -> {
            if (isPlaced(field, there)) {
                found.put(name, field.sample(places(timeMicros, numbers), size));
            } else {
                found.remove(name);
            }
        });
        Companions companions = new Companions(found, Map.of(), Map.of(Role.PLATFORM, key.platform()), before);
        return new Series(timeMicros, numbers[place], size, cadence, companions);
    }

    /** Tells whether a whole series has what a field must know of a place. */
    private static boolean isPlaced(GriddedField field, BitSet there) {
        return there.get(ObservationBlock.LAT)
                && there.get(ObservationBlock.LON)
                && (!field.hasDepth() || there.get(ObservationBlock.DEPTH));
    }

    private static FieldPlaces places(long[] timeMicros, double[][] numbers) {
        return new FieldPlaces(
                numbers[ObservationBlock.LAT],
                numbers[ObservationBlock.LON],
                numbers.length > ObservationBlock.DEPTH ? numbers[ObservationBlock.DEPTH] : new double[0],
                timeMicros);
    }
}
