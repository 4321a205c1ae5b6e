package dev.shoal.zarr;

import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.FileFormat;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.PhonyDimensions;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.zarr.array.StoredArray;
import dev.shoal.zarr.array.StoredGroup;
import dev.shoal.zarr.array.UnreadableArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a file's header of what a store says of itself.
 *
 * @param root of the store, for messages
 */
record StoreHeader(String root) {

    /**
     * Returns the header.
     *
     * @throws UnreadableException where two arrays of a group give one dimension two lengths
     */
    Header of(StoredGroup group, FileFormat format) throws UnreadableException {
        List<VariableHeader> variables = new ArrayList<>();
        group.arrays().forEach(array -> variables.add(variable(array)));
        group.unreadable().forEach(array -> variables.add(variable(array)));
        List<Dimension> dimensions = named(variables);
        Map<String, PhonyDimensions> phony = new HashMap<>();
        variables.replaceAll(variable -> complete(variable, dimensions, phony));
        return new Header(format, dimensions, variables, group.attributes());
    }

    private static VariableHeader variable(StoredArray array) {
        return new VariableHeader(
                array.path(),
                array.type().element(),
                names(array.path(), array.dimensions()),
                array.shape(),
                array.attributes(),
                new Storage(
                        array.rank() > 0,
                        array.codec().readShape(),
                        array.codec().steps()));
    }

    private static VariableHeader variable(UnreadableArray array) {
        List<String> none = Collections.nCopies(array.shape().length, "");
        return new VariableHeader(
                array.path(),
                ElementType.OTHER,
                names(array.path(), array.dimensions().isEmpty() ? none : array.dimensions()),
                array.shape(),
                array.attributes(),
                new Storage(array.shape().length > 0, array.chunk(), List.of()));
    }

    private static List<String> names(String path, List<String> dimensions) {
        return dimensions.stream()
                .map(name -> name.isEmpty() ? name : group(path) + name)
                .toList();
    }

    private static String group(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private List<Dimension> named(List<VariableHeader> variables) throws UnreadableException {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        for (VariableHeader variable : variables) {
            for (int axis = 0; axis < variable.rank(); axis++) {
                String name = variable.dimensions().get(axis);
                long length = variable.shape()[axis];
                Dimension known = dimensions.computeIfAbsent(name, key -> new Dimension(key, length, false));
                if (known.length() != length && !name.isEmpty()) {
                    throw new UnreadableException("Cannot read array " + variable.name() + " of Zarr store " + root
                            + ": its dimension " + name + " has length " + length + ", expected " + known.length()
                            + " as in another array. Write the store again with one length for it.");
                }
            }
        }
        dimensions.remove("");
        return new ArrayList<>(dimensions.values());
    }

    /** Gives names to the axes that have none. */
    private static VariableHeader complete(
            VariableHeader variable, List<Dimension> dimensions, Map<String, PhonyDimensions> phony) {
        if (!variable.dimensions().contains("")) {
            return variable;
        }
        String group = group(variable.name());
        PhonyDimensions names = phony.computeIfAbsent(group, key -> new PhonyDimensions(key, dimensions));
        names.begin();
        List<String> all = new ArrayList<>();
        for (int axis = 0; axis < variable.rank(); axis++) {
            String name = variable.dimensions().get(axis);
            all.add(name.isEmpty() ? names.name(variable.shape()[axis]) : name);
        }
        return new VariableHeader(
                variable.name(), variable.type(), all, variable.shape(), variable.attributes(), variable.storage());
    }
}
