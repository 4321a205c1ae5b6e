package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.FieldReader;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.plan.Window;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.TargetGrids;
import dev.shoal.regrid.Weights;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table function {@code ocean.regrid}. */
class RegridFunctionIT extends SourceSession {

    private static final int FILES = 3;
    private static final String GRID = "global_0.5";

    private final Path archive = folder.resolve("regrid");

    @BeforeEach
    void writeArchive() throws IOException {
        if (!Files.exists(archive)) {
            Files.createDirectories(archive);
            for (int file = 0; file < FILES; file++) {
                GridFiles.regular(archive, file * GridFiles.STEPS);
            }
        }
    }

    private Dataset<Row> sql(String text) {
        return spark().sql(text.replace("$archive", archive.toString()));
    }

    @Test
    void valuesAreThoseOfTheWeights() throws IOException {
        Path file = firstFile();
        List<Row> rows = sql("SELECT lat, lon, sst, valid_fraction FROM ocean.regrid('" + file
                        + "', variable => 'sst', grid => '" + GRID + "') WHERE time = (SELECT min(time) FROM"
                        + " ocean.regrid('" + file + "', 'sst', '" + GRID + "')) AND depth = 0 ORDER BY lat, lon")
                .collectAsList();
        double[] expected = expected(file);
        assertThat(rows).hasSize(expected.length);
        for (int cell = 0; cell < expected.length; cell++) {
            Object value = rows.get(cell).get(2);
            assertThat(value == null ? Double.NaN : ((Number) value).doubleValue())
                    .isEqualTo(Double.valueOf((float) expected[cell]));
            assertThat(value == null).isEqualTo(rows.get(cell).getDouble(3) < 0.5 - 1e-6);
        }
    }

    private Path firstFile() throws IOException {
        try (var files = Files.list(archive)) {
            return files.sorted().findFirst().orElseThrow();
        }
    }

    private static double[] expected(Path path) throws IOException {
        try (ArrayFile file = ArrayStores.open(path.toString(), new Configuration())) {
            var variable = CfDataset.of(file).grid("sst").orElseThrow();
            Grid grid = variable.grid();
            Grid target = TargetGrids.named(GRID);
            double[] source = new double[grid.size()];
            Window one = Window.whole(1);
            new FieldReader(file, "sst", variable.layout())
                    .read(one, one, Window.whole(grid.ny()), Window.whole(grid.nx()), source);
            double[] result = new double[target.size()];
            Weights.of(grid, target, Scheme.of(Method.BILINEAR))
                    .over(GridWindow.of(grid))
                    .apply(source, MissingRule.STANDARD, result);
            return result;
        }
    }

    @Test
    void readsOnlyTheRowsAndStepsThatAreWanted() {
        Dataset<Row> rows = sql("SELECT sst FROM ocean.regrid('$archive', 'sst', '" + GRID
                + "') WHERE lat BETWEEN -36 AND -34 AND time < TIMESTAMP '2020-01-02'");
        assertThat(rows.queryExecution().executedPlan().toString()).contains("target rows: 4/360", "files: 3");
        assertThat(rows.count()).isEqualTo(4L * 720 * GridFiles.LEVELS);
    }

    @Test
    void allFilesOfAFolderFollowEachOther() {
        Row row =
                sql("SELECT count(DISTINCT time), count(*), count(sst) FROM ocean.regrid('$archive', variable => 'sst',"
                                + " grid => 'r36x18', method => 'nearest', policy => 'cdo')")
                        .first();
        assertThat(row.getLong(0)).isEqualTo((long) FILES * GridFiles.STEPS);
        assertThat(row.getLong(1)).isEqualTo(36L * 18 * FILES * GridFiles.STEPS * GridFiles.LEVELS);
        assertThat(row.getLong(2)).isPositive();
    }

    @Test
    void joinsWithItselfAsAnyTable() {
        String table = "ocean.regrid('$archive', 'sst', 'r36x18', 'nearest', min_valid => ";
        Row row = sql("SELECT count(*), count(a.sst), sum(a.sst - b.sst) FROM " + table + "0) a JOIN " + table
                        + "1) b USING (time, depth, lat, lon)")
                .first();
        assertThat(row.getLong(0)).isEqualTo(36L * 18 * FILES * GridFiles.STEPS * GridFiles.LEVELS);
        assertThat(row.getLong(1)).isPositive();
        assertThat(row.getDouble(2)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'$archive', 'sst'                                    | the argument grid is missing",
                "'$archive', 'sst', 'r36x18', methd => 'nearest'      | there is no argument methd. Did you mean",
                "'$archive', 'sst', 'r36x18', 'bilinaer'              | there is no method bilinaer.",
                "'$archive', 'sst', 'global_0.7'                      | 180 degrees hold",
                "'$archive', 'ssd', 'r36x18'                          | found no field of that name or standard name.",
                "'$archive', 'sst', 'r36x18', min_valid => 2          | expected a number in [0, 1]",
                "'$archive/none', 'sst', 'r36x18'                     | found nothing there"
            })
    void tellsWhatIsWrongWithACall(String arguments, String found) {
        assertThatThrownBy(() -> sql("SELECT * FROM ocean.regrid(" + arguments + ")"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(found);
    }
}
