package dev.shoal.netcdf;

import com.github.luben.zstd.Zstd;
import dev.shoal.codec.ChunkDecoder;
import dev.shoal.codec.Fletcher32;
import dev.shoal.codec.Inflate;
import dev.shoal.codec.Slice;
import dev.shoal.codec.Unshuffle;
import io.jhdf.filter.Filter;
import io.jhdf.filter.Lz4Filter;
import io.jhdf.filter.LzfFilter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One filter of a variable, in the numbering of the HDF Group.
 *
 * @param id the registered number
 * @param data the filter's parameters
 * @param name as people know it
 */
record Hdf5Filter(int id, int[] data, String name) {

    static final int DEFLATE = 1;
    static final int SHUFFLE = 2;
    static final int FLETCHER32 = 3;
    private static final int LZF = 32000;
    private static final int LZ4 = 32004;
    private static final int ZSTD = 32015;

    /** The filters that can be undone, for messages. */
    static final String KNOWN = "deflate, shuffle, fletcher32, lzf, lz4 or zstd";

    private static final Map<Integer, String> NAMES = new HashMap<>(Map.ofEntries(
            Map.entry(DEFLATE, "deflate"),
            Map.entry(SHUFFLE, "shuffle"),
            Map.entry(FLETCHER32, "fletcher32"),
            Map.entry(4, "szip"),
            Map.entry(5, "nbit"),
            Map.entry(6, "scaleoffset"),
            Map.entry(307, "bzip2"),
            Map.entry(LZF, "lzf"),
            Map.entry(32001, "blosc"),
            Map.entry(LZ4, "lz4"),
            Map.entry(32008, "bitshuffle"),
            Map.entry(32013, "zfp"),
            Map.entry(ZSTD, "zstd"),
            Map.entry(32017, "sz"),
            Map.entry(32022, "granular bitround"),
            Map.entry(32026, "blosc2")));

    private static final int MOST = 32;

    /** Numbers below this are HDF5's own; their names are not stored. */
    private static final int FOREIGN = 256;

    /**
     * Reads the filters of a dataset: "HDF5 File Format Specification", section IV.A.2.l, "The Filter Pipeline
     * Message".
     *
     * @throws DamagedException where they are none
     */
    static List<Hdf5Filter> all(ByteBuffer from) {
        int version = from.get();
        int count = from.get();
        if (version < 1 || version > 2 || count < 0 || count > MOST) {
            throw new DamagedException(count + " filters of version " + version);
        }
        from.position(from.position() + (version == 1 ? 6 : 0));
        List<Hdf5Filter> filters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            filters.add(one(from, version));
        }
        return filters;
    }

    private static Hdf5Filter one(ByteBuffer from, int version) {
        int id = Short.toUnsignedInt(from.getShort());
        int nameBytes = version == 1 || id >= FOREIGN ? Short.toUnsignedInt(from.getShort()) : 0;
        from.getShort();
        int[] data = new int[Short.toUnsignedInt(from.getShort())];
        from.position(from.position() + (version == 1 ? (nameBytes + 7) / 8 * 8 : nameBytes));
        for (int i = 0; i < data.length; i++) {
            data[i] = from.getInt();
        }
        from.position(from.position() + (version == 1 && data.length % 2 == 1 ? Integer.BYTES : 0));
        return of(id, data);
    }

    /** Names a filter by its number. */
    static Hdf5Filter of(int id, int[] data) {
        return new Hdf5Filter(id, data.clone(), NAMES.getOrDefault(id, "filter " + id));
    }

    /** Tells whether the filter can be undone. */
    boolean known() {
        return id == DEFLATE || id == SHUFFLE || id == FLETCHER32 || id == LZF || id == LZ4 || id == ZSTD;
    }

    /**
     * Makes what undoes a {@link #known} filter.
     *
     * @param elementBytes bytes of one element, for shuffles without a parameter
     */
    ChunkDecoder decoder(int elementBytes) {
        return switch (id) {
            case DEFLATE -> new Inflate();
            case SHUFFLE -> new Unshuffle(data.length > 0 ? data[0] : elementBytes);
            case FLETCHER32 -> new Fletcher32();
            case LZF -> new Foreign(new LzfFilter(), data, (in, limit) -> data.length > 2 ? data[2] : -1L);
            case LZ4 -> new Foreign(new Lz4Filter(), data, Hdf5Filter::lz4Length);
            case ZSTD -> Hdf5Filter::zstd;
            default -> throw new IllegalStateException("Cannot undo the filter " + name + ".");
        };
    }

    private static long lz4Length(Slice in, int limit) {
        if (in.length() < 12) {
            return -1;
        }
        return java.nio.ByteBuffer.wrap(in.bytes(), in.offset(), 8).getLong();
    }

    private static Slice zstd(Slice in, int limit) throws IOException {
        long promised = Zstd.getFrameContentSize(in.bytes(), in.offset(), in.length());
        byte[] out = new byte[promised > 0 && promised < limit ? (int) promised : limit];
        long length = Zstd.decompressByteArray(out, 0, out.length, in.bytes(), in.offset(), in.length());
        if (Zstd.isError(length)) {
            throw new IOException("found a damaged zstd frame (" + Zstd.getErrorName(length) + ")");
        }
        return new Slice(out, 0, (int) length);
    }

    /** Tells how many bytes will come out of a chunk, before memory is taken for them. */
    @FunctionalInterface
    private interface Promise {
        long length(Slice in, int limit);
    }

    /** A filter that jhdf undoes. */
    private record Foreign(Filter filter, int[] data, Promise promise) implements ChunkDecoder {
        @Override
        public Slice decode(Slice in, int limit) throws IOException {
            long length = promise.length(in, limit);
            if (length < 0 || length > limit) {
                throw new IOException("found a chunk of " + filter.getName() + " that claims " + length
                        + " bytes, expected at most " + limit);
            }
            byte[] out = filter.decode(in.copy(), data);
            return new Slice(out, 0, out.length);
        }
    }
}
