package dev.shoal.stage;

import dev.shoal.qc.Role;
import dev.shoal.qc.SeaFloor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds the column that a test means when it asks for something beside a variable: by {@link Role}, by the column's or
 * the variable's name, by the CF standard name.
 *
 * <p>Where several columns have the standard name, as raw and adjusted values do, it is the judged one, or the only one
 * whose name ends as the judged one's does ({@code temp_adjusted} beside {@code psal_adjusted}), or the one whose name
 * the others' begin with. Where that leaves several, none is.
 *
 * @param columns of the table
 */
record BesideColumns(List<ObservedColumn> columns) {

    private static final Map<String, Integer> PLACES =
            Map.of(Role.LAT, ObservationBlock.LAT, Role.LON, ObservationBlock.LON, Role.DEPTH, ObservationBlock.DEPTH);

    /** Names of other quantities that stand for a role where it is not there itself. */
    private static final Map<String, List<String>> STANDING_IN = Map.of(
            Role.PRESSURE, List.of("sea_water_pressure_due_to_sea_water"),
            Role.SALINITY, List.of("sea_water_salinity"),
            SeaFloor.FLOOR, List.of("sea_floor_depth", "sea_floor_depth_below_mean_sea_level"));

    /** Returns a name that tests ask by, and those of other quantities that stand for it where it is not there. */
    static List<String> spellings(String name) {
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(STANDING_IN.getOrDefault(name, List.of()));
        return all;
    }

    /** Returns the place among {@link ObservationBlock#numbers} of what is meant; none where it is not there. */
    OptionalInt place(String name, ObservedColumn judged) {
        Integer fixed = PLACES.get(name);
        if (fixed != null) {
            return OptionalInt.of(fixed);
        }
        Optional<ObservedColumn> named = columns.stream()
                .filter(column -> ObservationTable.nameOf(column).equals(name))
                .findFirst();
        Optional<ObservedColumn> found = named.or(() -> ofVariable(name))
                .or(() -> ofStandardName(name, judged))
                .or(() -> STANDING_IN.getOrDefault(name, List.of()).stream()
                        .flatMap(other -> ofStandardName(other, judged).stream())
                        .findFirst());
        return found.map(column -> OptionalInt.of(ObservationBlock.FIRST_COLUMN + columns.indexOf(column)))
                .orElse(OptionalInt.empty());
    }

    private Optional<ObservedColumn> ofVariable(String name) {
        return columns.stream().filter(column -> column.variable().equals(name)).findFirst();
    }

    private Optional<ObservedColumn> ofStandardName(String name, ObservedColumn judged) {
        List<ObservedColumn> all = columns.stream()
                .filter(column -> !column.flag() && column.standardName().equals(name))
                .toList();
        if (all.contains(judged)) {
            return Optional.of(judged);
        }
        return only(all)
                .or(() -> only(all.stream()
                        .filter(column -> ending(column).equals(ending(judged)))
                        .toList()))
                .or(() -> only(all.stream()
                        .filter(column ->
                                all.stream().allMatch(other -> other.column().startsWith(column.column())))
                        .toList()));
    }

    private static String ending(ObservedColumn column) {
        return column.column().substring(Math.max(0, column.column().lastIndexOf('_')));
    }

    private static Optional<ObservedColumn> only(List<ObservedColumn> found) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
