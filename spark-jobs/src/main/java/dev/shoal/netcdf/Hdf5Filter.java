package dev.shoal.netcdf;

import dev.shoal.codec.ChunkDecoder;
import dev.shoal.codec.Fletcher32;
import dev.shoal.codec.Inflate;
import dev.shoal.codec.Unbitshuffle;
import dev.shoal.codec.Unblosc;
import dev.shoal.codec.Unbzip2;
import dev.shoal.codec.Unlz4;
import dev.shoal.codec.Unlzf;
import dev.shoal.codec.Unnbit;
import dev.shoal.codec.Unscaleoffset;
import dev.shoal.codec.Unshuffle;
import dev.shoal.codec.Unszip;
import dev.shoal.codec.Unzstd;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int SZIP = 4;
    private static final int NBIT = 5;
    private static final int SCALEOFFSET = 6;
    private static final int BZIP2 = 307;
    private static final int LZF = 32000;
    private static final int BLOSC = 32001;
    private static final int LZ4 = 32004;
    private static final int BITSHUFFLE = 32008;
    private static final int ZSTD = 32015;

    /** The filters that can be undone, for messages. */
    static final String KNOWN =
            "deflate, shuffle, fletcher32, szip, nbit, scaleoffset, bzip2, lzf, blosc, lz4, bitshuffle or zstd";

    private static final Map<Integer, String> NAMES = new HashMap<>(Map.ofEntries(
            Map.entry(DEFLATE, "deflate"),
            Map.entry(SHUFFLE, "shuffle"),
            Map.entry(FLETCHER32, "fletcher32"),
            Map.entry(SZIP, "szip"),
            Map.entry(NBIT, "nbit"),
            Map.entry(SCALEOFFSET, "scaleoffset"),
            Map.entry(BZIP2, "bzip2"),
            Map.entry(LZF, "lzf"),
            Map.entry(BLOSC, "blosc"),
            Map.entry(LZ4, "lz4"),
            Map.entry(32006, "jpeg-xr"),
            Map.entry(BITSHUFFLE, "bitshuffle"),
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
        return switch (id) {
            case DEFLATE, SHUFFLE, FLETCHER32, SZIP, NBIT, SCALEOFFSET, BZIP2, LZF, BLOSC, LZ4, BITSHUFFLE, ZSTD ->
                true;
            default -> false;
        };
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
            case SZIP -> new Unszip(data);
            case NBIT -> new Unnbit(data);
            case SCALEOFFSET -> new Unscaleoffset(data);
            case BZIP2 -> new Unbzip2();
            case LZF -> new Unlzf();
            case BLOSC -> new Unblosc();
            case LZ4 -> new Unlz4();
            case BITSHUFFLE -> new Unbitshuffle(parameter(2, elementBytes), parameter(3, 0), parameter(4, 0));
            case ZSTD -> new Unzstd();
            default -> throw new IllegalStateException("Cannot undo the filter " + name + ".");
        };
    }

    /** Returns the same as other packages know it. */
    StoredFilter stored() {
        return new StoredFilter(id, name, Arrays.stream(data).boxed().toList());
    }

    private int parameter(int number, int otherwise) {
        return number < data.length ? data[number] : otherwise;
    }
}
