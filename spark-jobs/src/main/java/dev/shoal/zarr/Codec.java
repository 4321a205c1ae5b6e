package dev.shoal.zarr;

import dev.shoal.codec.Blosc;
import dev.shoal.codec.BytesCodec;
import dev.shoal.codec.Shuffle;
import dev.shoal.codec.Zstd;
import dev.shoal.netcdf.ElementType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is done to a chunk's bytes on the way to its object: filters that keep their number, then at most one
 * compressor.
 *
 * @param steps in the order of writing
 */
public record Codec(List<BytesCodec> steps) implements Serializable {

    /** The bytes as they are. */
    public static final Codec NONE = new Codec(List.of());

    private static final int STANDARD_LEVEL = 3;

    /** Copies the list; refuses a compressor that is not last. */
    public Codec {
        steps = new ArrayList<>(steps);
        for (BytesCodec step : steps.subList(0, Math.max(0, steps.size() - 1))) {
            if (step.compresses()) {
                throw new IllegalArgumentException(
                        "codec " + step.id() + " before the last step, expected compressors to be last");
            }
        }
    }

    /** Makes a codec of steps in the order of writing. */
    public static Codec of(BytesCodec... steps) {
        return new Codec(Arrays.asList(steps));
    }

    /** Returns what is used where nothing is asked: the byte shuffle, then zstd of level 3. */
    public static Codec standard(ElementType type) {
        Zstd zstd = new Zstd(STANDARD_LEVEL);
        return type.bytes() > 1 ? of(new Shuffle(type.bytes()), zstd) : of(zstd);
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
