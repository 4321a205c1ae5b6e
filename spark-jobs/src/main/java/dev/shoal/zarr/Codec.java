package dev.shoal.zarr;

import dev.shoal.codec.Blosc;
import dev.shoal.codec.BytesCodec;
import dev.shoal.codec.Checksum;
import dev.shoal.codec.Shuffle;
import dev.shoal.netcdf.ElementType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is done to a chunk's bytes on the way to its object: filters, then at most one compressor, then (in version 3
 * alone) checksums.
 *
 * @param steps in the order of writing
 */
public record Codec(List<BytesCodec> steps) implements Serializable {

    /** The bytes as they are. */
    public static final Codec NONE = new Codec(List.of());

    /** Asks for Zstandard's own level 3, see {@link Blosc}. */
    private static final int STANDARD_LEVEL = 2;

    /** Copies the list; refuses a compressor before anything but checksums. */
    public Codec {
        steps = new ArrayList<>(steps);
        for (BytesCodec step : steps.subList(0, Math.max(0, steps.size() - 1))) {
            boolean last = steps.subList(steps.indexOf(step) + 1, steps.size()).stream()
                    .allMatch(Checksum.class::isInstance);
            if (step.compresses() && !last) {
                throw new IllegalArgumentException(
                        "codec " + step.id() + " before the last step, expected compressors to be last");
            }
        }
    }

    /** Makes a codec of steps in the order of writing. */
    public static Codec of(BytesCodec... steps) {
        return new Codec(Arrays.asList(steps));
    }

    /**
     * Returns what is used where nothing is asked, in both versions of the format: shuffled bytes in Zstandard of level
     * 3, as {@code blosc}.
     *
     * <p>The filter {@code shuffle} before the compressor {@code zstd} would be the same thing in two steps, of which
     * version 3 has not the first, GDAL 3.6 refuses it, and jzarr passes over filters without a word. {@code blosc} is
     * read by all of them.
     */
    public static Codec standard(ElementType type) {
        return standard(DataType.of(type));
    }

    /** Returns what is used where nothing is asked, for elements that lie in bytes in this way. */
    static Codec standard(DataType type) {
        return of(Blosc.of("zstd", STANDARD_LEVEL, Blosc.BYTE_SHUFFLE, type.shuffledBytes()));
    }

    /** Returns the same with the bytes of an element in every step that shuffles them and was not told. */
    Codec forElements(int bytes) {
        List<BytesCodec> told = new ArrayList<>();
        for (BytesCodec step : steps) {
            boolean untold = step instanceof Blosc blosc && blosc.elementBytes() == 0;
            told.add(untold ? ((Blosc) step).withElementBytes(bytes) : step);
        }
        return new Codec(told);
    }

    /** Returns the steps before the compressor. */
    public List<BytesCodec> filters() {
        return steps.stream().filter(step -> !step.compresses()).toList();
    }

    /** Returns the compressor alone, or an empty list. */
    public List<BytesCodec> compressor() {
        return steps.stream().filter(BytesCodec::compresses).toList();
    }

    /** Tells whether a step changes numbers; others change bytes. */
    static boolean onNumbers(BytesCodec step) {
        return !step.compresses() && !(step instanceof Shuffle) && !(step instanceof Checksum);
    }

    /** Tells whether documents of a version can say these steps in their order. */
    boolean isFor(ZarrFormat format) {
        boolean compressed = false;
        boolean bytes = false;
        boolean fits = true;
        for (BytesCodec step : steps) {
            fits &= format == ZarrFormat.V2 ? !compressed : !(bytes && onNumbers(step));
            compressed |= step.compresses();
            bytes |= !onNumbers(step);
        }
        return fits;
    }

    /** Tells whether every step can be written. */
    public boolean writes() {
        return steps.stream().allMatch(BytesCodec::writes);
    }

    /**
     * Encodes.
     *
     * @param decoded not changed; may be returned
     */
    byte[] encode(byte[] decoded) {
        byte[] bytes = decoded;
        for (BytesCodec step : steps) {
            bytes = step.encode(bytes);
        }
        return bytes;
    }
}
