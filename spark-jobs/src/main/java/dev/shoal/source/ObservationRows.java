package dev.shoal.source;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.ObservationLayout;
import dev.shoal.cf.ObservedVariable;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Makes the rows of a table from its first file. */
    static ObservationRows of(CfDataset dataset, List<String> asked) {
        List<SourceColumn> columns = new ArrayList<>(List.of(
                new SourceColumn("platform", ColumnRole.PLATFORM, DataTypes.StringType, ""),
                new SourceColumn("series", ColumnRole.SERIES, DataTypes.StringType, ""),
                new SourceColumn("time", ColumnRole.TIME, DataTypes.TimestampType, ""),
                new SourceColumn("lat", ColumnRole.LAT, DataTypes.DoubleType, "degrees_north"),
                new SourceColumn("lon", ColumnRole.LON, DataTypes.DoubleType, "degrees_east"),
                new SourceColumn("depth", ColumnRole.DEPTH, DataTypes.DoubleType, "m")));
        List<ObservedVariable> variables = dataset.observations().orElseThrow().variables();
        List<String> missing = new ArrayList<>(asked);
        for (ObservedVariable variable : variables) {
            List<String> names = List.of(variable.column(), variable.header().name());
            boolean named = missing.removeAll(names);
            if (asked.isEmpty() || named) {
                columns.add(column(variable));
            }
        }
        if (!missing.isEmpty()) {
            throw new SourceException("Cannot read variable " + missing.get(0) + " of " + dataset.location()
                    + ": its observations have only "
                    + String.join(
                            ", ",
                            variables.stream().map(ObservedVariable::column).toList())
                    + ". Name some of these.");
        }
        columns.add(new SourceColumn("source_index", ColumnRole.INDEX, DataTypes.LongType, ""));
        return new ObservationRows(columns, List.of());
    }

    private static SourceColumn column(ObservedVariable variable) {
        return new SourceColumn(
                variable.column(), ColumnRole.VARIABLE, DataTypes.DoubleType, variable.canonicalUnits());
    }

    @Override
    public FileWork work(ArrayFile file, CfDataset dataset, ScanRequest request) throws UnreadableException {
        ObservationLayout layout = layout(dataset, request);
        long bytes = Math.multiplyExact(
                layout.observations(), 8L * (layout.variables().size() + 6));
        return new FileWork(layout.observations(), layout.observations(), 1, bytes);
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
            boolean differs = variable.isPresent()
                    && !variable.get().canonicalUnits().equals(column.units());
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
