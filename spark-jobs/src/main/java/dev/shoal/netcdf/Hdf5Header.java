package dev.shoal.netcdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows an HDF5 file as a header of dimensions and variables. */
final class Hdf5Header {

    private final Hdf5Dimensions scales;
    private final List<Dimension> dimensions;
    private final List<VariableHeader> variables = new ArrayList<>();
    private final Map<String, Hdf5Dataset> datasets = new HashMap<>();
    private final Attributes attributes;

    Hdf5Header(Hdf5Tree tree) {
        scales = new Hdf5Dimensions(tree);
        dimensions = scales.all();
        attributes = tree.groups().get(0).attributes();
        for (Hdf5Tree.GroupNode group : tree.groups()) {
            PhonyDimensions phony = new PhonyDimensions(group.prefix(), dimensions);
            for (Hdf5Dataset dataset : group.datasets()) {
                if (Hdf5Names.isVariable(dataset)) {
                    add(dataset, phony);
                }
            }
        }
        tree.failures().keySet().forEach(this::addUnknown);
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
        phony.begin();
        List<Optional<Dimension>> found = scales.axes(dataset);
        for (int axis = 0; axis < shape.length; axis++) {
            long length = shape[axis];
            Optional<Dimension> dimension = found.get(axis);
            axes.add(dimension.map(Dimension::name).orElseGet(() -> phony.name(length)));
            shape[axis] = dimension
                    .filter(Dimension::unlimited)
                    .map(Dimension::length)
                    .orElse(length);
        }
        variables.add(new VariableHeader(
                name, dataset.type().type(), axes, shape, dataset.attributes().shown(), storage(dataset, shape)));
        datasets.put(name, dataset);
    }

    private static Storage storage(Hdf5Dataset dataset, long[] shape) {
        List<String> filters = dataset.filters().stream().map(Hdf5Filter::name).toList();
        return dataset.chunk()
                .map(chunk -> new Storage(true, chunk, filters))
                .orElseGet(() -> new Storage(false, shape, filters));
    }

    Header header() {
        return new Header(FileFormat.HDF5, dimensions, variables, attributes);
    }

    /** Returns the dataset behind each variable. */
    Map<String, Hdf5Dataset> datasets() {
        return datasets;
    }
}
