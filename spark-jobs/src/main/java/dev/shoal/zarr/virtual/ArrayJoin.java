package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.plan.ChunkGrid;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes one array of the same one in several files.
 *
 * @param dimension along which files are put one behind the other
 * @param files in their order
 * @param parts the array in each of them
 * @param conflicts receives what does not agree
 * @param notes receives what is left out
 */
record ArrayJoin(
        String dimension,
        List<VirtualFile> files,
        List<VirtualArray> parts,
        Consumer<Conflict> conflicts,
        Consumer<String> notes) {

    /** Returns the array, or nothing where the parts do not agree. */
    Optional<VirtualArray> joined() {
        VirtualArray first = parts.get(0);
        boolean agree = true;
        for (int i = 1; i < parts.size(); i++) {
            agree &= agrees(first, parts.get(i), files.get(i));
        }
        if (!agree) {
            return Optional.empty();
        }
        int axis = first.axis(dimension);
        Attributes common = first.attributes();
        for (VirtualArray part : parts) {
            common = Agreement.common(common, part.attributes());
        }
        noteLoss(first.attributes(), common);
        VirtualArray like = first.with(common).with(fill());
        if (axis < 0) {
            return Optional.of(like);
        }
        return first.isInline() ? held(like, axis) : appended(like, axis);
    }

    private void noteLoss(Attributes first, Attributes common) {
        for (Attribute attribute : first.list()) {
            if (common.find(attribute.name()).isEmpty()) {
                notes.accept("Attribute " + parts.get(0).path() + ":" + attribute.name()
                        + " is left out: it is not the same in every file.");
            }
        }
    }

    /** Where some parts have every chunk they say no fill value; that of the others is theirs too. */
    private List<Number> fill() {
        return parts.stream()
                .map(VirtualArray::fill)
                .filter(fill -> !fill.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private boolean agrees(VirtualArray first, VirtualArray part, VirtualFile file) {
        return sameText(file, "the type", part.type().dtype(), first.type().dtype())
                && sameText(file, "the dimensions", part.dimensions(), first.dimensions())
                && sameText(file, "the other lengths", lengths(part), lengths(first))
                && sameText(file, "the filters", filters(part), filters(first))
                && sameText(file, "storage", storage(part), storage(first))
                && sameFill(first, part, file)
                && sameMeaning(first, part, file)
                && sameValues(first, part, file);
    }

    private boolean sameText(VirtualFile file, String what, Object found, Object expected) {
        if (found.equals(expected)) {
            return true;
        }
        conflicts.accept(conflict(file, what, found.toString(), expected.toString()));
        return false;
    }

    private Conflict conflict(VirtualFile file, String what, String found, String expected) {
        return new Conflict(
                file.source().location(),
                parts.get(0).path(),
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

    /** Levels of compression may differ: the bytes say all that decoding needs. */
    private static List<String> filters(VirtualArray array) {
        return array.codecs().stream()
                .map(codec -> codec.compresses() ? codec.id() : codec.toString())
                .toList();
    }

    private static String storage(VirtualArray array) {
        return array.isInline() ? "held in the store, as it is small" : "in chunks of the file";
    }

    private boolean sameFill(VirtualArray first, VirtualArray part, VirtualFile file) {
        List<Number> known = fill();
        boolean same = part.fill().isEmpty()
                || known.isEmpty()
                || Agreement.same(part.fill().get(0), known.get(0));
        if (!same) {
            conflicts.accept(conflict(
                    file, "the fill value", part.fill().toString(), first.fill().toString()));
        }
        return same;
    }

    private boolean sameMeaning(VirtualArray first, VirtualArray part, VirtualFile file) {
        Optional<String> name = Agreement.difference(first.attributes(), part.attributes());
        name.ifPresent(differing -> conflicts.accept(conflict(
                file,
                "attribute " + differing,
                Agreement.text(part.attributes(), differing),
                Agreement.text(first.attributes(), differing))));
        return name.isEmpty();
    }

    private boolean sameValues(VirtualArray first, VirtualArray part, VirtualFile file) {
        if (first.axis(dimension) >= 0 || first.digest().equals(part.digest())) {
            return true;
        }
        conflicts.accept(
                conflict(file, "values", "other ones", "the same, as the variable does not go along " + dimension));
        return false;
    }

    /** Puts values that the store holds itself one behind the other. */
    private Optional<VirtualArray> held(VirtualArray like, int axis) {
        if (axis != 0) {
            conflicts.accept(conflict(
                    files.get(0),
                    "an array held in the store",
                    like.type().dtype() + " with " + dimension + " as axis " + axis,
                    "it as the first axis; leave the variable out,"));
            return Optional.empty();
        }
        long[] shape = like.grid().shape().clone();
        shape[0] = parts.stream().mapToLong(part -> part.grid().shape()[0]).sum();
        long[] chunk = Arrays.stream(shape).map(length -> Math.max(1, length)).toArray();
        ChunkGrid grid = new ChunkGrid(shape, chunk);
        ChunkReferences references =
                grid.count() == 0 ? ChunkReferences.none() : ChunkReferences.inline(HeldNumbers.joined(parts));
        return Optional.of(like.with(grid, references));
    }

    private Optional<VirtualArray> appended(VirtualArray like, int axis) {
        List<VirtualArray> aligned = aligned(axis);
        long[] chunk = aligned.get(0).grid().chunk();
        long[] shape = like.grid().shape().clone();
        shape[axis] = 0;
        for (int i = 0; i < aligned.size(); i++) {
            ChunkGrid grid = aligned.get(i).grid();
            if (!Arrays.equals(grid.chunk(), chunk)) {
                conflicts.accept(
                        conflict(files.get(i), "chunks of", Arrays.toString(grid.chunk()), Arrays.toString(chunk)));
                return Optional.empty();
            }
            if (shape[axis] % chunk[axis] != 0) {
                conflicts.accept(conflict(
                        files.get(i - 1),
                        "the length along " + dimension,
                        String.valueOf(aligned.get(i - 1).grid().shape()[axis]),
                        "a whole number of chunks of " + chunk[axis] + " in every file but the last,"));
                return Optional.empty();
            }
            shape[axis] += grid.shape()[axis];
        }
        ChunkGrid grid = new ChunkGrid(shape, chunk);
        return Optional.of(like.with(grid, new ReferenceJoin(grid, axis).joined(aligned)));
    }

    /** Chunks of plain elements that differ in length are split into what all of them are made of. */
    private List<VirtualArray> aligned(int axis) {
        BigInteger common = BigInteger.ZERO;
        boolean same = true;
        for (VirtualArray part : parts) {
            long rows = part.grid().chunk()[axis];
            same &= rows == parts.get(0).grid().chunk()[axis];
            common = common.gcd(BigInteger.valueOf(rows));
        }
        if (same || axis != 0 || !parts.stream().allMatch(ContiguousChunks::canSplit)) {
            return parts;
        }
        long rows = common.longValueExact();
        return parts.stream().map(part -> ContiguousChunks.split(part, rows)).toList();
    }
}
