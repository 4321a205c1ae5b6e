package dev.shoal.zarr;

import dev.shoal.codec.Blosc;
import dev.shoal.codec.BytesCodec;
import dev.shoal.codec.Checksum;
import dev.shoal.codec.Delta;
import dev.shoal.codec.Gzip;
import dev.shoal.codec.Lz4;
import dev.shoal.codec.Shuffle;
import dev.shoal.codec.Zlib;
import dev.shoal.codec.Zstd;
import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.array.StoredType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A codec as a person names it for arrays of all types: steps with commas between, each with its parameters behind
 * colons, such as {@code shuffle,zstd:3} or {@code blosc:lz4:5:bitshuffle,crc32c}.
 *
 * <p>Steps that have nothing to do for a type are left out: shuffles of elements of one byte, {@code delta} of reals
 * (its sums would round) and of texts.
 */
final class CodecText {

    /** What may be said, for messages. */
    static final String EXPECTED = "none, or some of shuffle, delta, zlib[:LEVEL], gzip[:LEVEL], zstd[:LEVEL], lz4,"
            + " blosc[:CODEC[:LEVEL[:SHUFFLE]]], crc32c, transpose, with commas between";

    private static final String TRANSPOSE = "transpose";

    private CodecText() {}

    /**
     * Returns the steps for arrays of a type.
     *
     * @throws IllegalArgumentException where a step is not known, or the steps cannot follow each other so
     */
    static Codec codec(String text, DataType type) {
        List<BytesCodec> steps = new ArrayList<>();
        for (String step : text.toLowerCase(Locale.ROOT).split(",", -1)) {
            if (!step.strip().equals("none") && !step.strip().equals(TRANSPOSE)) {
                step(step.strip().split(":", -1), type).ifPresent(steps::add);
            }
        }
        return new Codec(steps);
    }

    /** Returns the order of axes in a chunk. */
    static AxisOrder order(String text) {
        for (String step : text.toLowerCase(Locale.ROOT).split(",", -1)) {
            if (step.strip().equals(TRANSPOSE)) {
                return AxisOrder.COLUMN_MAJOR;
            }
        }
        return AxisOrder.ROW_MAJOR;
    }

    private static Optional<BytesCodec> step(String[] words, DataType type) {
        int bytes = type.shuffledBytes();
        return switch (words[0]) {
            case "shuffle" -> bytes > 1 ? Optional.of(new Shuffle(bytes)) : Optional.empty();
            case "delta" -> isWhole(type) ? Optional.of(delta(type)) : Optional.empty();
            case "zlib" -> Optional.of(new Zlib(level(words, 1, 1)));
            case "gzip" -> Optional.of(new Gzip(level(words, 1, 5)));
            case "zstd" -> Optional.of(new Zstd(level(words, 1, 3)));
            case "lz4" -> Optional.of(new Lz4());
            case "blosc" -> Optional.of(blosc(words, bytes));
            case "crc32c" -> Optional.of(new Checksum(Checksum.Kind.CRC32C, Checksum.Place.END));
            case "fixedscaleoffset" ->
                throw new IllegalArgumentException("codec \"" + String.join(":", words)
                        + "\", which would round every array of the store, coordinates too, and holds no NaN; expected"
                        + " steps that keep all values. Numbers that are packed in their files stay packed");
            default -> throw unknown(words);
        };
    }

    private static boolean isWhole(DataType type) {
        return type.form() == StoredType.Form.PLAIN
                && type.element().isNumeric()
                && type.element() != ElementType.FLOAT
                && type.element() != ElementType.DOUBLE;
    }

    private static Delta delta(DataType type) {
        return new Delta(type.dtype(), type.dtype());
    }

    private static Blosc blosc(String[] words, int elementBytes) {
        String inner = words.length > 1 ? words[1] : "zstd";
        if (!Blosc.WRITABLE.contains(inner)) {
            throw new IllegalArgumentException("codec " + String.join(":", words) + " with \"" + inner
                    + "\" inside, expected one of " + Blosc.WRITABLE);
        }
        int level = level(words, 2, 2);
        if (level < 0 || level > 9) {
            throw new IllegalArgumentException("blosc level " + level + ", expected 0 to 9");
        }
        return Blosc.of(inner, level, shuffle(words), elementBytes);
    }

    private static int shuffle(String[] words) {
        return switch (words.length > 3 ? words[3] : "shuffle") {
            case "noshuffle" -> Blosc.NO_SHUFFLE;
            case "shuffle" -> Blosc.BYTE_SHUFFLE;
            case "bitshuffle" -> Blosc.BIT_SHUFFLE;
            default ->
                throw new IllegalArgumentException("codec " + String.join(":", words)
                        + ", expected noshuffle, shuffle or bitshuffle as its third parameter");
        };
    }

    private static int level(String[] words, int at, int usual) {
        if (words.length <= at || words[at].isEmpty()) {
            return usual;
        }
        if (!words[at].matches("-?[0-9]{1,6}")) {
            throw new IllegalArgumentException(
                    "codec " + String.join(":", words) + " with level \"" + words[at] + "\", expected a whole number");
        }
        return Integer.parseInt(words[at]);
    }

    private static IllegalArgumentException unknown(String[] words) {
        return new IllegalArgumentException("codec \"" + String.join(":", words) + "\", expected " + EXPECTED);
    }
}
