package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.LayoutsPlanner;
import dev.shoal.plan.RechunkBudget;
import dev.shoal.plan.RechunkCosts;
import dev.shoal.plan.RechunkPlan;
import dev.shoal.plan.RechunkPlanner;
import dev.shoal.plan.RechunkWay;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.ZarrArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/**
 * The arrays of a rechunked store and the plans of their making.
 *
 * @param request what was asked
 * @param attributes of the store
 * @param arrays in the source's order, of each variable one for each layout
 */
public record RechunkLayout(RechunkRequest request, Attributes attributes, List<RechunkArray> arrays) {

    /** Arrays of one axis are coordinates mostly: one chunk, unless they are longer than this. */
    private static final long MOST_COORDINATE_CELLS = 1 << 20;

    /** Elements that lie end to end are read in parts of about so many bytes. */
    private static final long PART_BYTES = 4 << 20;

    private static final String FILL_VALUE = "_FillValue";

    /**
     * Reads the source's header and plans; writes nothing.
     *
     * @param cores tasks that will run at a time
     * @throws StageException with all that stands against it
     * @throws IOException where the source cannot be read
     */
    public static RechunkLayout plan(RechunkRequest request, Configuration conf, int cores) throws IOException {
        List<String> problems = new ArrayList<>();
        List<RechunkArray> arrays = new ArrayList<>();
        Attributes attributes;
        try (ArrayFile file = ArrayStores.open(request.source(), conf)) {
            attributes = file.header().attributes();
            unknownNames(request, file, problems);
            for (VariableHeader variable : file.header().variables()) {
                if (request.variables().isEmpty() || request.variables().contains(variable.name())) {
                    array(request, file, variable, cores, arrays, problems);
                }
            }
        }
        return whole(request, attributes, arrays, problems);
    }

    /**
     * Plans the making of arrays that are laid out already; writes nothing.
     *
     * @param request of one layout, whose chunks and form are not looked at
     * @param attributes of the store
     * @param arrays each of the shape and type of the source's variable of its name
     * @param cores tasks that will run at a time
     * @throws StageException with all that stands against it
     * @throws IOException where the source cannot be read
     */
    public static RechunkLayout of(
            RechunkRequest request, Attributes attributes, List<ZarrArray> arrays, Configuration conf, int cores)
            throws IOException {
        List<RechunkArray> planned = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (ArrayFile file = ArrayStores.open(request.source(), conf)) {
            for (ZarrArray array : arrays) {
                Optional<VariableHeader> variable = file.header().variable(array.path());
                if (variable.isEmpty() || !Arrays.equals(variable.get().shape(), array.shape())) {
                    problems.add("there is no variable " + array + ".");
                    continue;
                }
                try {
                    RechunkPlan plan = plans(request, variable.get(), List.of(array), cores)
                            .get(0);
                    planned.add(new RechunkArray(request.source(), variable.get(), array, plan));
                } catch (IllegalArgumentException unfit) {
                    problems.add("variable " + array.path() + ": " + unfit.getMessage());
                }
            }
        }
        return whole(request, attributes, planned, problems);
    }

    private static RechunkLayout whole(
            RechunkRequest request, Attributes attributes, List<RechunkArray> arrays, List<String> problems) {
        if (!problems.isEmpty()) {
            throw StageException.configuration(
                    "Cannot rechunk '" + request.source() + "': " + String.join(" Also: ", problems));
        }
        return new RechunkLayout(request, attributes, arrays);
    }

    /** Returns the arrays by the variable that they are made of. */
    public Collection<List<RechunkArray>> variables() {
        return arrays.stream()
                .collect(Collectors.groupingBy(
                        array -> array.variable().name(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static void unknownNames(RechunkRequest request, ArrayFile file, List<String> problems) {
        TreeSet<String> dimensions = file.header().dimensions().stream()
                .map(Dimension::name)
                .map(RechunkLayout::last)
                .collect(Collectors.toCollection(TreeSet::new));
        for (ChunkLayout layout : request.layouts()) {
            unknown("chunks", layout.chunks(), dimensions, problems);
            unknown("shards", layout.form().shards(), dimensions, problems);
        }
        for (String name : request.variables()) {
            if (file.header().variable(name).isEmpty()) {
                problems.add("there is no variable " + name + ", expected some of "
                        + file.header().variables().stream()
                                .map(VariableHeader::name)
                                .toList()
                        + ".");
            }
        }
    }

    private static void unknown(
            String what, Map<String, Long> lengths, TreeSet<String> dimensions, List<String> problems) {
        lengths.forEach((name, length) -> {
            if (!dimensions.contains(name) || length < 1) {
                problems.add(what + " of " + length + " along " + name + ", expected at least 1 along one of "
                        + dimensions + ".");
            }
        });
    }

    private static void array(
            RechunkRequest request,
            ArrayFile file,
            VariableHeader variable,
            int cores,
            List<RechunkArray> arrays,
            List<String> problems)
            throws IOException {
        ElementType type = variable.type();
        if (type.bytes() == 0 && type != ElementType.STRING) {
            problems.add("variable " + variable.name() + " holds elements of type " + type
                    + ", expected numbers, characters or texts. Leave it out by naming the others with --variables.");
            return;
        }
        try {
            List<ZarrArray> targets = new ArrayList<>();
            for (ChunkLayout layout : request.layouts()) {
                targets.add(layout.form().of(target(layout, variable)));
            }
            List<RechunkPlan> plans = type == ElementType.STRING
                    ? RechunkTexts.plans(request, file, source(variable), variable, targets, cores)
                    : plans(request, variable, targets, cores);
            for (int layout = 0; layout < plans.size(); layout++) {
                arrays.add(new RechunkArray(request.source(), variable, targets.get(layout), plans.get(layout)));
            }
        } catch (IllegalArgumentException unfit) {
            problems.add("variable " + variable.name() + ": " + unfit.getMessage());
        }
    }

    private static List<RechunkPlan> plans(
            RechunkRequest request, VariableHeader variable, List<ZarrArray> targets, int cores) {
        ChunkGrid source = source(variable);
        List<ChunkGrid> grids = targets.stream().map(ZarrArray::grid).toList();
        int bytes = variable.type().bytes();
        RechunkBudget budget = new RechunkBudget(request.taskBytes(), cores, request.diskBytes());
        if (request.way().isEmpty() || variable.rank() <= 1) {
            return new LayoutsPlanner(source, grids, bytes, budget, RechunkCosts.STANDARD).plan();
        }
        RechunkWay way = request.way().get();
        return grids.stream()
                .map(grid -> new RechunkPlanner(source, grid, bytes, budget, RechunkCosts.STANDARD).plan(way))
                .toList();
    }

    private static ZarrArray target(ChunkLayout layout, VariableHeader variable) {
        List<String> dimensions =
                variable.dimensions().stream().map(RechunkLayout::last).toList();
        long[] shape = variable.shape();
        long[] chunk = new long[shape.length];
        for (int axis = 0; axis < chunk.length; axis++) {
            long own = variable.storage().chunked() ? variable.storage().chunk()[axis] : partOf(variable)[axis];
            own = shape.length == 1 ? MOST_COORDINATE_CELLS : dividing(layout, dimensions.get(axis), own);
            long asked = shape.length == 1 ? own : layout.chunks().getOrDefault(dimensions.get(axis), own);
            chunk[axis] = Math.max(1, Math.min(shape[axis], asked));
        }
        ZarrArray array = ZarrArray.of(layout.path(variable.name()), shape, chunk, variable.type())
                .withDimensions(dimensions);
        return fill(variable)
                .map(fill -> array.withFill(fill).withAttributes(withoutFill(variable.attributes())))
                .orElseGet(() -> array.withAttributes(variable.attributes()));
    }

    /** A chunk that nobody asked for gives way to the shard that was asked for. */
    private static long dividing(ChunkLayout layout, String dimension, long own) {
        long shard = layout.form().shards().getOrDefault(dimension, own);
        return shard % own == 0 ? own : shard;
    }

    /** Returns the fill value where it is one number, or one character of a text. */
    private static Optional<Number> fill(VariableHeader variable) {
        Optional<Attribute> said = variable.attributes().find(FILL_VALUE);
        if (variable.type() == ElementType.CHAR) {
            return said.flatMap(Attribute::text)
                    .filter(text -> text.length() == 1 && text.charAt(0) <= Byte.MAX_VALUE)
                    .map(text -> (byte) text.charAt(0));
        }
        return said.filter(fill -> !fill.isText() && fill.values().size() == 1)
                .map(fill -> (Number) fill.values().get(0));
    }

    private static Attributes withoutFill(Attributes attributes) {
        List<Attribute> kept = new ArrayList<>();
        for (Attribute attribute : attributes.list()) {
            if (!attribute.name().equals(FILL_VALUE)) {
                kept.add(attribute);
            }
        }
        return new Attributes(kept);
    }

    private static ChunkGrid source(VariableHeader variable) {
        boolean chunked = variable.storage().chunked();
        return new ChunkGrid(variable.shape(), chunked ? variable.storage().chunk() : partOf(variable));
    }

    /** Returns a box of the last axes, of about {@link #PART_BYTES}: what lies end to end can be read in any parts. */
    private static long[] partOf(VariableHeader variable) {
        long[] part = new long[variable.rank()];
        long left = Math.max(1, PART_BYTES / Math.max(1, variable.type().bytes()));
        for (int axis = part.length - 1; axis >= 0; axis--) {
            part[axis] = Math.max(1, Math.min(variable.shape()[axis], left));
            left = Math.max(1, left / part[axis]);
        }
        return part;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
