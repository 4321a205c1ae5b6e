package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.TargetGrids;
import dev.shoal.regrid.Weights;
import dev.shoal.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights made by Spark in parts of the target, and asked for by SQL. */
class WeightStageIT {

    private static final Grid SOURCE = TargetGrids.named("r40x20");
    private static final Grid TARGET = TargetGrids.named("r90x46");

    @TempDir
    private Path folder = Path.of("");

    private WeightTable made(SparkSession spark, Scheme scheme) throws IOException {
        WeightTable table = new WeightTable(folder.resolve("weights").toString());
        WeightStage.Made made =
                new WeightStage(Workers.cluster(spark), Progress.NONE).make(SOURCE, TARGET, scheme, table);
        assertThat(made.parts()).isGreaterThanOrEqualTo(4);
        return table;
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEAREST", "BILINEAR"})
    void partsAreTheWholeToTheLastBit(Method method) throws IOException {
        Scheme scheme = Scheme.of(method);
        WeightTable table = made(SharedSpark.session(), scheme);
        WeightKey key = WeightKey.of(SOURCE, TARGET, scheme);
        assertThat(table.load(key, GridWindow.of(TARGET), new Configuration()))
                .contains(Weights.of(SOURCE, TARGET, scheme));
    }

    @Test
    void sqlAsksWhichSourceCellsATargetCellTakes() throws IOException {
        SparkSession spark = SharedSpark.session();
        Scheme scheme = Scheme.of(Method.BILINEAR);
        WeightTable table = made(spark, scheme);
        Weights whole = Weights.of(SOURCE, TARGET, scheme);
        spark.read().parquet(table.folder()).createOrReplaceTempView("weights");
        List<Row> found = spark.sql("SELECT source_row, source_column, weight FROM weights"
                        + " WHERE scheme = 'bilinear' AND target_row = 20 AND target_column = 33")
                .collectAsList();
        int[] sources = whole.sourcesOf(20, 33);
        double[] shares = whole.weightsOf(20, 33);
        assertThat(found).hasSize(sources.length);
        for (int link = 0; link < sources.length; link++) {
            assertThat(found.get(link).getInt(0) * SOURCE.nx() + found.get(link).getInt(1))
                    .isEqualTo(sources[link]);
            assertThat(found.get(link).getDouble(2)).isEqualTo(shares[link]);
        }
        assertThat(spark.sql("SELECT count(*), count(DISTINCT source) FROM weights")
                        .first())
                .hasToString("[" + whole.entries() + ",1]");
    }
}
