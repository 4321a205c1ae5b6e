package dev.shoal.catalog.query;

import dev.shoal.catalog.Box;
import dev.shoal.catalog.TimeRange;
import dev.shoal.catalog.table.CatalogTable;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.catalog.table.DatasetsTable;
import dev.shoal.catalog.table.GranulesTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A question for what lies in a box, in a range of time, and holds a variable; a part that is absent asks for nothing.
 * A row without footprint lies in no box, and a row without times in no range.
 *
 * @param box to lie in, in part or whole
 * @param time to overlap
 * @param variable to hold, by its name or CF standard name, upper or lower case
 */
public record Search(Optional<Box> box, Optional<TimeRange> time, Optional<String> variable) {

    /** Refuses an empty name of a variable. */
    public Search {
        if (variable.filter(String::isBlank).isPresent()) {
            throw new InvalidSearchException(
                    "Cannot search for a variable without a name. Give its name or its CF standard name.");
        }
    }

    /**
     * Reads a search from text.
     *
     * @param box {@code W,S,E,N} in degrees, longitudes -180 to 180, west greater than east across the antimeridian
     * @param time {@code A/B}, both inside: years, months, days or instants in ISO 8601, UTC unless they have an
     *     offset, {@code ..} for an open end; or one of these alone
     * @param variable name or CF standard name
     * @throws InvalidSearchException naming every problem at once
     */
    public static Search parse(Optional<String> box, Optional<String> time, Optional<String> variable) {
        List<String> problems = new ArrayList<>();
        Optional<Box> parsedBox = read(box, SearchText::box, problems);
        Optional<TimeRange> parsedTime = read(time, SearchText::time, problems);
        Optional<Search> search = read(
                Optional.of(variable), name -> new Search(parsedBox, parsedTime, name.map(String::trim)), problems);
        if (!problems.isEmpty()) {
            throw new InvalidSearchException(String.join(System.lineSeparator(), problems));
        }
        return search.orElseThrow();
    }

    /** Returns the granules found, as rows of {@link GranulesTable}. */
    public Dataset<Row> granules(CatalogTables tables) {
        return rows(tables, GranulesTable.TABLE);
    }

    /** Returns the datasets found, as rows of {@link DatasetsTable}. */
    public Dataset<Row> datasets(CatalogTables tables) {
        return rows(tables, DatasetsTable.TABLE);
    }

    private Dataset<Row> rows(CatalogTables tables, CatalogTable<?> table) {
        List<Column> conditions = new ArrayList<>();
        time.ifPresent(range -> conditions.addAll(Conditions.during(range)));
        box.map(SearchArea::of).ifPresent(area -> conditions.addAll(List.of(area.mayTouch(), area.touches())));
        variable.ifPresent(name -> conditions.add(Conditions.holds(name)));
        Dataset<Row> found = tables.read(table);
        for (Column condition : conditions) {
            found = found.where(condition);
        }
        return found;
    }

    private static <A, B> Optional<B> read(Optional<A> text, Function<A, B> parser, List<String> problems) {
        try {
            return text.map(parser);
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
