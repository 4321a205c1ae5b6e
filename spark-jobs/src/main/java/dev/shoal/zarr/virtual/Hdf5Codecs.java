package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.StoredFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * HDF5's filters in Zarr's terms, as numcodecs implements them.
 *
 * <p>Only filters whose bytes numcodecs reads as they are: lzf, bitshuffle, szip, nbit and scaleoffset have no codec
 * there, and HDF5 puts another header before lz4 than numcodecs does.
 */
final class Hdf5Codecs {

    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int FLETCHER32 = 3;
    private static final int BZIP2 = 307;
    private static final int BLOSC = 32001;
    private static final int ZSTD = 32015;

    /** Names of the codecs inside Blosc by their numbers in HDF5. */
    private static final List<String> BLOSC_NAMES = List.of("blosclz", "lz4", "lz4hc", "snappy", "zlib", "zstd");

    private static final String LEVEL = "level";
    private static final int USUAL_LEVEL = 5;

    private Hdf5Codecs() {}

    /**
     * Returns the codecs of filters.
     *
     * @param elementBytes bytes of one element
     * @throws IllegalArgumentException where a filter has no codec; says which
     */
    static List<VirtualCodec> of(List<StoredFilter> filters, int elementBytes) {
        List<VirtualCodec> codecs = new ArrayList<>();
        for (StoredFilter filter : filters) {
            if (!isIdentity(filter, elementBytes)) {
                codecs.add(codec(filter, elementBytes));
            }
        }
        return codecs;
    }

    /** Tells whether a filter changes nothing: bytes of single bytes are shuffled already. */
    static boolean isIdentity(StoredFilter filter, int elementBytes) {
        return filter.id() == SHUFFLE && parameter(filter, 0, elementBytes) <= 1;
    }

    private static VirtualCodec codec(StoredFilter filter, int elementBytes) {
        return switch (filter.id()) {
            case SHUFFLE ->
                new VirtualCodec("shuffle", Map.of("elementsize", parameter(filter, 0, elementBytes)), false);
            case DEFLATE -> new VirtualCodec("zlib", level(filter, 0, 9), true);
            case FLETCHER32 -> new VirtualCodec("fletcher32", Map.of(), false);
            case BZIP2 -> new VirtualCodec("bz2", level(filter, 1, 9), true);
            case ZSTD -> new VirtualCodec("zstd", level(filter, 1, 22), true);
            case BLOSC -> blosc(filter);
            default ->
                throw new IllegalArgumentException(filter.name() + " (number " + filter.id()
                        + "), for which Zarr has no codec, expected deflate, shuffle, fletcher32, bzip2, blosc or"
                        + " zstd");
        };
    }

    private static int parameter(StoredFilter filter, int number, int otherwise) {
        return number < filter.parameters().size() ? filter.parameters().get(number) : otherwise;
    }

    /** Levels serve the document alone: none is needed to decode. */
    private static Map<String, Object> level(StoredFilter filter, int least, int most) {
        return Map.of(LEVEL, Math.max(least, Math.min(most, parameter(filter, 0, USUAL_LEVEL))));
    }

    private static VirtualCodec blosc(StoredFilter filter) {
        int name = parameter(filter, 6, 0);
        if (name < 0 || name >= BLOSC_NAMES.size()) {
            throw new IllegalArgumentException("blosc with codec number " + name + ", expected 0 to 5");
        }
        return new VirtualCodec(
                "blosc",
                Map.of(
                        "cname", BLOSC_NAMES.get(name),
                        "clevel", parameter(filter, 4, USUAL_LEVEL),
                        "shuffle", parameter(filter, 5, 1),
                        "blocksize", 0),
                true);
    }
}
