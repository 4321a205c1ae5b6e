package dev.shoal.netcdf;

import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import io.jhdf.AbstractNode;
import io.jhdf.ObjectHeader;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.chunked.ChunkLookup;
import io.jhdf.dataset.chunked.ChunkedDatasetBase;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.FillValueMessage;
import io.jhdf.object.message.FillValueOldMessage;
import io.jhdf.object.message.FilterPipelineMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One dataset of an HDF5 file: its shape, type, attributes and layout. */
final class Hdf5Dataset {

    private static final int NULL_SPACE = 2;

    private final String path;
    private final Dataset dataset;
    private final ObjectHeader header;
    private final Hdf5Attributes attributes;
    private final Hdf5Type type;
    private final long[] shape;
    private final List<Hdf5Filter> filters = new ArrayList<>();

    /**
     * Reads the header of a dataset.
     *
     * @param path by which it was found
     */
    Hdf5Dataset(String path, Dataset dataset, Hdf5Attributes attributes) {
        this.path = path;
        this.dataset = dataset;
        this.header = ((AbstractNode) dataset).getHeader();
        this.attributes = attributes;
        this.type = Hdf5Type.of(dataset.getDataType());
        this.shape =
                nothing(header) ? new long[] {0} : dataset.getDimensionsAsLong().clone();
        for (long length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException("dataset " + path + " has shape " + Arrays.toString(shape));
            }
        }
        if (header.hasMessageOfType(FilterPipelineMessage.class)) {
            header.getMessageOfType(FilterPipelineMessage.class)
                    .getFilters()
                    .forEach(filter -> filters.add(Hdf5Filter.of(filter.getId(), filter.getData())));
        }
    }

    /** Tells whether the dataset has a type but no elements, which is not the same as one element without axes. */
    private static boolean nothing(ObjectHeader header) {
        return header.hasMessageOfType(DataSpaceMessage.class)
                && header.getMessageOfType(DataSpaceMessage.class)
                                .getDataSpace()
                                .getType()
                        == NULL_SPACE;
    }

    /** Returns the same dataset under another path. */
    Hdf5Dataset at(String otherPath) {
        return new Hdf5Dataset(otherPath, dataset, attributes);
    }

    String path() {
        return path;
    }

    /** Returns the last part of the path. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    long address() {
        return dataset.getAddress();
    }

    Hdf5Attributes attributes() {
        return attributes;
    }

    Hdf5Type type() {
        return type;
    }

    /** Returns the lengths that the file holds, which may be less than those of unlimited dimensions. */
    long[] shape() {
        return shape.clone();
    }

    /** Tells whether the file lets an axis grow. */
    boolean unlimited(int axis) {
        long[] most = dataset.getMaxSize();
        return axis < most.length && most[axis] == -1;
    }

    /** Returns the filters in the order of writing. */
    List<Hdf5Filter> filters() {
        return filters;
    }

    /** Returns the shape of a chunk, or nothing where the elements do not lie in chunks. */
    Optional<long[]> chunk() {
        return dataset instanceof ChunkedDataset chunked
                ? Optional.of(Arrays.stream(chunked.getChunkDimensions())
                        .mapToLong(Integer::toUnsignedLong)
                        .toArray())
                : Optional.empty();
    }

    /** Returns the bytes of the fill value; an empty array stands for zero. */
    byte[] fill() {
        if (header.hasMessageOfType(FillValueMessage.class)) {
            FillValueMessage message = header.getMessageOfType(FillValueMessage.class);
            return message.isFillValueDefined() ? bytes(message.getFillValue()) : new byte[0];
        }
        if (header.hasMessageOfType(FillValueOldMessage.class)) {
            return bytes(header.getMessageOfType(FillValueOldMessage.class).getFillValue());
        }
        return new byte[0];
    }

    /** Returns where the elements lie; the chunk index is read when first needed. */
    Hdf5Layout layout() {
        Window cells = Window.whole(shape);
        if (dataset instanceof ChunkedDatasetBase chunked) {
            ChunkGrid grid = new ChunkGrid(shape, chunk().orElseThrow());
            return new ChunkedLayout(grid, new Once(() -> ChunkTable.of(ChunkLookup.chunks(chunked), grid)), filters);
        }
        if (dataset instanceof ContiguousDataset contiguous) {
            requireRoom(cells);
            return new ContiguousLayout(contiguous.getDataAddress(), cells);
        }
        return new CompactLayout(
                bytes(header.getMessageOfType(DataLayoutMessage.CompactDataLayoutMessage.class)
                        .getDataBuffer()),
                cells);
    }

    /** Refuses a stretch that is shorter than the elements; only its writer knows what lies behind it. */
    private void requireRoom(Window cells) {
        long stored = header.getMessageOfType(DataLayoutMessage.ContiguousDataLayoutMessage.class)
                .getSize();
        if (stored >= 0 && stored / Math.max(1, type.bytes()) < cells.size()) {
            throw new DamagedException(
                    "a stretch of " + stored + " bytes for " + cells.size() + " elements of " + type.bytes());
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        ByteBuffer from = buffer.duplicate();
        byte[] bytes = new byte[from.remaining()];
        from.get(bytes);
        return bytes;
    }

    /** Reads a chunk index at the first call and keeps it. */
    private static final class Once implements Supplier<ChunkTable> {
        private final Supplier<ChunkTable> source;
        private @Nullable ChunkTable table;

        Once(Supplier<ChunkTable> source) {
            this.source = source;
        }

        @Override
        public ChunkTable get() {
            if (table == null) {
                table = source.get();
            }
            return table;
        }
    }
}
