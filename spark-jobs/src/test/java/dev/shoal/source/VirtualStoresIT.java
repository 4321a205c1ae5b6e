package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * One file of the corpus as it is, as a sharded store of Zarr v3, and as references: SQL must give the same of each.
 */
class VirtualStoresIT extends SourceSession {

    private static String file() {
        return "netcdf.`" + RealFiles.path("gridded/SciTools__iris-sample-data/ostia_monthly.nc");
    }

    private List<Row> sums(String table) {
        return spark().sql("SELECT lat, count(*), count(surface_temperature), sum(surface_temperature),"
                        + " min(time), max(time) FROM ocean." + table + "` WHERE lon BETWEEN 10 AND 60"
                        + " GROUP BY lat ORDER BY lat")
                .collectAsList();
    }

    @Test
    void shardsOfZarr3GiveTheRowsOfTheirFile() {
        List<Row> expected = sums(file());
        assertThat(expected).hasSize(18);
        assertThat(sums("zarr.`" + RealFiles.path("zarr/derived_ostia_monthly_v3_sharded.zarr")))
                .isEqualTo(expected);
    }

    @Test
    void referencesGiveTheRowsOfTheirFileWhicheverSourceReadsThem() {
        List<Row> expected = sums(file());
        String references =
                RealFiles.path("kerchunk/derived_ostia_monthly.json").toString();
        assertThat(sums("zarr.`" + references)).isEqualTo(expected);
        assertThat(sums("netcdf.`" + references)).isEqualTo(expected);
    }
}
