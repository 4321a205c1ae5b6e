package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ucar.nc2.write.NetcdfFileFormat;

class WindowReadingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyWindowOfAClassicFileIsASliceOfTheWhole(long seed) throws IOException {
        for (NetcdfFileFormat format :
                new NetcdfFileFormat[] {NetcdfFileFormat.NETCDF3, NetcdfFileFormat.NETCDF3_64BIT_OFFSET}) {
            Path path = TinyFiles.classic(folder, format, seed);
            try (ArrayFile file = ArrayFiles.open(path.toString(), new Configuration())) {
                assertSlices(file, new Random(seed));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyWindowOfAnHdf5FileIsASliceOfTheWhole(long seed) throws IOException {
        Path path = TinyFiles.hdf5(folder, seed);
        try (ArrayFile file = ArrayFiles.open(path.toString(), new Configuration())) {
            assertSlices(file, new Random(seed));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ourClassicReaderAndNetcdfJavaAgree(long seed) throws IOException {
        Path path = TinyFiles.classic(folder, NetcdfFileFormat.NETCDF3, seed);
        byte[] bytes = Files.readAllBytes(path);
        try (ArrayFile ours = ClassicFile.open(new MemoryBytes("ours", bytes), FileFormat.NETCDF3_CLASSIC);
                ArrayFile theirs = UcarFile.open(new MemoryBytes("theirs", bytes), FileFormat.NETCDF3_CLASSIC)) {
            assertSlices(ours, new Random(seed));
            assertThat(ours.header()).usingRecursiveComparison().isEqualTo(theirs.header());
            for (VariableHeader variable : ours.header().variables()) {
                assertThat(ours.read(variable).values())
                        .isEqualTo(theirs.read(variable).values());
            }
        }
    }

    private static void assertSlices(ArrayFile file, Random random) throws IOException {
        for (VariableHeader variable : file.header().variables()) {
            ArrayBlock whole = file.read(variable);
            assertThat(whole.size()).isEqualTo(variable.size());
            for (int round = 0; round < 20; round++) {
                Window window = window(variable.shape(), random);
                ArrayBlock part = file.read(variable, window);
                assertThat(part.shape()).isEqualTo(window.shape());
                assertThat(part.values())
                        .as("%s %s", variable.name(), window)
                        .isEqualTo(slice(whole, variable.shape(), window));
                assertFramed(file, variable, window, part, random);
            }
        }
    }

    /** The window goes to its place in a larger array, which may begin before the variable does; the rest stays. */
    private static void assertFramed(
            ArrayFile file, VariableHeader variable, Window window, ArrayBlock part, Random random) throws IOException {
        long[] before = new long[window.rank()];
        long[] origin = new long[window.rank()];
        long[] shape = new long[window.rank()];
        for (int axis = 0; axis < shape.length; axis++) {
            before[axis] = random.nextInt(4);
            origin[axis] = window.start(axis) - before[axis];
            shape[axis] = before[axis] + window.length(axis) + random.nextInt(3);
        }
        int size = (int) Window.whole(shape).size();
        Object into = Array.newInstance(part.values().getClass().getComponentType(), size);
        Object expected = Array.newInstance(part.values().getClass().getComponentType(), size);
        int from = 0;
        for (long[] index : ChunkGrid.walk(Window.at(before, window.shape()))) {
            long to = 0;
            for (int axis = 0; axis < shape.length; axis++) {
                to = to * shape[axis] + index[axis];
            }
            System.arraycopy(part.values(), from++, expected, (int) to, 1);
        }
        file.read(variable, window, new Frame(origin, shape), into);
        assertThat(into).as("%s %s", variable.name(), window).isEqualTo(expected);
    }

    private static Window window(long[] shape, Random random) {
        long[] start = new long[shape.length];
        long[] end = new long[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            start[axis] = random.nextInt((int) shape[axis] + 1);
            end[axis] = start[axis] + random.nextInt((int) (shape[axis] - start[axis]) + 1);
        }
        return new Window(start, end);
    }

    private static Object slice(ArrayBlock whole, long[] shape, Window window) {
        Object slice = Array.newInstance(whole.values().getClass().getComponentType(), (int) window.size());
        int to = 0;
        for (long[] index : ChunkGrid.walk(window)) {
            long from = 0;
            for (int axis = 0; axis < shape.length; axis++) {
                from = from * shape[axis] + index[axis];
            }
            System.arraycopy(whole.values(), (int) from, slice, to++, 1);
        }
        return slice;
    }
}
