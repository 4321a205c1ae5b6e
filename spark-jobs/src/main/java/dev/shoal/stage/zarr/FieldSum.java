package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ByteSource;
import dev.shoal.netcdf.ChunkTable;
import dev.shoal.netcdf.StoredEncoding;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.DataType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A number of 64 bits that tells the values of one variable from others: two checksums side by side.
 *
 * <p>Where a file says where its chunks lie, the chunks' bytes as stored are summed up with all that their meaning
 * depends on, which spares decoding them: equal numbers mean equal values. Different ones may be the same values
 * written in another way, which {@link #decoded} tells.
 */
final class FieldSum {

    private static final int SLAB_CELLS = 1 << 20;
    private static final int SLICE_BYTES = 4 << 20;

    private final CRC32C one = new CRC32C();
    private final CRC32 other = new CRC32();

    private FieldSum() {}

    /** Returns the number of a variable's elements, read in slabs. */
    static long decoded(ArrayFile file, VariableHeader variable) throws IOException {
        FieldSum sum = new FieldSum();
        long[] slab = variable.shape().clone();
        long cells = 1;
        for (int axis = slab.length - 1; axis >= 0; axis--) {
            slab[axis] = Math.max(1, Math.min(slab[axis], SLAB_CELLS / cells));
            cells *= slab[axis];
        }
        ChunkGrid slabs = new ChunkGrid(variable.shape(), slab);
        for (long ordinal = 0; ordinal < slabs.count(); ordinal++) {
            Window window = slabs.window(slabs.index(ordinal));
            sum.add(DataType.of(variable.type())
                    .encode(file.read(variable, window).values()));
        }
        return sum.value();
    }

    /** Returns the number of a variable as it is stored, or as {@link #decoded} where the file does not say how. */
    static long stored(ArrayFile file, VariableHeader variable, ArchiveEntry entry, Configuration conf)
            throws IOException {
        Optional<StoredEncoding> encoding = file.encoding(variable);
        Optional<ChunkTable> chunks = entry.kind() == ArchiveEntry.Kind.FILE ? file.chunks(variable) : Optional.empty();
        if (encoding.isEmpty() || chunks.isEmpty()) {
            return decoded(file, variable);
        }
        FieldSum sum = new FieldSum();
        sum.add(variable.type() + " " + chunks.get().grid() + " " + encoding.get());
        Path path = new Path(entry.path());
        FileSystem system = path.getFileSystem(conf);
        try (ByteSource bytes = ByteSource.open(system, system.getFileStatus(path))) {
            sum.add(bytes, chunks.get());
        }
        return sum.value();
    }

    private void add(ByteSource bytes, ChunkTable chunks) throws IOException {
        for (int at = 0; at < chunks.size(); at++) {
            add(chunks.ordinal(at) + " " + chunks.storedBytes(at) + " " + chunks.skippedFilters(at));
            long end = chunks.address(at) + chunks.storedBytes(at);
            for (long position = chunks.address(at); position < end; position += SLICE_BYTES) {
                add(bytes.read(position, (int) Math.min(SLICE_BYTES, end - position)));
            }
        }
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] bytes) {
        one.update(bytes);
        other.update(bytes);
    }

    private long value() {
        return one.getValue() << Integer.SIZE | other.getValue();
    }
}
