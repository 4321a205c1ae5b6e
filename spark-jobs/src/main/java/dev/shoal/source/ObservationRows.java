package dev.shoal.source;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.ObservationLayout;
import dev.shoal.cf.ObservedVariable;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Rows that are observations. Variables come in canonical units, under the names of {@link ObservedVariable#column}. A
 * file is one block: which places hold an observation is known only from its values.
 *
 * @param columns in order
 * @param notes always empty
 */
record ObservationRows(List<SourceColumn> columns, List<String> notes) implements RowKind {

    /** Copies the lists. */
    ObservationRows {
        columns = new ArrayList<>(columns);
        notes = new ArrayList<>(notes);
    }

    /**
     * Makes the rows of a table from one file.
     *
     * @param location of the file, for errors
     * @param asked names of variables; empty for all
     */
    static ObservationRows of(String location, FileFacts.Observations file, List<String> asked) {
        for (String name : asked) {
            if (file.variable(name).isEmpty()) {
                throw new SourceException("Cannot read variable " + name + " of " + location
                        + ": its observations have only "
                        + String.join(
                                ", ",
                                file.variables(List.of()).stream()
                                        .map(SourceColumn::name)
                                        .toList())
                        + ". Name some of these.");
            }
        }
        return new ObservationRows(file.columns(), List.of()).with(file.variables(asked));
    }

    /** Returns the same with other variables. */
    ObservationRows with(List<SourceColumn> variables) {
        List<SourceColumn> all = new ArrayList<>(variables);
        columns.stream().filter(column -> column.role() == ColumnRole.INDEX).forEach(all::add);
        List<SourceColumn> places = columns.stream()
                .filter(column -> column.role() != ColumnRole.INDEX && column.role() != ColumnRole.VARIABLE)
                .toList();
        all.addAll(0, places);
        return new ObservationRows(all, notes);
    }

    /** Returns the columns of all observations of a file. */
    static List<SourceColumn> columns(ObservationLayout layout) {
        List<SourceColumn> columns = new ArrayList<>(List.of(
                new SourceColumn("platform", ColumnRole.PLATFORM, DataTypes.StringType, ""),
                new SourceColumn("series", ColumnRole.SERIES, DataTypes.StringType, ""),
                new SourceColumn("time", ColumnRole.TIME, DataTypes.TimestampType, ""),
                new SourceColumn("lat", ColumnRole.LAT, DataTypes.DoubleType, "degrees_north"),
                new SourceColumn("lon", ColumnRole.LON, DataTypes.DoubleType, "degrees_east"),
                new SourceColumn("depth", ColumnRole.DEPTH, DataTypes.DoubleType, "m")));
        layout.variables().stream().map(ObservationRows::column).forEach(columns::add);
        columns.add(new SourceColumn("source_index", ColumnRole.INDEX, DataTypes.LongType, ""));
        return columns;
    }

    private static SourceColumn column(ObservedVariable variable) {
        return new SourceColumn(
                variable.column(), ColumnRole.VARIABLE, DataTypes.DoubleType, variable.canonicalUnits());
    }

    @Override
    public Optional<FileWork> work(FileFacts facts, ScanRequest request) {
        if (!(facts instanceof FileFacts.Observations file)) {
            return Optional.empty();
        }
        boolean fits = request.columns().stream()
                .filter(column -> column.role() == ColumnRole.VARIABLE)
                .allMatch(column -> file.variable(column.name())
                        .filter(own -> !own.units().equals(column.units()))
                        .isEmpty());
        return fits ? Optional.of(work(file.places(), request)) : Optional.empty();
    }

    @Override
    public Map<String, DataType> bounded() {
        Map<String, DataType> bounded = new HashMap<>();
        columns.stream()
                .filter(column -> column.isCoordinate() || column.role() == ColumnRole.DEPTH)
                .forEach(column -> bounded.put(column.name(), column.type()));
        return bounded;
    }

    private static FileWork work(long places, ScanRequest request) {
        return new FileWork(
                places,
                places,
                1,
                Math.multiplyExact(places, 8L * request.columns().size()));
    }

    @Override
    public FileWork work(ArrayFile file, CfDataset dataset, ScanRequest request) throws UnreadableException {
        return work(layout(dataset, request).observations(), request);
    }

    @Override
    public BatchReader open(ArrayFile file, CfDataset dataset, ScanRequest request, ArchivePartition.Piece piece)
            throws UnreadableException {
        return new ObservationBatches(file, dataset, layout(dataset, request), request);
    }

    /** Returns the layout of a file that fits into the table. */
    private static ObservationLayout layout(CfDataset dataset, ScanRequest request) throws UnreadableException {
        if (dataset.observations().isEmpty()) {
            throw new UnreadableException("Cannot read " + dataset.location()
                    + " in a table of observations: it holds "
                    + dataset.featureType().title()
                    + " data. Leave the file out, or make a table of its own for files like it.");
        }
        ObservationLayout layout = dataset.observations().get();
        for (SourceColumn column : request.columns()) {
            Optional<ObservedVariable> variable = layout.variables().stream()
                    .filter(candidate -> candidate.column().equals(column.name()))
                    .findFirst();
            boolean differs =
                    variable.isPresent() && !variable.get().canonicalUnits().equals(column.units());
            if (column.role() == ColumnRole.VARIABLE && differs) {
                throw new UnreadableException("Cannot read variable " + column.name() + " of " + dataset.location()
                        + " in this table: its units are '" + variable.get().canonicalUnits() + "', the table's are '"
                        + column.units()
                        + "'. Leave the file out, or make a table of its own for files like it.");
            }
        }
        return layout;
    }
}
