package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.ChunkGrid;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plans one array of the same one in several files.
 *
 * @param agreement of the array in the files, in their order
 * @param copying what becomes of chunks that cannot be part of one array
 * @param conflicts receives what does not agree
 * @param notes receives what is left out, and what is copied
 */
record ArrayJoin(ArrayAgreement agreement, Copying copying, Consumer<Conflict> conflicts, Consumer<String> notes) {

    /** Returns the plan, or nothing where the parts do not agree. */
    Optional<ArrayPlan> plan() {
        List<Conflict> found = agreement.ofMeaning();
        found.forEach(conflicts);
        if (!found.isEmpty()) {
            return Optional.empty();
        }
        int axis = parts().get(0).axis(agreement.dimension());
        if (axis < 0) {
            return Optional.of(ArrayPlan.ofOne(withCommon(parts().get(0))));
        }
        List<Conflict> differences = agreement.ofStorage();
        if (differences.isEmpty()) {
            boolean held = parts().get(0).isInline();
            ChunkGrid grid = held ? ends(axis, 0) : grid(axis);
            Optional<Conflict> apart = held ? heldBehind(axis) : agreement.ofChunks(grid);
            if (apart.isEmpty()) {
                return Optional.of(held ? held(grid) : virtual(grid, axis));
            }
            differences = List.of(apart.get());
        }
        if (copying == Copying.CONFLICTS && canCopy()) {
            return Optional.of(copied(axis, differences));
        }
        differences.forEach(conflicts);
        return Optional.empty();
    }

    /** Numbers can be decoded; characters are copied as they are; texts have no length of their own. */
    private boolean canCopy() {
        ElementType type = parts().get(0).type().element();
        boolean alike = parts().stream()
                .allMatch(part -> Agreement.packing(parts().get(0).attributes(), part.attributes())
                        .isEmpty());
        return type.isNumeric() || (type == ElementType.CHAR && alike);
    }

    private List<VirtualArray> parts() {
        return agreement.parts();
    }

    private VirtualArray withCommon(VirtualArray like) {
        Attributes common = like.attributes();
        for (VirtualArray part : parts()) {
            common = Agreement.common(common, part.attributes());
        }
        for (Attribute attribute : like.attributes().list()) {
            if (common.find(attribute.name()).isEmpty()) {
                notes.accept("Attribute " + like.path() + ":" + attribute.name()
                        + " is left out: it is not the same in every file.");
            }
        }
        return like.with(common);
    }

    private VirtualArray like() {
        return withCommon(parts().get(0)).with(CopyForm.fill(parts()));
    }

    /** Values that the store holds are one chunk, which can be put one behind the other along the first axis alone. */
    private Optional<Conflict> heldBehind(int axis) {
        VirtualArray first = parts().get(0);
        return axis == 0
                ? Optional.empty()
                : Optional.of(agreement.conflict(
                        0,
                        "an array held in the store",
                        first.type().dtype() + " with " + agreement.dimension() + " as axis " + axis,
                        "it as the first axis; leave the variable out,"));
    }

    private ArrayPlan held(ChunkGrid grid) {
        ChunkReferences references =
                grid.count() == 0 ? ChunkReferences.none() : ChunkReferences.inline(HeldNumbers.joined(parts()));
        return new ArrayPlan(
                like().with(grid, references),
                "",
                new long[0],
                new boolean[parts().size()],
                ArrayPlan.Copied.NOTHING,
                List.of());
    }

    private ArrayPlan virtual(ChunkGrid grid, int axis) {
        boolean[] stays = new boolean[parts().size()];
        Arrays.fill(stays, true);
        long count =
                parts().stream().mapToLong(part -> part.references().size()).sum();
        return new ArrayPlan(
                like().with(grid, ChunkReferences.leftOut(count)),
                agreement.dimension(),
                starts(axis),
                stays,
                ArrayPlan.Copied.NOTHING,
                List.of());
    }

    private ArrayPlan copied(int axis, List<Conflict> differences) {
        VirtualArray form = new CopyForm(parts(), axis).array();
        boolean decoded = CopyForm.isDecoded(form, parts());
        boolean[] stays = new boolean[parts().size()];
        for (int i = 0; i < stays.length && !decoded; i++) {
            VirtualArray part = parts().get(i);
            stays[i] = !part.references().isNowhere()
                    && !part.isInline()
                    && CopyForm.form(part).equals(CopyForm.form(form))
                    && CopyForm.isOfFill(part, form.fill());
        }
        ArrayPlan plan = new ArrayPlan(
                withCommon(form),
                agreement.dimension(),
                starts(axis),
                stays,
                decoded ? ArrayPlan.Copied.DECODED : ArrayPlan.Copied.AS_STORED,
                parts().stream().map(VirtualArray::fill).toList());
        notes.accept("Variable " + form.path() + ": " + plan.copiedRows().length + " of " + plan.rows()
                + " rows of chunks are copied" + (decoded ? ", decoded" : "") + ", as files differ ("
                + differences.get(0).message() + ")");
        return plan;
    }

    private long[] starts(int axis) {
        long[] starts = new long[parts().size() + 1];
        for (int i = 0; i < parts().size(); i++) {
            starts[i + 1] = starts[i] + parts().get(i).grid().shape()[axis];
        }
        return starts;
    }

    private ChunkGrid ends(int axis, long chunkRows) {
        long[] shape = parts().get(0).grid().shape().clone();
        long[] chunk = parts().get(0).grid().chunk().clone();
        shape[axis] =
                parts().stream().mapToLong(part -> part.grid().shape()[axis]).sum();
        chunk[axis] = chunkRows == 0 ? Math.max(1, shape[axis]) : chunkRows;
        return new ChunkGrid(shape, chunk);
    }

    /** Chunks of plain elements that differ in length are split into what all of them are made of. */
    private ChunkGrid grid(int axis) {
        long rows = parts().get(0).grid().chunk()[axis];
        if (axis == 0 && parts().stream().allMatch(ContiguousChunks::canSplit)) {
            BigInteger common = BigInteger.ZERO;
            for (VirtualArray part : parts()) {
                common = common.gcd(BigInteger.valueOf(part.grid().chunk()[axis]));
            }
            boolean same = parts().stream().allMatch(part -> part.grid().chunk()[0] == rows);
            return ends(axis, same ? rows : common.longValueExact());
        }
        return ends(axis, rows);
    }
}
