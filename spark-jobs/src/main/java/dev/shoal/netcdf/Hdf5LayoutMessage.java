package dev.shoal.netcdf;

import java.nio.ByteBuffer;

/**
 * Where a dataset's elements lie: "HDF5 File Format Specification", section IV.A.2.i, "The Data Layout Message".
 *
 * @param kind compact, contiguous, chunked or virtual
 * @param address of the elements or of the chunk index; {@link Hdf5Bytes#NOWHERE} where nothing was written
 * @param stored bytes of contiguous elements, or of a single filtered chunk; negative where the file does not say
 * @param inline the bytes of compact elements
 * @param chunk lengths of a chunk's axes; empty unless chunked
 * @param index kind of the chunk index
 * @param wholeEdges whether chunks over an end of the dataset are filtered like the others
 * @param skipped filters that a single chunk was left out of
 */
record Hdf5LayoutMessage(
        Kind kind,
        long address,
        long stored,
        byte[] inline,
        long[] chunk,
        Index index,
        boolean wholeEdges,
        int skipped) {

    /** How elements lie. */
    enum Kind {
        COMPACT,
        CONTIGUOUS,
        CHUNKED,
        VIRTUAL
    }

    /** How the chunks are found. */
    enum Index {
        OLD_TREE,
        SINGLE,
        IMPLICIT,
        FIXED_ARRAY,
        EXTENSIBLE_ARRAY,
        TREE
    }

    private static final int MOST_AXES = 33;
    private static final int EDGES_UNFILTERED = 1;
    private static final int SINGLE_FILTERED = 2;

    /**
     * Reads a layout.
     *
     * @throws DamagedException where it is none
     */
    static Hdf5LayoutMessage read(ByteBuffer from, Hdf5Bytes storage) {
        int version = from.get();
        if (version == 1 || version == 2) {
            return old(from, storage);
        }
        if (version == 3 || version == 4) {
            return newer(from, storage, version);
        }
        if (version == 5) {
            throw new UnknownKindException("a layout of version 5, which HDF5 2.0 brought");
        }
        throw new DamagedException("a layout of version " + version);
    }

    private static Hdf5LayoutMessage old(ByteBuffer from, Hdf5Bytes storage) {
        int rank = Byte.toUnsignedInt(from.get());
        Kind kind = kind(from.get());
        from.position(from.position() + 5);
        long address = kind == Kind.COMPACT ? Hdf5Bytes.NOWHERE : storage.address(from);
        long[] lengths = lengths(from, rank, Integer.BYTES);
        if (kind == Kind.COMPACT) {
            return compact(bytes(from, Integer.toUnsignedLong(from.getInt())));
        }
        return kind == Kind.CONTIGUOUS ? contiguous(address, -1) : chunked(address, lengths, Index.OLD_TREE);
    }

    private static Hdf5LayoutMessage newer(ByteBuffer from, Hdf5Bytes storage, int version) {
        Kind kind = kind(from.get());
        return switch (kind) {
            case COMPACT -> compact(bytes(from, Short.toUnsignedInt(from.getShort())));
            case CONTIGUOUS -> {
                long address = storage.address(from);
                yield contiguous(address, storage.length(from));
            }
            case VIRTUAL ->
                new Hdf5LayoutMessage(kind, Hdf5Bytes.NOWHERE, -1, new byte[0], new long[0], Index.SINGLE, true, 0);
            case CHUNKED -> {
                if (version == 4) {
                    yield indexed(from, storage);
                }
                int rank = Byte.toUnsignedInt(from.get());
                long address = storage.address(from);
                yield chunked(address, lengths(from, rank, Integer.BYTES), Index.OLD_TREE);
            }
        };
    }

    private static Hdf5LayoutMessage indexed(ByteBuffer from, Hdf5Bytes storage) {
        int flags = from.get();
        int rank = Byte.toUnsignedInt(from.get());
        int width = from.get();
        if (width < 1 || width > Long.BYTES) {
            throw new DamagedException("a chunk whose lengths have " + width + " bytes");
        }
        long[] lengths = lengths(from, rank, width);
        int number = from.get();
        if (number < 1 || number >= Index.values().length) {
            throw new DamagedException("a chunk index of kind " + number);
        }
        Index index = Index.values()[number];
        long stored = -1;
        int skipped = 0;
        if (index == Index.SINGLE && (flags & SINGLE_FILTERED) != 0) {
            stored = storage.length(from);
            skipped = from.getInt();
        }
        int properties = switch (index) {
            case FIXED_ARRAY -> 1;
            case EXTENSIBLE_ARRAY -> 5;
            case TREE -> 6;
            default -> 0;
        };
        from.position(from.position() + properties);
        return new Hdf5LayoutMessage(
                Kind.CHUNKED,
                storage.address(from),
                stored,
                new byte[0],
                chunk(lengths),
                index,
                (flags & EDGES_UNFILTERED) == 0,
                skipped);
    }

    private static Kind kind(int number) {
        if (number < 0 || number >= Kind.values().length) {
            throw new DamagedException("a layout of kind " + number);
        }
        return Kind.values()[number];
    }

    private static Hdf5LayoutMessage compact(byte[] inline) {
        return new Hdf5LayoutMessage(
                Kind.COMPACT, Hdf5Bytes.NOWHERE, inline.length, inline, new long[0], Index.SINGLE, true, 0);
    }

    private static Hdf5LayoutMessage contiguous(long address, long stored) {
        return new Hdf5LayoutMessage(Kind.CONTIGUOUS, address, stored, new byte[0], new long[0], Index.SINGLE, true, 0);
    }

    private static Hdf5LayoutMessage chunked(long address, long[] lengths, Index index) {
        return new Hdf5LayoutMessage(Kind.CHUNKED, address, -1, new byte[0], chunk(lengths), index, true, 0);
    }

    /** The last length is that of an element. */
    private static long[] chunk(long[] lengths) {
        long[] chunk = java.util.Arrays.copyOf(lengths, Math.max(0, lengths.length - 1));
        for (long length : chunk) {
            if (length <= 0) {
                throw new DamagedException("a chunk of shape " + java.util.Arrays.toString(chunk));
            }
        }
        return chunk;
    }

    private static long[] lengths(ByteBuffer from, int rank, int width) {
        if (rank > MOST_AXES) {
            throw new DamagedException("a layout of " + rank + " axes");
        }
        long[] lengths = new long[rank];
        for (int axis = 0; axis < rank; axis++) {
            lengths[axis] = Hdf5Bytes.number(from, width);
        }
        return lengths;
    }

    private static byte[] bytes(ByteBuffer from, long length) {
        if (length > from.remaining()) {
            throw new DamagedException(length + " bytes of elements where " + from.remaining() + " are left");
        }
        byte[] bytes = new byte[(int) length];
        from.get(bytes);
        return bytes;
    }
}
