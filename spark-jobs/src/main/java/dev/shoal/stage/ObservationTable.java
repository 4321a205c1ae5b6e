package dev.shoal.stage;

import static java.util.Objects.requireNonNull;

import dev.shoal.qc.NeighbourhoodTest;
import dev.shoal.qc.QcConfiguration;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.QcTest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of one dataset's observations, one row an observation.
 *
 * <ul>
 *   <li>{@code dataset} name of the dataset; {@code platform} what carried the sensor; {@code series} the sequence that
 *       the tests ran along: a mooring's level, a profile, a trajectory;
 *   <li>{@code time} UTC, to the microsecond; {@code lat} degrees north; {@code lon} degrees east; {@code depth}
 *       metres, positive down; each null where missing;
 *   <li>for each variable {@code x}: {@code x} in its canonical units, null where missing; {@code x_qc} its QARTOD flag
 *       (1 good, 2 not evaluated, 3 suspect, 4 fail, 9 missing); {@code x_qc_tests} one bit for each test of the
 *       dataset's configuration that said 3 or 4, the first test of the variable lowest;
 *   <li>{@code provider_x} flags that came with the file;
 *   <li>{@code qc} the worst flag of the row;
 *   <li>{@code cell} ten-degree cell of the place, such as {@code N30W080}, the table's partition beside the month;
 *   <li>{@code source_file}, {@code source_index} (0-based number of the observation in the file), {@code source_chunk}
 *       (which storage chunk of the first variable held it); {@code run} id of the run that took it in.
 * </ul>
 *
 * @param columns data columns, then provider's flags, each group in order of the name
 * @param suites tests of each data column
 * @param own by platform, the tests of the data columns where they are others than for all; in the same places
 */
record ObservationTable(
        List<ObservedColumn> columns, Map<String, QcSuite> suites, Map<String, Map<String, QcSuite>> own)
        implements Serializable {

    static final String FLAG = "_qc";
    static final String TESTS = "_qc_tests";
    static final String PROVIDER = "provider_";

    ObservationTable {
        columns = new ArrayList<>(columns);
        suites = new LinkedHashMap<>(suites);
        own = new TreeMap<>(own);
    }

    /** Returns the table of these columns with the tests that a configuration names for them. */
    static ObservationTable of(List<ObservedColumn> columns, QcConfiguration qc) {
        return of(columns, qc, Map.of());
    }

    /** Returns the same, some platforms with tests of their own. */
    static ObservationTable of(
            List<ObservedColumn> columns, QcConfiguration qc, Map<String, QcConfiguration> byPlatform) {
        Map<String, QcSuite> suites = suites(columns, qc);
        Map<String, Map<String, QcSuite>> own = new TreeMap<>();
        byPlatform.forEach((platform, tests) -> {
            Map<String, QcSuite> others = suites(columns, tests);
            others.entrySet().removeIf(suite -> suite.getValue().equals(suites.get(suite.getKey())));
            if (!others.isEmpty()) {
                own.put(platform, others);
            }
        });
        return new ObservationTable(columns, suites, own);
    }

    private static Map<String, QcSuite> suites(List<ObservedColumn> columns, QcConfiguration qc) {
        Map<String, QcSuite> suites = new LinkedHashMap<>();
        for (ObservedColumn column : columns) {
            if (!column.flag()) {
                suites.put(column.column(), suite(column, qc).orElseGet(() -> new QcSuite(List.of())));
            }
        }
        return suites;
    }

    /** Returns the tests of a column, found by its variable's name, its standard name or its own. */
    private static Optional<QcSuite> suite(ObservedColumn column, QcConfiguration qc) {
        return qc.suite(column.variable(), column.standardName()).or(() -> qc.suite(column.column()));
    }

    /** Returns the tests of a data column. */
    QcSuite suite(ObservedColumn column) {
        return requireNonNull(suites.get(column.column()));
    }

    /** Returns the same columns with one test of each, none where a column has fewer. */
    ObservationTable onlyTest(int place) {
        Map<String, Map<String, QcSuite>> ownAlone = new LinkedHashMap<>();
        own.forEach((platform, others) -> ownAlone.put(platform, alone(others, place)));
        return new ObservationTable(columns, alone(suites, place), ownAlone);
    }

    private static Map<String, QcSuite> alone(Map<String, QcSuite> suites, int place) {
        Map<String, QcSuite> alone = new LinkedHashMap<>();
        suites.forEach((column, suite) -> alone.put(
                column,
                place < suite.tests().size()
                        ? new QcSuite(
                                List.of(suite.tests().get(place)),
                                List.of(suite.scopes().get(place)))
                        : new QcSuite(List.of())));
        return alone;
    }

    /** Returns the tests of a data column for a platform. */
    QcSuite suite(ObservedColumn column, String platform) {
        return own.getOrDefault(platform, Map.of()).getOrDefault(column.column(), suite(column));
    }

    /** Returns a problem for each test of neighbourhoods that a platform has with thresholds of its own. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        own.forEach((platform, others) -> others.forEach((column, suite) -> {
            for (int bit = 0; bit < suite.tests().size(); bit++) {
                QcTest test = suite.tests().get(bit);
                if (test instanceof NeighbourhoodTest
                        && !test.equals(
                                requireNonNull(suites.get(column)).tests().get(bit))) {
                    problems.add("Cannot run " + test.name() + " on " + column + " of platform '" + platform
                            + "' with thresholds of its own: it judges many platforms together. Give it none by"
                            + " platform.");
                }
            }
        }));
        return problems;
    }

    /** Tells whether a test asks for the series that the same platform took before. */
    boolean looksBack() {
        return suites.values().stream().anyMatch(QcSuite::looksBack);
    }

    /** Returns the data columns. */
    List<ObservedColumn> data() {
        return columns.stream().filter(column -> !column.flag()).toList();
    }

    /** Returns the columns of the provider's flags. */
    List<ObservedColumn> flags() {
        return columns.stream().filter(ObservedColumn::flag).toList();
    }

    /** Returns the name in SQL of a column that came with the file. */
    static String nameOf(ObservedColumn column) {
        return column.flag() ? PROVIDER + column.column() : column.column();
    }

    /** Returns the names of the columns that came with the files, in the order in which blocks are packed. */
    List<String> readNames() {
        List<String> names = new ArrayList<>(List.of("platform", "series", "time", "lat", "lon", "depth"));
        columns.forEach(column -> names.add(nameOf(column)));
        names.addAll(List.of("source_file", "source_index", "source_chunk"));
        return names;
    }

    /** Returns how many numbers an observation has, see {@link ObservationBlock#numbers}. */
    int numbers() {
        return ObservationBlock.FIRST_COLUMN + columns.size();
    }

    /** Returns the columns of the table, see {@link ObservationTable}. */
    StructType schema() {
        StructType schema = new StructType()
                .add("dataset", DataTypes.StringType, false)
                .add("platform", DataTypes.StringType, false)
                .add("series", DataTypes.StringType, false)
                .add("time", DataTypes.TimestampType, true)
                .add("lat", DataTypes.DoubleType, true)
                .add("lon", DataTypes.DoubleType, true)
                .add("depth", DataTypes.DoubleType, true);
        for (ObservedColumn column : data()) {
            schema = schema.add(column.column(), DataTypes.DoubleType, true)
                    .add(column.column() + FLAG, DataTypes.IntegerType, false)
                    .add(column.column() + TESTS, DataTypes.IntegerType, false);
        }
        for (ObservedColumn column : flags()) {
            schema = schema.add(nameOf(column), DataTypes.IntegerType, true);
        }
        return schema.add("qc", DataTypes.IntegerType, false)
                .add("cell", DataTypes.StringType, false)
                .add("source_file", DataTypes.StringType, false)
                .add("source_index", DataTypes.LongType, false)
                .add("source_chunk", DataTypes.LongType, false)
                .add("run", DataTypes.StringType, false);
    }

    /** Returns the names of the table's columns in order. */
    List<String> names() {
        return List.of(schema().fieldNames());
    }
}
