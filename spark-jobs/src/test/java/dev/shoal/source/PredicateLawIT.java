package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A filter gives the same rows whether the source may leave out what it bounds or not. */
class PredicateLawIT extends SourceSession {

    private static final int FILTERS = 30;
    private static final List<String> ZONES =
            List.of("UTC", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia", "Europe/Berlin");

    /** Writes random filters over the columns of a table, with the values that are there. */
    private static final class Filters {

        private final Random random;
        private final List<StructField> columns;
        private final List<Row> rows;

        Filters(Random random, Dataset<Row> rows) {
            this.random = random;
            this.columns = List.of(rows.schema().fields());
            this.rows = rows.collectAsList();
        }

        String filter(int depth) {
            return switch (depth == 0 ? 0 : random.nextInt(6)) {
                case 1 -> "(" + filter(depth - 1) + " AND " + filter(depth - 1) + ")";
                case 2 -> "(" + filter(depth - 1) + " OR " + filter(depth - 1) + ")";
                case 3 -> "NOT (" + filter(depth - 1) + ")";
                case 4 -> "(" + filter(depth - 1) + " OR " + filter(depth - 1) + " AND " + filter(depth - 1) + ")";
                default -> leaf();
            };
        }

        private String leaf() {
            StructField column = columns.get(random.nextInt(Math.min(columns.size(), 7)));
            String name = column.name();
            return switch (random.nextInt(10)) {
                case 0 -> name + " IS NULL";
                case 1 -> name + " IS NOT NULL";
                case 2 -> name + " BETWEEN " + value(column) + " AND " + value(column);
                case 3 -> name + " IN (" + value(column) + ", " + value(column) + ", NULL)";
                case 4 -> name + " NOT IN (" + value(column) + ", " + value(column) + ")";
                case 5 -> value(column) + operator() + name;
                case 6 -> name + " <=> " + value(column);
                case 7 -> other(column);
                default -> name + operator() + value(column);
            };
        }

        private String operator() {
            return List.of(" = ", " < ", " <= ", " > ", " >= ", " != ").get(random.nextInt(6));
        }

        /** Compares a column with a value of another type, or what is made of it. */
        private String other(StructField column) {
            String name = column.name();
            if (column.dataType() instanceof TimestampType) {
                return switch (random.nextInt(4)) {
                    case 0 -> name + operator() + "DATE " + value(column).substring(10, 21) + "'";
                    case 1 -> name + operator() + "'" + value(column).substring(11);
                    case 2 ->
                        "CAST(" + name + " AS DATE)" + operator() + "DATE "
                                + value(column).substring(10, 21) + "'";
                    default -> "year(" + name + ")" + operator() + "2000";
                };
            }
            if (column.dataType().equals(DataTypes.StringType)) {
                return name + " LIKE '%1%'";
            }
            return switch (random.nextInt(6)) {
                case 0 -> name + operator() + "'" + (int) number(column) + "'";
                case 1 -> name + operator() + (int) number(column);
                case 2 -> name + operator() + "CAST(" + number(column) + " AS FLOAT)";
                case 3 -> name + operator() + "CAST('NaN' AS DOUBLE)";
                case 4 -> "CAST(" + name + " AS INT)" + operator() + (int) number(column);
                default -> "-" + name + operator() + "DOUBLE('-Infinity')";
            };
        }

        private String value(StructField column) {
            DataType type = column.dataType();
            Object value = rows.get(random.nextInt(rows.size())).getAs(column.name());
            if (type instanceof TimestampType) {
                java.time.Instant instant = value == null
                        ? java.time.Instant.EPOCH
                        : ((java.sql.Timestamp) value).toInstant().plusMillis(random.nextInt(3) - 1);
                return "TIMESTAMP '" + instant.toString().replace("T", " ") + "'";
            }
            return type.equals(DataTypes.StringType) ? "'" + value + "'" : number(column) + "D";
        }

        private double number(StructField column) {
            Object value = rows.get(random.nextInt(rows.size())).getAs(column.name());
            double number = value instanceof Number known ? known.doubleValue() : -0.0;
            return switch (random.nextInt(6)) {
                case 0 -> Math.nextUp(number);
                case 1 -> (float) number - 0.5;
                case 2 -> -number;
                default -> number;
            };
        }
    }

    @AfterEach
    void backToUtc() {
        spark().conf().unset("spark.sql.session.timeZone");
    }

    @ParameterizedTest
    @CsvSource({
        "regular, 1",
        "turned, 2",
        "turned, 3",
        "curvilinear, 4",
        "holed, 5",
        "holed, 6",
        "dsg/axiom-data-science__pyaxiom/trajectoryProfile/resources/cr-multiple.nc, 7",
        "dsg/axiom-data-science__pyaxiom/timeseriesProfile/resources/im-multiple.nc, 8",
        "profile/euroargodev__argopy-data/R13857_005.nc, 9",
        "zarr/roms_ocean_his_0001.zarr, 10"
    })
    void aFilterGivesTheSameRowsBelowTheSourceAndAboveIt(String name, long seed) throws IOException {
        Random random = new Random(seed);
        Dataset<Row> rows = table(name);
        Filters filters = new Filters(random, rows.limit(500));
        Dataset<Row> held = local(rows).cache();
        for (int i = 0; i < FILTERS; i++) {
            String zone = ZONES.get(random.nextInt(ZONES.size()));
            spark().conf().set("spark.sql.session.timeZone", zone);
            String filter = filters.filter(2);
            Map<Row, Long> expected = counted(held.filter(filter));
            assertThat(counted(rows.filter(filter)))
                    .as("%s in %s", filter, zone)
                    .isEqualTo(expected);
        }
        held.unpersist();
    }

    private Dataset<Row> table(String name) throws IOException {
        return switch (name) {
            case "regular" -> netcdf(GridFiles.regular(folder, 0), GridFiles.regular(folder, 4));
            case "turned" -> netcdf(OddGrids.turned(folder));
            case "curvilinear" -> netcdf(GridFiles.curvilinear(folder));
            case "holed" -> netcdf(OddGrids.holed(folder));
            default -> {
                Path path = RealFiles.path(name);
                yield name.endsWith(".zarr")
                        ? spark().read()
                                .format("zarr")
                                .option("variables", "zeta")
                                .load(path.toString())
                        : netcdf(path);
            }
        };
    }

    private static Map<Row, Long> counted(Dataset<Row> rows) {
        return new ArrayList<>(rows.collectAsList())
                .stream().collect(Collectors.groupingBy(row -> row, Collectors.counting()));
    }
}
