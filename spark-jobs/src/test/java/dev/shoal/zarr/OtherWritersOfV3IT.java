package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What zarrita writes as Zarr v3, read by Shoal: every type of number, both orders of bytes, both separators. */
final class OtherWritersOfV3IT {

    @TempDir
    Path folder;

    @Test
    void readsWhatZarritaWrites() throws Exception {
        OutsideProgram.requireZarrita();
        String store = folder.resolve("s.zarr").toString();
        Path expected = Files.createDirectories(folder.resolve("expected"));
        OutsideProgram.node("make_v3.mjs", store, expected.toString());

        try (ArrayFile file = ArrayStores.open(store, Samples.CONF)) {
            assertThat(file.header().attributes().text("title")).contains("Température");
            assertThat(OutsideValues.assertEqual(file, expected)).isEqualTo(10 * 5);
        }
    }
}
