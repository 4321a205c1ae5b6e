package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.source.SmallGrids.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Planning, tasks and the next query read a header once, and never that of another file. */
class HeaderReuseIT extends SourceSession {

    private static final int FILES = 30;
    private static final String SERIES = "lat = 41 AND lon = -20";

    private long write(Path archive) throws IOException {
        Files.createDirectories(archive);
        long bytes = 0;
        for (int day = 0; day < FILES; day++) {
            Path path = SmallGrids.write(archive, day, Field.of("sst", "degC", day));
            Files.setLastModifiedTime(path, FileTime.fromMillis(System.currentTimeMillis() - 60_000));
            bytes += Files.size(path);
        }
        return bytes;
    }

    @Test
    void aSeriesInOrderReadsNoByteTwiceAndTheNextQueryNoHeader() throws IOException {
        Path archive = folder.resolve("series");
        long stored = write(archive);
        for (long most : new long[] {stored, 0}) {
            long before = bytesRead();
            List<Row> rows = netcdf(archive)
                    .where(SERIES)
                    .select("time", "sst")
                    .orderBy("time")
                    .collectAsList();
            assertThat(rows).hasSize(FILES);
            assertThat(rows.get(7).getFloat(1)).isEqualTo(7f);
            assertThat(bytesRead() - before).isLessThanOrEqualTo(most);
        }
    }

    @Test
    void aFileThatChangesBetweenPlanAndTaskIsAnError() throws IOException {
        Path archive = folder.resolve("changing");
        write(archive);
        Dataset<Row> rows = netcdf(archive).where(SERIES).select("sst");
        assertThat(explain(rows)).contains("files: " + FILES + "/" + FILES);
        Path changed = SmallGrids.write(archive, 7, Field.of("sst", "degC", 100));
        assertThatThrownBy(rows::collectAsList)
                .hasMessageContaining(changed.getFileName() + ": found ")
                .hasMessageContaining("The file was changed while it was being read; run the query again.");
        assertThat(netcdf(archive)
                        .where(SERIES + " AND time = DATE '2020-01-08'")
                        .select("sst")
                        .collectAsList())
                .extracting(row -> row.getFloat(0))
                .containsExactly(100f);
    }
}
