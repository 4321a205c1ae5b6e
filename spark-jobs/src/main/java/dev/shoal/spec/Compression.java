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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How chunks are compressed.
 *
 * <p>{@code blosc-NAME} shuffles bytes and compresses them in one codec that every reader of either version knows.
 * {@code NAME} compresses alone. {@code shuffle-NAME} puts numcodecs' filter before it, which is Zarr v2 and which
 * zarr-python and zarrita undo; GDAL 3.6 refuses it, and jzarr passes over it and shows wrong values.
 *
 * @param name one of {@link #NAMES}
 * @param level of the compressor; ignored by those without levels
 */
public record Compression(String name, int level) implements Serializable {

    private static final String BLOSC = "blosc-";
    private static final String SHUFFLE = "shuffle-";
    private static final List<String> ALONE = List.of("zstd", "zlib", "gzip", "lz4");

    /** Those that Zarr v3 specifies by themselves. */
    private static final List<String> ALONE_IN_V3 = List.of("zstd", "gzip");

    /** What can be asked for. */
    public static final List<String> NAMES = Stream.of(
                    Blosc.WRITABLE.stream().map(BLOSC::concat),
                    ALONE.stream(),
                    ALONE.stream().map(SHUFFLE::concat),
                    Stream.of("none"))
            .flatMap(names -> names)
            .toList();

    /** What is used where nothing is asked; blosc's level 2 is Zstandard's 3. See {@link Codec#standard}. */
    public static final Compression STANDARD = new Compression("blosc-zstd", 2);

    private static final int USUAL_LEVEL = 3;
    private static final Pattern FORM = Pattern.compile("((?:blosc-|shuffle-)?[a-z0-9]+?)(?:[ -](\\d{1,2}))?");

    /** Reads a name with an optional level, such as {@code blosc-zstd} or {@code zlib-5}. */
    public static Compression parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || !NAMES.contains(matcher.group(1))) {
            throw new IllegalArgumentException("no codec of that name." + NearestName.hint(text, NAMES));
        }
        String name = matcher.group(1);
        if (matcher.group(2) == null) {
            return name.equals(STANDARD.name) ? STANDARD : new Compression(name, USUAL_LEVEL);
        }
        int level = Integer.parseInt(matcher.group(2));
        int most = name.endsWith("zstd") && !name.startsWith(BLOSC) ? 19 : 9;
        if (level < 1 || level > most) {
            throw new IllegalArgumentException("level " + level + " is not from 1 to " + most + ".");
        }
        return new Compression(name, level);
    }

    /** Tells whether documents of a version of the format can name this. */
    public boolean isFor(ZarrFormat format) {
        return format == ZarrFormat.V2 || name.startsWith(BLOSC) || name.equals("none") || ALONE_IN_V3.contains(name);
    }

    /** Returns the codec for elements of a type. */
    public Codec codec(ElementType type) {
        if (name.equals("none")) {
            return Codec.NONE;
        }
        if (name.startsWith(BLOSC)) {
            return Codec.of(Blosc.of(name.substring(BLOSC.length()), level, type.bytes()));
        }
        List<BytesCodec> steps = new ArrayList<>();
        if (name.startsWith(SHUFFLE) && type.bytes() > 1) {
            steps.add(new Shuffle(type.bytes()));
        }
        steps.add(compressor());
        return new Codec(steps);
    }

    private BytesCodec compressor() {
        return switch (name.replace(SHUFFLE, "")) {
            case "zlib" -> new Zlib(level);
            case "gzip" -> new Gzip(level);
            case "lz4" -> new Lz4();
            default -> new Zstd(level);
        };
    }
}
