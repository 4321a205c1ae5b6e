package dev.shoal.zarr.kerchunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.virtual.ConflictException;
import dev.shoal.zarr.virtual.ScanRequest;
import dev.shoal.zarr.virtual.VirtualFile;
import dev.shoal.zarr.virtual.VirtualScan;
import dev.shoal.zarr.virtual.VirtualStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** Reads virtual stores back and holds them against their files. */
final class VirtualReading {

    static final Configuration CONF = new Configuration();

    private VirtualReading() {}

    static VirtualStore ofOne(Path file) throws IOException {
        VirtualFile found = VirtualScan.scan(file.toAbsolutePath().toString(), CONF, ScanRequest.ofOne());
        if (!found.refused().isEmpty()) {
            throw new ConflictException(found.refused());
        }
        return new VirtualStore(List.of(found.source()), found.attributes(), found.arrays(), List.of());
    }

    /** Returns the number of variables that were found equal. */
    static int requireSame(Path file, String references) throws IOException {
        int same = 0;
        try (ArrayFile expected = ArrayFiles.open(file.toString(), CONF);
                ArrayFile found = ArrayStores.open(references, CONF)) {
            for (VariableHeader variable : expected.header().variables()) {
                VariableHeader other =
                        found.header().variable(variable.name()).orElseThrow(() -> new AssertionError(variable.name()));
                assertThat(other.shape()).as(variable.name()).isEqualTo(variable.shape());
                assertThat(found.read(other).values())
                        .as("%s %s", file, variable.name())
                        .isEqualTo(expected.read(variable).values());
                requireSameMeaning(variable.attributes(), other.attributes());
                same++;
            }
        }
        return same;
    }

    private static void requireSameMeaning(Attributes expected, Attributes found) {
        for (String name : List.of("scale_factor", "add_offset", "_FillValue", "missing_value")) {
            expected.number(name)
                    .ifPresent(number -> assertThat(found.number(name)).as(name).contains(number));
        }
        for (String name : List.of("units", "calendar", "standard_name", "long_name")) {
            expected.text(name)
                    .ifPresent(text -> assertThat(found.text(name)).as(name).contains(text));
        }
    }
}
