package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What zarr-java 0.0.9 wrote, by {@code MakeShards.java} beside the zip file: Zarr v3, mostly sharded. */
final class ShardsOfZarrJavaTest {

    private static final long[] SHAPE = {10, 9, 8};

    @TempDir
    Path folder;

    @BeforeEach
    void unpack() throws Exception {
        Unzipped.unpack(
                Objects.requireNonNull(ShardsOfZarrJavaTest.class.getResourceAsStream("zarr_java_shards.zip")), folder);
    }

    private static float[] expected() {
        float[] values = new float[10 * 9 * 8];
        for (int n = 0; n < values.length; n++) {
            values[n] = n < 8 * 9 * 8 ? (37 * n + 11) % 101 * 0.5f : -1;
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"end", "start", "plain", "checked", "blosc", "turned", "nested", "gzip", "crc32c", "transposed"})
    void readsEveryKind(String name) throws Exception {
        try (ArrayFile file = ArrayStores.open(folder.toString(), Samples.CONF)) {
            VariableHeader variable = file.header().variable(name).orElseThrow();
            assertThat(variable.dimensions()).containsExactly("t", "y", "x");
            assertThat(file.read(variable).values()).isEqualTo(expected());
            Random random = new Random(11);
            for (int n = 0; n < 50; n++) {
                Window window = window(random);
                assertThat(file.read(variable, window).values())
                        .as("%s", window)
                        .isEqualTo(Samples.slice(variable.type(), expected(), SHAPE, window));
            }
        }
    }

    private static Window window(Random random) {
        long[] start = new long[3];
        long[] end = new long[3];
        for (int axis = 0; axis < 3; axis++) {
            start[axis] = random.nextInt((int) SHAPE[axis]);
            end[axis] = start[axis] + random.nextInt((int) (SHAPE[axis] - start[axis]) + 1);
        }
        return new Window(start, end);
    }

    @Test
    void tellsTheChunksInsideAShard() throws Exception {
        try (ArrayFile file = ArrayStores.open(folder.toString(), Samples.CONF)) {
            assertThat(file.header().variables()).hasSize(10);
            VariableHeader nested = file.header().variable("nested").orElseThrow();
            assertThat(nested.storage().chunk()).containsExactly(2, 3, 4);
            assertThat(nested.storage().filters()).containsExactly("sharding_indexed", "sharding_indexed", "gzip");
            assertThat(nested.attributes().find("_FillValue")).isEmpty();
        }
    }
}
