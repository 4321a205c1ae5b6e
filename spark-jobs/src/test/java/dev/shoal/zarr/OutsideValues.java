package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Compares arrays with the bytes that a program of others wrote to files: little-endian numbers, texts parted by 0. */
final class OutsideValues {

    private OutsideValues() {}

    /** Compares every file of a folder with the variable that is named like it, whatever its group. */
    static int assertEqual(ArrayFile file, Path folder) throws Exception {
        int equal = 0;
        for (VariableHeader variable : file.header().variables()) {
            String name = variable.name();
            Path expected = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
            if (Files.exists(expected)) {
                assertThat(bytes(file.read(variable)))
                        .as("%s of %s", name, file.location())
                        .isEqualTo(Files.readAllBytes(expected));
                assertWindowsAreSlices(file, variable);
                equal++;
            }
        }
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            assertThat(files.count()).isEqualTo(equal);
        }
        return equal;
    }

    private static byte[] bytes(ArrayBlock block) {
        if (block.values() instanceof String[] texts) {
            return String.join("\0", texts).getBytes(StandardCharsets.UTF_8);
        }
        return ElementBytes.encode(DataType.of(block.type()), block.values());
    }

    private static void assertWindowsAreSlices(ArrayFile file, VariableHeader variable) throws Exception {
        if (variable.type() == ElementType.STRING || variable.size() == 0) {
            return;
        }
        Object whole = file.read(variable).values();
        Random random = new Random(variable.name().hashCode());
        for (int n = 0; n < 5; n++) {
            long[] start = new long[variable.rank()];
            long[] end = new long[variable.rank()];
            for (int axis = 0; axis < start.length; axis++) {
                start[axis] = random.nextInt((int) variable.shape()[axis]);
                end[axis] = start[axis] + 1 + random.nextInt((int) (variable.shape()[axis] - start[axis]));
            }
            Window window = new Window(start, end);
            assertThat(file.read(variable, window).values())
                    .as("%s of %s", window, variable.name())
                    .isEqualTo(Samples.slice(variable.type(), whole, variable.shape(), window));
        }
    }
}
