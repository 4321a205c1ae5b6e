package dev.shoal.netcdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The dimensions of an HDF5 file, out of its dimension scales: what netCDF-4 makes of them, see "NetCDF-4 File Format",
 * section "Dimensions", of the netCDF manual.
 */
final class Hdf5Dimensions {

    /** One dimension while it is being found out. */
    private static final class Scale {
        private final String name;
        private final Optional<Long> number;
        private final boolean unlimited;
        private final boolean hasVariable;
        private long length;
        private boolean used;

        Scale(Hdf5Dataset dataset) {
            name = dataset.path();
            number = dataset.attributes()
                    .find("_Netcdf4Dimid")
                    .flatMap(Attribute::number)
                    .map(Double::longValue);
            unlimited = dataset.shape().length > 0 && dataset.unlimited(0);
            hasVariable = dataset.isVariable();
            length = dataset.shape().length > 0 ? dataset.shape()[0] : 1;
        }

        void use(long axisLength) {
            if (unlimited) {
                length = used || hasVariable ? Math.max(length, axisLength) : axisLength;
                used = true;
            }
        }
    }

    private final List<Scale> scales = new ArrayList<>();
    private final Map<String, Scale> byPath = new HashMap<>();
    private final Map<Long, Scale> byAddress = new HashMap<>();
    private final Map<Long, Scale> byNumber = new HashMap<>();
    private final Set<Long> objects;
    private final Map<Hdf5Dataset, List<Optional<Scale>>> found = new HashMap<>();

    Hdf5Dimensions(Hdf5Tree tree) {
        objects = tree.objects();
        for (Hdf5Tree.GroupNode group : tree.groups()) {
            for (Hdf5Dataset dataset : group.datasets()) {
                if (dataset.isScale()) {
                    add(dataset);
                }
            }
        }
        for (Hdf5Tree.GroupNode group : tree.groups()) {
            for (Hdf5Dataset dataset : group.datasets()) {
                measure(dataset);
            }
        }
    }

    /** A second name of a scale, by a link, is no second dimension. */
    private void add(Hdf5Dataset dataset) {
        Scale first = byAddress.get(dataset.address());
        if (first != null) {
            byPath.put(dataset.path(), first);
            return;
        }
        Scale scale = new Scale(dataset);
        scales.add(scale);
        byPath.put(dataset.path(), scale);
        byAddress.put(dataset.address(), scale);
        scale.number.ifPresent(number -> byNumber.putIfAbsent(number, scale));
    }

    private void measure(Hdf5Dataset dataset) {
        if (dataset.isVariable()) {
            List<Optional<Scale>> axes = scales(dataset);
            found.put(dataset, axes);
            long[] shape = dataset.shape();
            for (int axis = 0; axis < shape.length; axis++) {
                long length = shape[axis];
                axes.get(axis).ifPresent(scale -> scale.use(length));
            }
        }
    }

    /** Returns the dimensions, in the order of definition where the file tells it. */
    List<Dimension> all() {
        List<Scale> ordered = new ArrayList<>(scales);
        ordered.sort(Comparator.comparingLong(scale -> scale.number.orElse(Long.MAX_VALUE)));
        List<Dimension> dimensions = new ArrayList<>();
        ordered.forEach(scale -> dimensions.add(new Dimension(scale.name, scale.length, scale.unlimited)));
        return dimensions;
    }

    /** Returns the dimension of each axis of a variable, or nothing for an axis without one. */
    List<Optional<Dimension>> axes(Hdf5Dataset dataset) {
        List<Optional<Dimension>> axes = new ArrayList<>();
        for (Optional<Scale> scale : found.computeIfAbsent(dataset, this::scales)) {
            axes.add(scale.map(known -> new Dimension(known.name, known.length, known.unlimited)));
        }
        return axes;
    }

    /** A scale that is no longer called one is none; one that is not there at all was overwritten. */
    private Optional<Scale> scale(long address) {
        if (!objects.contains(address)) {
            throw new DamagedException("an axis that refers to byte " + address + ", expected a dataset there");
        }
        return Optional.ofNullable(byAddress.get(address));
    }

    private List<Optional<Scale>> scales(Hdf5Dataset dataset) {
        int rank = dataset.shape().length;
        double[] numbers = dataset.attributes()
                .find("_Netcdf4Coordinates")
                .map(Attribute::numbers)
                .orElse(new double[0]);
        List<Optional<Long>> references = dataset.attributes().references("DIMENSION_LIST");
        List<Optional<Scale>> all = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            Optional<Scale> scale = Optional.empty();
            if (numbers.length == rank) {
                scale = Optional.ofNullable(byNumber.get((long) numbers[axis]));
            }
            if (scale.isEmpty() && axis == 0) {
                scale = Optional.ofNullable(byPath.get(dataset.path()));
            }
            if (scale.isEmpty() && references.size() == rank) {
                scale = references.get(axis).flatMap(this::scale);
            }
            all.add(scale);
        }
        return all;
    }
}
