package dev.shoal.zarr.virtual;

import dev.shoal.plan.ChunkGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells in what the same array differs between files.
 *
 * @param dimension along which files are put one behind the other
 * @param files in their order
 * @param parts the array in each of them
 */
record ArrayAgreement(String dimension, List<VirtualFile> files, List<VirtualArray> parts) {

    private VirtualArray first() {
        return parts.get(0);
    }

    /** Returns the first difference of each file that no copy can mend. */
    List<Conflict> ofMeaning() {
        List<Conflict> found = new ArrayList<>();
        List<Number> fill = CopyForm.fill(parts);
        for (int i = 1; i < parts.size(); i++) {
            VirtualArray part = parts.get(i);
            int file = i;
            different(file, "the dimensions", part.dimensions(), first().dimensions())
                    .or(() -> different(file, "the other lengths", lengths(part), lengths(first())))
                    .or(() -> kind(file, part))
                    .or(() -> attribute(file, Agreement.difference(first().attributes(), part.attributes())))
                    .or(() -> staticArray(file, part, fill))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** Returns the first difference of each file that a copy mends. */
    List<Conflict> ofStorage() {
        List<Conflict> found = new ArrayList<>();
        List<Number> fill = CopyForm.fill(parts);
        for (int i = 0; i < parts.size(); i++) {
            VirtualArray part = parts.get(i);
            int file = i;
            place(file, part)
                    .or(() -> different(
                            file,
                            "the type",
                            part.type().dtype(),
                            first().type().dtype()))
                    .or(() -> different(file, "the filters", filters(part), filters(first())))
                    .or(() -> different(file, "storage", storage(part), storage(first())))
                    .or(() -> fill(file, part, fill))
                    .or(() -> attribute(file, Agreement.packing(first().attributes(), part.attributes())))
                    .ifPresent(found::add);
        }
        return found;
    }

    /**
     * Returns the first file whose chunks do not fall into those of all together.
     *
     * @param grid the chunks of all together
     */
    Optional<Conflict> ofChunks(ChunkGrid grid) {
        int axis = first().axis(dimension);
        long start = 0;
        for (int i = 0; i < parts.size(); i++) {
            ChunkGrid own = parts.get(i).grid();
            if (!Arrays.equals(own.chunk(), grid.chunk()) && !isSplit(parts.get(i), grid)) {
                return Optional.of(conflict(i, "chunks of", Arrays.toString(own.chunk()), text(grid)));
            }
            if (start % grid.chunk()[axis] != 0) {
                return Optional.of(conflict(
                        i - 1,
                        "the length along " + dimension,
                        String.valueOf(parts.get(i - 1).grid().shape()[axis]),
                        "a whole number of chunks of " + grid.chunk()[axis] + " in every file but the last,"));
            }
            start += own.shape()[axis];
        }
        return Optional.empty();
    }

    private static String text(ChunkGrid grid) {
        return Arrays.toString(grid.chunk());
    }

    /** Tells whether the chunks of a part are made of whole ones of a grid. */
    static boolean isSplit(VirtualArray part, ChunkGrid grid) {
        long[] own = part.grid().chunk().clone();
        if (!ContiguousChunks.canSplit(part) || own[0] % grid.chunk()[0] != 0) {
            return false;
        }
        own[0] = grid.chunk()[0];
        return Arrays.equals(own, grid.chunk());
    }

    private Optional<Conflict> different(int file, String what, Object found, Object expected) {
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of(conflict(file, what, found.toString(), expected.toString()));
    }

    Conflict conflict(int file, String what, String found, String expected) {
        return new Conflict(
                files.get(file).source().location(),
                first().path(),
                what,
                found,
                expected + " as in " + files.get(0).source().location());
    }

    private List<Long> lengths(VirtualArray array) {
        List<Long> lengths = new ArrayList<>();
        for (int axis = 0; axis < array.grid().rank(); axis++) {
            if (axis != array.axis(dimension)) {
                lengths.add(array.grid().shape()[axis]);
            }
        }
        return lengths;
    }

    /** Numbers of any type can be made those of another; texts and characters cannot. */
    private Optional<Conflict> kind(int file, VirtualArray part) {
        boolean numbers =
                part.type().element().isNumeric() && first().type().element().isNumeric();
        return numbers
                ? Optional.empty()
                : different(
                        file,
                        "the type",
                        part.type().element().toString(),
                        first().type().element().toString());
    }

    private Optional<Conflict> attribute(int file, Optional<String> name) {
        return name.map(differing -> conflict(
                file,
                "attribute " + differing,
                Agreement.text(parts.get(file).attributes(), differing),
                Agreement.text(first().attributes(), differing)));
    }

    private Optional<Conflict> staticArray(int file, VirtualArray part, List<Number> fill) {
        if (first().axis(dimension) >= 0) {
            return Optional.empty();
        }
        Optional<Conflict> packing = different(
                        file, "the type", part.type().element(), first().type().element())
                .or(() -> attribute(file, Agreement.packing(first().attributes(), part.attributes())))
                .or(() -> fill(file, part, fill));
        return packing.isPresent() || first().digest().equals(part.digest())
                ? packing
                : Optional.of(conflict(
                        file, "values", "other ones", "the same, as the variable does not go along " + dimension));
    }

    private Optional<Conflict> place(int file, VirtualArray part) {
        return part.references().isNowhere()
                ? Optional.of(new Conflict(
                        files.get(file).source().location(),
                        first().path(),
                        "chunks",
                        "that cannot be referred to",
                        "chunks that Zarr can read where they are"))
                : Optional.empty();
    }

    /** Levels of compression may differ: the bytes say all that decoding needs. */
    static List<String> filters(VirtualArray array) {
        return array.codecs().stream()
                .map(codec -> codec.compresses() ? codec.id() : codec.toString())
                .toList();
    }

    private static String storage(VirtualArray array) {
        return array.isInline() ? "held in the store, as it is small" : "in chunks of the file";
    }

    /** A file without a fill value may have any number as a value, netCDF's default fill apart. */
    private Optional<Conflict> fill(int file, VirtualArray part, List<Number> known) {
        return CopyForm.isOfFill(part, known)
                ? Optional.empty()
                : Optional.of(conflict(file, "the fill value", part.fill().toString(), known.toString()));
    }
}
