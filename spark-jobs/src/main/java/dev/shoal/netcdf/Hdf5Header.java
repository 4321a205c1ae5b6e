package dev.shoal.netcdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows an HDF5 file as a header of dimensions and variables. */
final class Hdf5Header {

    /**
     * What stands behind a variable.
     *
     * @param leaf of each element
     */
    record Shown(Hdf5Dataset dataset, Hdf5Leaf leaf) {}

    private final Hdf5Dimensions scales;
    private final List<Dimension> dimensions;
    private final List<Dimension> innerAxes = new ArrayList<>();
    private final List<VariableHeader> variables = new ArrayList<>();
    private final Map<String, Shown> shown = new HashMap<>();
    private final Attributes attributes;

    Hdf5Header(Hdf5Tree tree) {
        scales = new Hdf5Dimensions(tree);
        dimensions = scales.all();
        attributes = tree.groups().get(0).attributes();
        for (Hdf5Tree.GroupNode group : tree.groups()) {
            PhonyDimensions phony = PhonyDimensions.amongKnown(group.prefix(), dimensions);
            for (Hdf5Dataset dataset : group.datasets()) {
                if (dataset.isVariable()) {
                    add(dataset, phony);
                }
            }
        }
        tree.failures().keySet().forEach(this::addUnknown);
        tree.unread().keySet().forEach(this::addUnknown);
    }

    /** Lists what could not be understood with a type that cannot be read, so that nothing vanishes. */
    private void addUnknown(String path) {
        Storage storage = new Storage(false, new long[0], List.of());
        variables.add(new VariableHeader(path, ElementType.OTHER, List.of(), new long[0], Attributes.NONE, storage));
    }

    private void add(Hdf5Dataset dataset, PhonyDimensions phony) {
        String name = Hdf5Names.variable(dataset);
        List<String> axes = new ArrayList<>();
        long[] shape = dataset.shape();
        List<Optional<Dimension>> found = scales.axes(dataset);
        List<String> known = new ArrayList<>();
        found.forEach(dimension -> dimension.map(Dimension::name).ifPresent(known::add));
        phony.begin(known);
        for (int axis = 0; axis < shape.length; axis++) {
            long length = shape[axis];
            Optional<Dimension> dimension = found.get(axis);
            boolean unlimited = dataset.unlimited(axis);
            axes.add(dimension.map(Dimension::name).orElseGet(() -> phony.name(length, unlimited)));
            shape[axis] = dimension
                    .filter(Dimension::unlimited)
                    .map(Dimension::length)
                    .orElse(length);
        }
        for (Hdf5Leaf leaf : dataset.type().leaves()) {
            add(dataset, name, axes, shape, leaf);
        }
    }

    /** Axes inside the element follow those of the dataset. */
    private void add(Hdf5Dataset dataset, String name, List<String> axes, long[] shape, Hdf5Leaf leaf) {
        String full = name + leaf.suffix();
        List<String> allAxes = new ArrayList<>(axes);
        long[] allLengths = Arrays.copyOf(shape, shape.length + leaf.axes().length);
        for (int axis = 0; axis < leaf.axes().length; axis++) {
            Dimension inner = new Dimension(full + "_axis_" + (axis + 1), leaf.axes()[axis], false);
            innerAxes.add(inner);
            allAxes.add(inner.name());
            allLengths[shape.length + axis] = inner.length();
        }
        variables.add(new VariableHeader(
                full,
                leaf.type().type(),
                allAxes,
                allLengths,
                attributes(dataset, leaf),
                storage(dataset, shape, leaf),
                leaf.type().base()));
        shown.put(full, new Shown(dataset, leaf));
    }

    /** The names of an enumeration are told where the file itself tells nothing of flags. */
    private static Attributes attributes(Hdf5Dataset dataset, Hdf5Leaf leaf) {
        Attributes stored = dataset.attributes().shown();
        if (leaf.attributes().isEmpty()) {
            return stored;
        }
        if (stored.find("flag_values").isPresent()
                || stored.find("flag_meanings").isPresent()) {
            return stored;
        }
        List<Attribute> all = new ArrayList<>(stored.list());
        all.addAll(leaf.attributes());
        return new Attributes(all);
    }

    private static Storage storage(Hdf5Dataset dataset, long[] shape, Hdf5Leaf leaf) {
        List<String> filters = new ArrayList<>();
        dataset.filters().forEach(filter -> filters.add(filter.name()));
        long[] outer = dataset.chunk().orElse(shape);
        long[] lengths = Arrays.copyOf(outer, outer.length + leaf.axes().length);
        System.arraycopy(leaf.axes(), 0, lengths, outer.length, leaf.axes().length);
        return new Storage(dataset.chunk().isPresent(), lengths, filters);
    }

    Header header() {
        List<Dimension> all = new ArrayList<>(dimensions);
        all.addAll(innerAxes);
        return new Header(FileFormat.HDF5, all, variables, attributes);
    }

    /** Returns what stands behind each variable. */
    Map<String, Shown> shown() {
        return shown;
    }
}
