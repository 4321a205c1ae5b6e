package dev.shoal.job;

import static org.apache.spark.sql.functions.col;

import dev.shoal.catalog.Run;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.catalog.table.RunsTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The run that last wrote to a dataset, as the catalogue remembers it: a repeated demo, which has nothing to do, shows
 * what the first one did.
 *
 * @param run as registered
 */
record LastRun(Run run) {

    /** Returns the last run of each dataset that has one, in the order of the names. */
    static List<LastRun> of(CatalogTables tables, List<String> datasets) {
        Map<String, LastRun> last = new LinkedHashMap<>();
        tables.read(RunsTable.TABLE)
                .where(col("dataset").isin(datasets.toArray()))
                .orderBy("started_at")
                .toLocalIterator()
                .forEachRemaining(row -> {
                    Run run = RunsTable.TABLE.value(row);
                    if (run.outcomes().getOrDefault("written", 0L) > 0) {
                        last.put(run.dataset(), new LastRun(run));
                    }
                });
        return datasets.stream().filter(last::containsKey).map(last::get).toList();
    }

    /** Returns a line for each variable: the dataset, the variable, the values with each flag. */
    List<List<String>> flags() {
        List<List<String>> lines = RunText.flags(run.outcomes(Run.FLAGS));
        lines.forEach(line -> line.add(0, run.dataset()));
        return lines;
    }

    /** Returns a line for each variable and test: the dataset, the variable, the test, the values that it flagged. */
    List<List<String>> tests() {
        List<List<String>> lines = new ArrayList<>();
        run.outcomes(Run.TESTS).forEach((key, count) -> {
            int slash = key.indexOf('/');
            lines.add(List.of(run.dataset(), key.substring(0, slash), key.substring(slash + 1), Counted.number(count)));
        });
        return lines;
    }

    /** Returns how long the run took. */
    double seconds() {
        return (run.endedAtMicros().orElse(run.startedAtMicros()) - run.startedAtMicros()) / 1e6;
    }
}
