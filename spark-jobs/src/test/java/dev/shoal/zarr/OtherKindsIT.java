package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attributes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What zarr-python writes and Shoal only reads: texts, times, truth values, halves, filters, checksums, bzip2, LZMA.
 */
final class OtherKindsIT {

    @TempDir
    Path folder;

    @Test
    void readsWhatItDoesNotWrite() throws Exception {
        OutsideProgram.requirePython();
        String store = folder.resolve("s.zarr").toString();
        Path expected = Files.createDirectories(folder.resolve("expected"));
        OutsideProgram.python("make_other_kinds.py", store, expected.toString());

        try (ArrayFile file = ArrayStores.open(store, Samples.CONF)) {
            assertThat(OutsideValues.assertEqual(file, expected)).isEqualTo(8 * 25 + 4 + 4);
            Attributes times =
                    file.header().variable("timensleCdot").orElseThrow().attributes();
            assertThat(times.text("units")).contains("nanoseconds since 1970-01-01 00:00:00");
            assertThat(times.text("calendar")).contains("proleptic_gregorian");
            assertThat(times.find("_FillValue").orElseThrow().values()).isEqualTo(java.util.List.of(Long.MIN_VALUE));
        }
    }

    @Test
    void readsTheTemplatesAndGeneratorsThatFsspecReads() throws Exception {
        OutsideProgram.requirePython();
        Path expected = Files.createDirectories(folder.resolve("expected"));
        OutsideProgram.python("make_references.py", folder.toString(), expected.toString());

        try (ArrayFile file = ArrayStores.open(folder.resolve("refs.json").toString(), Samples.CONF)) {
            assertThat(OutsideValues.assertEqual(file, expected)).isEqualTo(3);
        }
    }
}
