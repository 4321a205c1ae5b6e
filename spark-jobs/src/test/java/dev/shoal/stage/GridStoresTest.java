package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.spec.RunSpec;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridStoresTest {

    private static final Configuration CONF = new Configuration();
    private static final String HEAD = "dataset: sst\nsource: {paths: a.nc}\n";

    @TempDir
    private Path folder;

    private String store(String name, long steps) throws IOException {
        String root = folder.resolve(name).toString();
        ZarrArray sst = ZarrArray.of("sst", new long[] {steps, 3}, new long[] {1, 3}, ElementType.FLOAT)
                .withDimensions("time", "lat")
                .withAttributes(new Attributes(List.of(Attribute.of(StoreState.GRID_ATTRIBUTE, "digest"))));
        ZarrStore.create(root, CONF, Attributes.NONE, List.of(sst)).consolidate();
        return root;
    }

    @Test
    void storesAreNamedByDatasetLayoutAndDigest() {
        RunSpec one = RunSpec.parse(HEAD, "spec.yaml");
        assertThat(GridStores.of("out", one, "abc")).isEqualTo(GridStores.of("out/sst-abc.zarr"));
        RunSpec several = RunSpec.parse(
                HEAD + "output: {layouts: {series: {chunks: {time: 9}}, maps: {}, tiles: {chunks: {lat: 5}}}}\n",
                "spec.yaml");
        assertThat(GridStores.of("out", several, "abc"))
                .isEqualTo(new GridStores(
                        "out/sst-series-abc.zarr",
                        Map.of("maps", "out/sst-maps-abc.zarr", "tiles", "out/sst-tiles-abc.zarr")));
    }

    @Test
    void aLayoutThatIsBehindOrGoneIsNotTakenForRegistered() throws IOException {
        String main = store("main", 4);
        String whole = store("whole", 4);
        assertThat(new GridStores(main, Map.of("series", whole)).standing(12, CONF))
                .isEqualTo(Standing.REGISTERED);
        assertThat(new GridStores(main, Map.of("series", whole)).standing(9, CONF))
                .isEqualTo(Standing.AHEAD);
        assertThat(new GridStores(main, Map.of("maps", whole, "series", store("behind", 3))).standing(12, CONF))
                .isEqualTo(Standing.AHEAD);
        String gone = folder.resolve("gone").toString();
        assertThat(new GridStores(main, Map.of("series", gone)).standing(12, CONF))
                .isEqualTo(Standing.OTHER);
        assertThat(GridStores.of(gone).standing(12, CONF)).isEqualTo(Standing.OTHER);
    }
}
