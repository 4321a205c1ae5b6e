package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OceanCatalogIT extends SourceSession {

    private static final int STEPS = 6;
    private static final int ROWS = 8;
    private static final int COLUMNS = 10;

    private final Path store = folder.resolve("sst.zarr");

    @BeforeEach
    void publishStore() throws IOException {
        if (!Files.exists(store)) {
            write(store);
            spark().sql("CREATE NAMESPACE IF NOT EXISTS ocean.source_test");
            spark().sql("CREATE TABLE ocean.source_test.sst (time TIMESTAMP) USING iceberg TBLPROPERTIES ('"
                    + OceanCatalog.ZARR_LOCATION + "' = '" + store.toUri() + "')");
        }
    }

    /** Writes chunks of (1, 4, 5); {@code sst} counts its cells, {@code sst_qc} is 4 in the first row of each chunk. */
    private static void write(Path root) throws IOException {
        ZarrArray time = coordinate("time", STEPS, "days since 2020-01-01");
        ZarrArray lat = coordinate("lat", ROWS, "degrees_north");
        ZarrArray lon = coordinate("lon", COLUMNS, "degrees_east");
        ZarrArray sst = field("sst", ElementType.FLOAT)
                .withFill(Float.NaN)
                .withAttributes(new Attributes(List.of(Attribute.of("units", "degree_Celsius"))));
        ZarrArray flags = field("sst_qc", ElementType.BYTE)
                .withFill(9)
                .withAttributes(new Attributes(
                        List.of(new Attribute("flag_values", ElementType.BYTE, List.of((byte) 1, (byte) 4)))));
        ZarrStore store = ZarrStore.create(
                root.toString(), new Configuration(), Attributes.NONE, List.of(time, lat, lon, sst, flags));
        store.writeChunk(time, new long[] {0}, counted(STEPS, 0));
        store.writeChunk(lat, new long[] {0}, counted(ROWS, -4));
        store.writeChunk(lon, new long[] {0}, counted(COLUMNS, 20));
        for (int step = 0; step < STEPS; step++) {
            for (int y = 0; y < 2; y++) {
                for (int x = 0; x < 2; x++) {
                    float[] values = new float[20];
                    byte[] codes = new byte[20];
                    for (int i = 0; i < 20; i++) {
                        values[i] = step * 80 + (y * 4 + i / 5) * 10 + x * 5 + i % 5;
                        codes[i] = (byte) (i < 5 ? 4 : 1);
                    }
                    store.writeChunk(sst, new long[] {step, y, x}, values);
                    store.writeChunk(flags, new long[] {step, y, x}, codes);
                }
            }
        }
        store.consolidate();
    }

    private static ZarrArray coordinate(String name, int length, String units) {
        return ZarrArray.of(name, new long[] {length}, new long[] {length}, ElementType.DOUBLE)
                .withDimensions(name)
                .withAttributes(new Attributes(List.of(Attribute.of("units", units))));
    }

    private static ZarrArray field(String name, ElementType type) {
        return ZarrArray.of(name, new long[] {STEPS, ROWS, COLUMNS}, new long[] {1, 4, 5}, type)
                .withDimensions("time", "lat", "lon");
    }

    private static double[] counted(int count, int first) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> first + i);
        return values;
    }

    @Test
    void readsTheStoreThatATableStandsFor() {
        assertThat(spark().table("ocean.source_test.sst").schema().toDDL())
                .isEqualTo("time TIMESTAMP,lat DOUBLE COMMENT 'degrees_north',lon DOUBLE COMMENT 'degrees_east',"
                        + "sst FLOAT COMMENT 'degree_Celsius',sst_qc TINYINT");
        Row row = spark().sql("SELECT count(*), avg(sst), sum(sst_qc) FROM ocean.source_test.sst")
                .first();
        assertThat(row.getLong(0)).isEqualTo(480);
        assertThat(row.getDouble(1)).isEqualTo(239.5);
        assertThat(row.getLong(2)).isEqualTo(480 + 3 * 120);
    }

    @Test
    void readsOnlyTheChunksOfTheBox() {
        Dataset<Row> rows = spark().sql("SELECT sst FROM ocean.source_test.sst WHERE time = TIMESTAMP '2020-01-03'"
                + " AND lat >= 0 AND lon < 25 AND ocean.qc.gross_range(sst, 0, 204) = 1");
        assertThat(rows.collectAsList())
                .extracting(row -> row.getFloat(0))
                .containsExactlyInAnyOrder(200f, 201f, 202f, 203f, 204f);
        assertThat(counted(rows, ScanMetric.VALUES)).isEqualTo(20);
        assertThat(explain(rows)).contains("files: 1/1, cells: 20/480");
    }

    @Test
    void doesNotTouchChunksThatAreNotAsked() throws IOException {
        Path damaged = folder.resolve("damaged.zarr");
        write(damaged);
        Files.write(damaged.resolve("sst_qc").resolve("0.0.0"), new byte[] {1, 2, 3});
        Files.write(damaged.resolve("sst").resolve("3.1.1"), new byte[] {1, 2, 3});
        String table = "ocean.zarr.`" + damaged + "`";
        assertThat(spark().sql("SELECT sum(sst) FROM " + table + " WHERE time IN (TIMESTAMP '2020-01-03',"
                                + " TIMESTAMP '2020-01-05')")
                        .first()
                        .getDouble(0))
                .isEqualTo(80 * 199.5 + 80 * 359.5);
        assertThat(spark().sql("SELECT sum(sst) FROM " + table + " WHERE lat < 0 OR lat = -1")
                        .first()
                        .getDouble(0))
                .isPositive();
        assertThatThrownBy(() -> spark().sql("SELECT sum(sst) FROM " + table).first())
                .hasStackTraceContaining("sst")
                .hasStackTraceContaining("3.1.1");
    }

    @Test
    void keepsPropertiesAndLetsThemBeChanged() {
        spark().sql("ALTER TABLE ocean.source_test.sst SET TBLPROPERTIES ('note' = 'mine')");
        List<Row> properties =
                spark().sql("SHOW TBLPROPERTIES ocean.source_test.sst").collectAsList();
        assertThat(properties)
                .extracting(row -> row.getString(0) + "=" + row.getString(1))
                .contains(OceanCatalog.ZARR_LOCATION + "=" + store.toUri(), "note=mine");
        assertThat(spark().catalog().tableExists("ocean.source_test.sst")).isTrue();
        assertThat(spark().catalog().tableExists("ocean.source_test.sss")).isFalse();
        assertThatThrownBy(() -> spark().sql("INSERT INTO ocean.source_test.sst SELECT * FROM ocean.source_test.sst"))
                .hasMessageContaining("append");
    }

    @Test
    void dropsATableWhoseStoreIsGone() {
        spark().sql("CREATE TABLE ocean.source_test.gone (time TIMESTAMP) USING iceberg TBLPROPERTIES ('"
                + OceanCatalog.ZARR_LOCATION + "' = '" + folder.resolve("gone.zarr") + "')");
        assertThatThrownBy(() ->
                        spark().sql("SELECT * FROM ocean.source_test.gone").first())
                .hasStackTraceContaining("gone.zarr': found nothing there");
        spark().sql("ALTER TABLE ocean.source_test.gone SET TBLPROPERTIES ('a' = 'b')");
        spark().sql("DROP TABLE ocean.source_test.gone");
        assertThat(spark().catalog().tableExists("ocean.source_test.gone")).isFalse();
    }

    @Test
    void leavesOtherTablesToIceberg() {
        spark().sql("CREATE TABLE ocean.source_test.plain (a INT) USING iceberg");
        spark().sql("INSERT INTO ocean.source_test.plain VALUES (1), (2)");
        assertThat(spark().table("ocean.source_test.plain").count()).isEqualTo(2);
        assertThat(spark().sql("SELECT * FROM ocean.source_test.plain.snapshots")
                        .count())
                .isEqualTo(1);
        assertThat(spark().sql("SELECT ocean.system.bucket(4, 7)").first().getInt(0))
                .isBetween(0, 3);
    }

    @Test
    void takesPathsForTables() throws IOException {
        Path archive = Files.createDirectories(folder.resolve("files"));
        GridFiles.regular(archive, 0);
        GridFiles.regular(archive, 4);
        String sql = "SELECT count(sst) FROM ocean.netcdf.`" + archive
                + "/*.nc` WHERE ocean.qc.qc_gross_range(sst, 0, 1e9)" + " = 1 AND lat > -36";
        assertThat(spark().sql(sql).first().getLong(0))
                .isEqualTo(2L * GridFiles.STEPS * GridFiles.LEVELS * 5 * GridFiles.COLUMNS);
        assertThat(spark().sql("SELECT * FROM ocean.zarr.`" + store + "`").count())
                .isEqualTo(480);
        assertThatThrownBy(() -> spark().sql("SELECT * FROM ocean.netcdf.`" + archive + "/*.hdf`"))
                .hasMessageContaining("*.hdf': found nothing there");
    }

    @Test
    void offersTheTestsOfQualityControl() {
        assertThat(spark().sql("SHOW USER FUNCTIONS IN ocean.qc").collectAsList())
                .extracting(row -> row.getString(0))
                .contains("ocean.qc.qc_gross_range");
        assertThat(spark().sql("SELECT ocean.qc.gross_range(50, 0, 40)").first().getByte(0))
                .isEqualTo((byte) 4);
        assertThatThrownBy(() -> spark().sql("SELECT ocean.qc.no_such(1)")).hasMessageContaining("no_such");
    }
}
