package dev.shoal.netcdf;

import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One dataset of an HDF5 file: its shape, type, attributes and layout. */
final class Hdf5Dataset {

    private static final int FILL_DEFINED = 32;

    private final String path;
    private final long address;
    private final Hdf5Messages object;
    private final Hdf5Bytes storage;
    private final Hdf5Attributes attributes;
    private final Hdf5Datatype type;
    private final Hdf5Space space;
    private final Hdf5LayoutMessage layout;
    private final List<Hdf5Filter> filters;
    private final boolean scale;
    private final boolean variable;

    /**
     * Reads the header of a dataset.
     *
     * @param path by which it was found
     */
    Hdf5Dataset(String path, long address, Hdf5Messages object, Hdf5Bytes storage, Hdf5Attributes attributes) {
        this.path = path;
        this.address = address;
        this.object = object;
        this.storage = storage;
        this.attributes = attributes;
        this.type = Hdf5TypeReader.read(object.require(Hdf5Messages.DATA_TYPE, "a type"));
        this.space = Hdf5Space.read(object.require(Hdf5Messages.DATA_SPACE, "a shape"), storage);
        this.layout = Hdf5LayoutMessage.read(object.require(Hdf5Messages.LAYOUT, "a layout"), storage);
        this.filters = object.find(Hdf5Messages.FILTERS).map(Hdf5Filter::all).orElse(List.of());
        this.scale = Hdf5Names.isScale(attributes);
        this.variable = !scale || !Hdf5Names.isBare(attributes);
        if (layout.kind() == Hdf5LayoutMessage.Kind.CHUNKED && layout.chunk().length != space.shape().length) {
            throw new DamagedException(
                    "a chunk of " + layout.chunk().length + " axes in a dataset of " + space.shape().length);
        }
    }

    /** Returns the same dataset under another path. */
    Hdf5Dataset at(String otherPath) {
        return new Hdf5Dataset(otherPath, address, object, storage, attributes);
    }

    String path() {
        return path;
    }

    /** Returns the last part of the path. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    long address() {
        return address;
    }

    /** Tells whether the dataset stands for a dimension. */
    boolean isScale() {
        return scale;
    }

    /** Tells whether the dataset is a variable, be it a dimension or not. */
    boolean isVariable() {
        return variable;
    }

    Hdf5Attributes attributes() {
        return attributes;
    }

    Hdf5Datatype type() {
        return type;
    }

    /** Returns the lengths that the file holds, which may be less than those of unlimited dimensions. */
    long[] shape() {
        return space.shape().clone();
    }

    /** Tells whether the file lets an axis grow. */
    boolean unlimited(int axis) {
        return space.most()[axis] == Hdf5Space.UNLIMITED;
    }

    /** Returns the filters in the order of writing. */
    List<Hdf5Filter> filters() {
        return filters;
    }

    /** Returns the shape of a chunk, or nothing where the elements do not lie in chunks. */
    Optional<long[]> chunk() {
        return layout.kind() == Hdf5LayoutMessage.Kind.CHUNKED
                ? Optional.of(layout.chunk().clone())
                : Optional.empty();
    }

    /** Returns what keeps the elements from being read, with its article; or nothing. */
    Optional<String> obstacle() {
        if (layout.kind() == Hdf5LayoutMessage.Kind.VIRTUAL) {
            return Optional.of("a virtual dataset, whose elements lie in other datasets");
        }
        return object.has(Hdf5Messages.EXTERNAL)
                ? Optional.of("external storage, whose elements lie in other files")
                : Optional.empty();
    }

    /** Returns the bytes of the fill value; an empty array stands for zero. */
    byte[] fill() {
        Optional<ByteBuffer> message = object.find(Hdf5Messages.FILL);
        if (message.isEmpty()) {
            return object.find(Hdf5Messages.OLD_FILL)
                    .map(old -> bytes(old, old.getInt()))
                    .orElse(new byte[0]);
        }
        ByteBuffer from = message.get();
        int version = from.get();
        int flags = from.get();
        if (version >= 3) {
            return (flags & FILL_DEFINED) == 0 ? new byte[0] : bytes(from, from.getInt());
        }
        from.get();
        boolean defined = from.get() != 0;
        return version == 1 || defined
                ? bytes(from, from.remaining() < Integer.BYTES ? 0 : from.getInt())
                : new byte[0];
    }

    private static byte[] bytes(ByteBuffer from, int length) {
        if (length > from.remaining()) {
            throw new DamagedException("a fill value of " + length + " bytes where " + from.remaining() + " are left");
        }
        byte[] bytes = new byte[Math.max(0, length)];
        from.get(bytes);
        return bytes;
    }

    /** Returns where the elements lie; the chunk index is read when first needed. */
    Hdf5Layout layout() {
        Window cells = Window.whole(space.shape());
        return switch (layout.kind()) {
            case CHUNKED -> {
                ChunkGrid grid = new ChunkGrid(space.shape(), layout.chunk());
                Hdf5ChunkIndex index = new Hdf5ChunkIndex(storage, layout, space, type.bytes(), filters.size());
                yield new ChunkedLayout(grid, new Once(() -> index.table()), filters);
            }
            case CONTIGUOUS -> {
                requireRoom(cells);
                yield new ContiguousLayout(layout.address(), cells);
            }
            case COMPACT -> new CompactLayout(layout.inline(), cells);
            case VIRTUAL -> throw new UnknownKindException("a virtual dataset");
        };
    }

    /** Refuses a stretch that is shorter than the elements; only its writer knows what lies behind it. */
    private void requireRoom(Window cells) {
        long stored = layout.stored();
        if (stored >= 0 && stored / Math.max(1, type.bytes()) < cells.size()) {
            throw new DamagedException(
                    "a stretch of " + stored + " bytes for " + cells.size() + " elements of " + type.bytes());
        }
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
