package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.ChunkGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form of an array of which some chunks are copied: that of most of its cells where those can stay as they are,
 * else decoded values.
 *
 * @param parts the array in each file
 * @param axis along which files are put one behind the other
 */
record CopyForm(List<VirtualArray> parts, int axis) {

    /** Chunks that are all copied are cut down to this, decoded. */
    private static final long MOST_CHUNK_BYTES = 64 << 20;

    private static final int ZSTD_LEVEL = 3;

    /** Returns the codecs of chunks that are copied where none stays. */
    static List<VirtualCodec> codecs(ElementType type) {
        VirtualCodec zstd = new VirtualCodec("zstd", Map.of("level", ZSTD_LEVEL), true);
        return type.bytes() < 2
                ? List.of(zstd)
                : List.of(new VirtualCodec("shuffle", Map.of("elementsize", type.bytes()), false), zstd);
    }

    /** Where some parts have every chunk they say no fill value; that of the others is theirs too. */
    static List<Number> fill(List<VirtualArray> parts) {
        return parts.stream()
                .map(VirtualArray::fill)
                .filter(fill -> !fill.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Tells whether a part can be of an array with this fill value: none of its values could be taken for it. */
    static boolean isOfFill(VirtualArray part, List<Number> fill) {
        if (fill.isEmpty() || part.fill().isEmpty()) {
            return fill.isEmpty() == part.fill().isEmpty()
                    || isNaN(fill.isEmpty() ? part.fill() : fill)
                    || StoredFill.isDefault(
                            part.type().element(), fill.isEmpty() ? part.fill().get(0) : fill.get(0));
        }
        return Agreement.same(part.fill().get(0), fill.get(0));
    }

    private static boolean isNaN(List<Number> fill) {
        return Double.isNaN(fill.get(0).doubleValue());
    }

    /** Returns the array, without references; its grid is that of all parts together. */
    VirtualArray array() {
        boolean packed = parts.stream()
                .anyMatch(part -> Agreement.packing(parts.get(0).attributes(), part.attributes())
                        .isPresent());
        return packed ? decoded() : asStored();
    }

    /** Tells whether values have to be decoded. */
    static boolean isDecoded(VirtualArray form, List<VirtualArray> parts) {
        return parts.stream()
                .anyMatch(part ->
                        Agreement.packing(form.attributes(), part.attributes()).isPresent());
    }

    private VirtualArray decoded() {
        ElementType type = unpackedType();
        VirtualArray like = most(parts);
        return like.with(List.of(Double.NaN))
                .with(Agreement.unpacked(like.attributes()))
                .with(new VirtualType(type, false), codecs(type))
                .with(whole(small(like.grid(), type)), ChunkReferences.nowhere());
    }

    private VirtualArray asStored() {
        ElementType type = commonType();
        List<VirtualArray> candidates = parts.stream()
                .filter(part ->
                        part.type().element() == type && !part.references().isNowhere() && !part.isInline())
                .toList();
        List<Number> fill = fill(candidates.isEmpty() ? parts : candidates);
        List<VirtualArray> alike =
                candidates.stream().filter(part -> isOfFill(part, fill)).toList();
        if (alike.isEmpty()) {
            VirtualArray like = most(parts);
            return like.with(fill.isEmpty() ? fill(parts) : fill)
                    .with(new VirtualType(type, false), codecs(type))
                    .with(whole(small(like.grid(), type)), ChunkReferences.nowhere());
        }
        VirtualArray like = most(alike);
        return like.with(fill.isEmpty() ? fill(parts) : fill).with(whole(like.grid()), ChunkReferences.nowhere());
    }

    /** Returns a part of the form that most cells have. */
    private static VirtualArray most(List<VirtualArray> parts) {
        Map<List<Object>, Long> cells = new HashMap<>();
        for (VirtualArray part : parts) {
            cells.merge(form(part), Arrays.stream(part.grid().shape()).reduce(1, (a, b) -> a * b), Long::sum);
        }
        long most = cells.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return parts.stream()
                .filter(part -> cells.getOrDefault(form(part), 0L) == most)
                .findFirst()
                .orElse(parts.get(0));
    }

    /** Returns what chunks that stay have in common. */
    static List<Object> form(VirtualArray part) {
        return List.of(
                part.type().dtype(),
                ArrayAgreement.filters(part),
                Arrays.stream(part.grid().chunk()).boxed().toList());
    }

    private ChunkGrid whole(long[] chunk) {
        long[] shape = parts.get(0).grid().shape().clone();
        shape[axis] =
                parts.stream().mapToLong(part -> part.grid().shape()[axis]).sum();
        return new ChunkGrid(shape, chunk);
    }

    private ChunkGrid whole(ChunkGrid one) {
        return whole(one.chunk());
    }

    /** Halves chunks along their first long axes until one is small enough. */
    private static long[] small(ChunkGrid grid, ElementType type) {
        long[] chunk = grid.chunk().clone();
        for (int at = 0; at < chunk.length; at++) {
            while (chunk[at] > 1 && bytes(chunk, type) > MOST_CHUNK_BYTES) {
                chunk[at] = (chunk[at] + 1) / 2;
            }
        }
        return chunk;
    }

    private static double bytes(long[] chunk, ElementType type) {
        return Arrays.stream(chunk).mapToDouble(length -> length).reduce(type.bytes(), (a, b) -> a * b);
    }

    /** Unpacked values are of the type of their scale and offset (CF 1.11, section 8.1). */
    private ElementType unpackedType() {
        boolean wide = parts.stream().anyMatch(CopyForm::unpacksToDouble);
        return wide ? ElementType.DOUBLE : ElementType.FLOAT;
    }

    private static boolean unpacksToDouble(VirtualArray part) {
        ElementType type = part.type().element();
        Attributes said = part.attributes();
        boolean wide = type == ElementType.DOUBLE || (type.bytes() >= Integer.BYTES && type != ElementType.FLOAT);
        for (String name : List.of("scale_factor", "add_offset")) {
            Optional<Attribute> number = said.find(name);
            wide |= number.isPresent() && number.get().type() != ElementType.FLOAT;
        }
        return wide;
    }

    /** Returns the narrowest type that holds the numbers of all parts. */
    private ElementType commonType() {
        ElementType common = parts.get(0).type().element();
        for (VirtualArray part : parts) {
            common = common(common, part.type().element());
        }
        return common;
    }

    private static ElementType common(ElementType one, ElementType other) {
        if (one == other) {
            return one;
        }
        if (isReal(one) || isReal(other)) {
            boolean floats = (one == ElementType.FLOAT || one.bytes() <= Short.BYTES)
                    && (other == ElementType.FLOAT || other.bytes() <= Short.BYTES);
            return floats ? ElementType.FLOAT : ElementType.DOUBLE;
        }
        if (one.isUnsigned() == other.isUnsigned()) {
            return one.bytes() > other.bytes() ? one : other;
        }
        int signed = one.isUnsigned() ? other.bytes() : one.bytes();
        int unsigned = one.isUnsigned() ? one.bytes() : other.bytes();
        int bytes = Math.max(signed, unsigned * 2);
        List<ElementType> types =
                new ArrayList<>(List.of(ElementType.SHORT, ElementType.INT, ElementType.LONG, ElementType.DOUBLE));
        types.removeIf(type -> type != ElementType.DOUBLE && type.bytes() < bytes);
        return types.get(0);
    }

    private static boolean isReal(ElementType type) {
        return type == ElementType.FLOAT || type == ElementType.DOUBLE;
    }
}
