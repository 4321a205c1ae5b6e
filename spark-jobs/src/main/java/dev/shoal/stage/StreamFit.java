package dev.shoal.stage;

import dev.shoal.qc.NearestName;
import dev.shoal.spec.SourceSpec;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Tells which files a stream can take into a table whose columns are settled.
 *
 * @param table the columns of the dataset
 * @param source which variables are taken
 * @param dataset its name
 */
record StreamFit(ObservationTable table, SourceSpec source, String dataset) {

    /** Returns why a file that can be read cannot be taken. */
    Optional<String> refusal(Row scanned) {
        return ScanStage.description(scanned)
                .flatMap(file -> problem(file)
                        .map(problem -> "Cannot add '" + file.file().path() + "' to the dataset '" + dataset + "': "
                                + problem));
    }

    private Optional<String> problem(FileDescription file) {
        if (file.columns().isEmpty()) {
            return Optional.of(
                    "it holds no observations that can be told from its header. " + String.join(" ", file.problems()));
        }
        List<ObservedColumn> wanted = file.columns().stream()
                .filter(column -> ObservationSchema.wanted(column, source.variables()))
                .toList();
        return wanted.isEmpty()
                ? Optional.of("it holds none of the variables asked for.")
                : wanted.stream().flatMap(column -> problem(column).stream()).findFirst();
    }

    private Optional<String> problem(ObservedColumn column) {
        Optional<ObservedColumn> known = table.columns().stream()
                .filter(other -> other.column().equals(column.column()))
                .findFirst();
        if (known.isEmpty()) {
            List<String> names =
                    table.columns().stream().map(ObservedColumn::column).toList();
            return Optional.of("variable '" + column.variable() + "' has no column '" + column.column()
                    + "' in its table, and a stream cannot add one." + NearestName.hint(column.column(), names)
                    + " Run 'shoal run' on the specification, which adds it, then the stream again.");
        }
        boolean same = known.get().canonicalUnits().equals(column.canonicalUnits())
                && known.get().flag() == column.flag();
        return same
                ? Optional.empty()
                : Optional.of("variable '" + column.variable() + "' is in '" + column.canonicalUnits()
                        + "', the dataset's table has it in '" + known.get().canonicalUnits()
                        + "'. Give files of other units a dataset of their own.");
    }
}
