package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.source.SmallGrids.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ucar.ma2.DataType;

/** Tables over files whose columns differ. */
class SchemaMergeIT extends SourceSession {

    private static final Field SST = Field.of("sst", "degC", 10);
    private static final long CELLS = (long) SmallGrids.ROWS * SmallGrids.COLUMNS;

    private Path archive = folder;

    @BeforeEach
    void makeFolder(TestInfo test) throws IOException {
        archive = Files.createTempDirectory(
                folder, test.getTestMethod().orElseThrow().getName());
    }

    private Dataset<Row> table(String merge) {
        return spark().read().format("netcdf").option("mergeSchema", merge).load(archive.toString());
    }

    private void write(int day, Field... fields) throws IOException {
        SmallGrids.write(archive, day, fields);
    }

    @Test
    void givesTheColumnsOfAllFilesAndNullWhereOneLacksThem() throws IOException {
        write(0, SST);
        write(1, SST, Field.of("salt", "1", 35));
        write(2, Field.of("salt", "1", 36));
        Dataset<Row> rows = netcdf(archive);
        assertThat(rows.columns()).containsExactly("time", "lat", "lon", "sst", "salt");
        rows.createOrReplaceTempView("merged");
        assertThat(spark().sql("SELECT day(time), count(*), count(sst), avg(sst), count(salt), avg(salt) FROM merged"
                                + " GROUP BY 1 ORDER BY 1")
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactly("[1,12,12,10.0,0,null]", "[2,12,12,10.0,12,35.0]", "[3,12,0,null,12,36.0]");
        assertThat(spark().sql("SELECT count(*) FROM merged WHERE sst IS NULL")
                        .first()
                        .getLong(0))
                .isEqualTo(CELLS);
        assertThat(spark().sql("SELECT count(*) FROM merged").first().getLong(0))
                .isEqualTo(3 * CELLS);
    }

    @Test
    void widensTypesAndDecodesEveryFileByItsOwnPacking() throws IOException {
        write(0, SST.packed(0.5), Field.flag("flag", DataType.BYTE, 1), Field.of("wave", "m", 1));
        write(
                1,
                SST.packed(0.25),
                Field.flag("flag", DataType.SHORT, 300),
                Field.of("wave", "m", 2).as(DataType.DOUBLE));
        write(2, SST, Field.flag("flag", DataType.INT, 70_000), Field.of("wave", "m", 3));
        Dataset<Row> rows = netcdf(archive);
        assertThat(rows.schema().toDDL()).endsWith("sst FLOAT COMMENT 'degC',flag INT,wave DOUBLE COMMENT 'm'");
        assertThat(rows.select("sst", "flag", "wave").distinct().orderBy("wave").collectAsList())
                .extracting(Row::toString)
                .containsExactly("[5.0,1,1.0]", "[2.5,300,2.0]", "[10.0,70000,3.0]");
    }

    @Test
    void takesSpellingsOfOneUnitForTheSame() throws IOException {
        write(0, SST);
        write(1, Field.of("sst", "degree_Celsius", 11));
        assertThat(netcdf(archive).agg(java.util.Map.of("sst", "sum")).first().getDouble(0))
                .isEqualTo(21.0 * CELLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"union", "strict"})
    void listsContradictions(String merge) throws IOException {
        write(0, SST);
        for (int day = 1; day < 14; day++) {
            write(day, Field.of("sst", "K", 280));
        }
        assertThatThrownBy(() -> table(merge))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("Cannot make one table of 14 files: found 13 differences from ")
                .hasMessageContaining("day-001.nc: the units of sst are 'K', the table's are 'degC'; ")
                .hasMessageContaining("day-010.nc: the units")
                .hasMessageContaining(". And 3 more. Leave these files out, name variables that agree")
                .hasMessageContaining(merge.equals("union") ? "mergeSchema=first." : "mergeSchema=union.");
    }

    @Test
    void refusesOtherShapesAndSpellings() throws IOException {
        write(0, SST);
        write(1, SST.along("time level lat lon"));
        assertThatThrownBy(() -> netcdf(archive))
                .hasMessageContaining("day-001.nc: sst has the coordinates [time, level in 'm', lat in")
                .hasMessageContaining("the table's are [time, lat in");
        write(1, SST, Field.of("SST", "degC", 1));
        assertThatThrownBy(() -> netcdf(archive)).hasMessageContaining("SST is named sst in the table");
        write(1, SST, Field.of("salt", "1", 1).along("time level lat lon"));
        assertThat(netcdf(archive).columns()).doesNotContain("salt");
        write(2, SST, Field.of("salt", "1", 1));
        assertThatThrownBy(() -> netcdf(archive))
                .hasMessageContaining("day-001.nc: salt has the axes [time, level, lat, lon]");
    }

    @Test
    void strictAllowsNoDifference() throws IOException {
        write(0, SST);
        write(1, SST.packed(0.5));
        assertThat(table("strict").count()).isEqualTo(2 * CELLS);
        write(2, SST, Field.of("salt", "1", 35));
        write(3, Field.of("salt", "1", 35));
        write(4, SST.as(DataType.DOUBLE));
        assertThatThrownBy(() -> table("strict"))
                .hasMessageContaining("day-002.nc: salt is not in the first file")
                .hasMessageContaining("day-003.nc: salt is not in the first file")
                .hasMessageContaining("day-003.nc: sst is not there")
                .hasMessageContaining("day-004.nc: the type of sst is double, the table's is float");
    }

    @Test
    void firstOpensOneFileAndNeverGivesWrongValues() throws IOException {
        write(0, SST, Field.of("chl", "mg m-3", 1));
        write(1, SST, Field.of("salt", "1", 35));
        write(2, Field.of("sst", "K", 283), Field.of("chl", "mg m-3", 2));
        Dataset<Row> rows = table("first");
        assertThat(rows.columns()).containsExactly("time", "lat", "lon", "sst", "chl");
        assertThat(rows.selectExpr("count(*)", "count(chl)", "sum(chl)").first().toString())
                .isEqualTo("[36,24,36.0]");
        assertThatThrownBy(() -> rows.selectExpr("sum(sst)").first())
                .hasMessageContaining("Cannot read variable sst of ")
                .hasMessageContaining("day-002.nc in this table: its units are 'K', the table's are 'degC'. Leave");
        assertThat(rows.where("time < DATE '2020-01-03'")
                        .selectExpr("sum(sst)")
                        .first()
                        .getDouble(0))
                .isEqualTo(20.0 * CELLS);
    }

    @Test
    void namesTheFilesThatCannotBeRead() throws IOException {
        write(0, SST);
        Files.write(archive.resolve("day-001.nc"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> netcdf(archive)).hasMessageContaining("day-001.nc: found a file that begins with");
        Files.write(archive.resolve("day-002.nc"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> netcdf(archive))
                .hasMessageContaining("Cannot read 2 of 3 files. Cannot read ")
                .hasMessageContaining("day-002.nc");
    }

    @Test
    void takesVariablesFromWhicheverFileHasThem() throws IOException {
        write(0, SST);
        write(1, Field.of("salt", "1", 35));
        Dataset<Row> rows =
                spark().read().format("netcdf").option("variables", "salt").load(archive.toString());
        assertThat(rows.columns()).containsExactly("time", "lat", "lon", "salt");
        assertThatThrownBy(() -> spark().read()
                        .format("netcdf")
                        .option("variables", "wave")
                        .load(archive.toString()))
                .hasMessageContaining("Cannot read variable wave of ");
    }

    @Test
    void refusesOptionsThatNobodyKnows() throws IOException {
        write(0, SST);
        assertThatThrownBy(() -> spark().read()
                        .format("netcdf")
                        .option("mergeshcema", "first")
                        .load(archive.toString()))
                .hasMessageContaining("Cannot read netcdf with the option 'mergeshcema': there is none of that name."
                        + " Did you mean 'mergeSchema'? Known are path, paths,");
        assertThatThrownBy(() -> table("last"))
                .hasMessage("Cannot read the option mergeSchema: found 'last', expected strict, union or first.");
        assertThatThrownBy(() -> spark().read()
                        .format("netcdf")
                        .option("targetBytes", "much")
                        .load(archive.toString()))
                .hasMessageStartingWith("Cannot read the option targetBytes: found 'much', expected a number of bytes");
        assertThat(spark().read()
                        .format("netcdf")
                        .option("TARGETBYTES", "1m")
                        .load(archive.toString())
                        .count())
                .isEqualTo(CELLS);
    }

    @Test
    void standsInSparksOwnCatalogue() throws IOException {
        write(0, SST);
        spark().sql("CREATE TABLE sea_of_files USING netcdf OPTIONS (mergeSchema 'first') LOCATION '" + archive + "'");
        assertThat(spark().table("sea_of_files").count()).isEqualTo(CELLS);
        spark().sql("DROP TABLE sea_of_files");
    }
}
