package dev.shoal.zarr.kerchunk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;

/**
 * The rows of one file of kerchunk's Parquet.
 *
 * @param paths each once
 * @param numbers of the path of each row; -1 where there is no chunk, -2 where it is raw
 * @param offsets of the first bytes
 * @param sizes in bytes; 0 with offset 0 for the whole file
 * @param raw bytes by row
 */
record ReferencePart(List<String> paths, int[] numbers, long[] offsets, long[] sizes, Map<Integer, byte[]> raw) {

    static final int NONE = -1;
    static final int RAW = -2;

    /** More rows than this are taken for damage. */
    private static final int MOST_ROWS = 1 << 24;

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException where it has other columns, or far too many rows
     */
    static ReferencePart read(Path file, Configuration conf) throws IOException {
        List<String> paths = new ArrayList<>();
        Map<String, Integer> known = new HashMap<>();
        Map<Integer, byte[]> raw = new HashMap<>();
        int[] numbers = new int[1024];
        long[] offsets = new long[1024];
        long[] sizes = new long[1024];
        int size = 0;
        try (ParquetReader<ReferenceRow> reader = new Opening(HadoopInputFile.fromPath(file, conf)).build()) {
            for (ReferenceRow row = reader.read(); row != null; row = reader.read()) {
                if (size == numbers.length) {
                    if (size >= MOST_ROWS) {
                        throw new IllegalArgumentException("more than " + MOST_ROWS + " rows, expected fewer");
                    }
                    numbers = Arrays.copyOf(numbers, size * 2);
                    offsets = Arrays.copyOf(offsets, size * 2);
                    sizes = Arrays.copyOf(sizes, size * 2);
                }
                offsets[size] = row.offset();
                sizes[size] = row.size();
                numbers[size] = NONE;
                byte[] bytes = row.raw();
                String path = row.path();
                if (bytes != null) {
                    numbers[size] = RAW;
                    raw.put(size, bytes);
                } else if (path != null && !path.isEmpty()) {
                    numbers[size] = known.computeIfAbsent(path, added -> {
                        paths.add(added);
                        return paths.size() - 1;
                    });
                }
                size++;
            }
        }
        return new ReferencePart(
                paths, Arrays.copyOf(numbers, size), Arrays.copyOf(offsets, size), Arrays.copyOf(sizes, size), raw);
    }

    private static final class Opening extends ParquetReader.Builder<ReferenceRow> {

        Opening(InputFile file) {
            super(file);
        }

        @Override
        protected ReadSupport<ReferenceRow> getReadSupport() {
            return new ReferenceParts.Reading();
        }
    }
}
