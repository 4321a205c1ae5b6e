package dev.shoal.source;

import dev.shoal.cf.GridVariable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Variables of a file that share their cells, and so can stand in one row.
 *
 * @param coordinates columns that say where a cell is
 * @param variables in stored order, at least one
 * @param axes names and lengths of the axes, for people
 * @param rank number of axes
 * @param cells their number
 * @param reach the least and the greatest value of each coordinate; no value where all are missing
 * @param places at most one; none where keeping the coordinates would cost more than reading them again
 */
record CellGroup(
        List<SourceColumn> coordinates,
        List<KnownVariable> variables,
        String axes,
        int rank,
        long cells,
        CoordinateRanges reach,
        List<CellGeometry> places)
        implements Serializable {

    /** Copies the lists. */
    CellGroup {
        coordinates = new ArrayList<>(coordinates);
        variables = new ArrayList<>(variables);
        places = new ArrayList<>(places);
    }

    /** Puts variables into groups, in stored order. */
    static List<CellGroup> of(List<GridVariable> grids) {
        List<List<GridVariable>> groups = new ArrayList<>();
        for (GridVariable variable : grids) {
            Optional<List<GridVariable>> group = groups.stream()
                    .filter(known ->
                            CellShapes.difference(known.get(0), variable).isEmpty())
                    .findFirst();
            group.ifPresentOrElse(known -> known.add(variable), () -> groups.add(new ArrayList<>(List.of(variable))));
        }
        return groups.stream().map(CellGroup::group).toList();
    }

    private static CellGroup group(List<GridVariable> members) {
        GridVariable leader = members.get(0);
        List<SourceColumn> coordinates = CellRows.coordinates(leader);
        CellPlaces places = CellSpace.of(leader);
        return new CellGroup(
                coordinates,
                members.stream().map(KnownVariable::of).toList(),
                CellShapes.axes(leader),
                places.shape().length,
                places.cells(),
                Reach.of(places, coordinates),
                List.of(CellGeometry.of(places)));
    }

    /** Returns the variable that fills a column, whatever the case of its name. */
    Optional<KnownVariable> variable(SourceColumn column) {
        String name = column.name().toLowerCase(Locale.ROOT);
        return variables.stream()
                .filter(variable ->
                        variable.column().name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** Tells whether the cells have the coordinates of a table, and no others. */
    boolean agrees(List<SourceColumn> table) {
        boolean agree = table.size() == coordinates.size();
        for (int i = 0; agree && i < table.size(); i++) {
            agree = table.get(i).agrees(coordinates.get(i));
        }
        return agree;
    }

    /** Tells whether no cell is within bounds, by coordinates that are those of a table. */
    boolean isOutside(List<SourceColumn> table, CoordinateRanges bounds) {
        return coordinates.stream()
                .filter(column -> bounds.bounds(column.name()) && table.stream().anyMatch(column::agrees))
                .anyMatch(column -> !bounds.range(column.name()).meets(reach.range(column.name())));
    }

    /** Returns the variable of this name. */
    Optional<KnownVariable> named(String name) {
        return variables.stream()
                .filter(variable -> variable.column().name().equals(name))
                .findFirst();
    }

    /** Returns the same without coordinates. */
    CellGroup withoutPlaces() {
        return new CellGroup(coordinates, variables, axes, rank, cells, reach, List.of());
    }

    /** Returns the same with parts that other files have too. */
    @SuppressWarnings("unchecked")
    CellGroup shared(UnaryOperator<Object> known) {
        return new CellGroup(
                (List<SourceColumn>) known.apply(coordinates),
                (List<KnownVariable>) known.apply(variables),
                (String) known.apply(axes),
                rank,
                cells,
                reach,
                places.stream().map(geometry -> geometry.shared(known)).toList());
    }
}
