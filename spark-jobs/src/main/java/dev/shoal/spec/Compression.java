package dev.shoal.spec;

import dev.shoal.codec.Blosc;
import dev.shoal.codec.BytesCodec;
import dev.shoal.codec.Gzip;
import dev.shoal.codec.Lz4;
import dev.shoal.codec.Shuffle;
import dev.shoal.codec.Zlib;
import dev.shoal.codec.Zstd;
import dev.shoal.netcdf.ElementType;
import dev.shoal.qc.NearestName;
import dev.shoal.zarr.Codec;
import dev.shoal.zarr.ZarrFormat;
import java.io.Serializable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How chunks are compressed; the byte shuffle goes before every compressor. In version 3 it is part of {@code blosc},
 * so there {@code zstd}, {@code zlib} and {@code lz4} mean {@code blosc} with them inside, and {@code gzip}, which
 * readers know alone, goes without.
 *
 * @param name one of {@link #NAMES}
 * @param level of the compressor; ignored by those without levels
 */
public record Compression(String name, int level) implements Serializable {

    /** What can be asked for. */
    public static final List<String> NAMES = List.of(
            "zstd",
            "zlib",
            "gzip",
            "lz4",
            "none",
            "blosc-zstd",
            "blosc-lz4",
            "blosc-lz4hc",
            "blosc-zlib",
            "blosc-blosclz");

    /** What is used where nothing is asked. */
    public static final Compression STANDARD = new Compression("zstd", 3);

    private static final String BLOSC = "blosc-";
    private static final Pattern FORM = Pattern.compile("((?:blosc-)?[a-z0-9]+?)(?:[ -](\\d{1,2}))?");

    /** Reads a name with an optional level, such as {@code zstd} or {@code zlib-5}. */
    public static Compression parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || !NAMES.contains(matcher.group(1))) {
            throw new IllegalArgumentException("no codec of that name." + NearestName.hint(text, NAMES));
        }
        int level = matcher.group(2) == null ? STANDARD.level : Integer.parseInt(matcher.group(2));
        int most = matcher.group(1).equals("zstd") ? 19 : 9;
        if (level < 1 || level > most) {
            throw new IllegalArgumentException("level " + level + " is not from 1 to " + most + ".");
        }
        return new Compression(matcher.group(1), level);
    }

    /** Returns the codec for elements of a type in a version of the format. */
    public Codec codec(ElementType type, ZarrFormat format) {
        if (name.equals("none")) {
            return Codec.NONE;
        }
        if (name.startsWith(BLOSC)) {
            return blosc(name.substring(BLOSC.length()), level, type);
        }
        return format == ZarrFormat.V2 ? codec(type) : codecOfV3(type);
    }

    private Codec codecOfV3(ElementType type) {
        if (name.equals("gzip")) {
            return Codec.of(new Gzip(level));
        }
        if (name.equals("zstd") && type.bytes() == 1) {
            return Codec.of(new Zstd(level));
        }
        return blosc(name, name.equals("zstd") ? Math.min(9, (level + 1) / 2) : level, type);
    }

    private static Codec blosc(String inside, int level, ElementType type) {
        return Codec.of(new Blosc(inside, level, Blosc.BYTE_SHUFFLE, type.bytes()));
    }

    private Codec codec(ElementType type) {
        BytesCodec compressor = switch (name) {
            case "zlib" -> new Zlib(level);
            case "gzip" -> new Gzip(level);
            case "lz4" -> new Lz4();
            default -> new Zstd(level);
        };
        return type.bytes() > 1 ? Codec.of(new Shuffle(type.bytes()), compressor) : Codec.of(compressor);
    }
}
