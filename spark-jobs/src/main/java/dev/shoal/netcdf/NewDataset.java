package dev.shoal.netcdf;

import dev.shoal.plan.ChunkGrid;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A dataset of a netCDF-4 file that is to be written: a variable, or a dimension that no variable stands for.
 *
 * @param variable what it says of itself
 * @param name in HDF5
 * @param dimensions numbers of its dimensions, slowest first
 * @param unlimited which of its axes can grow
 * @param scaleOf number of the dimension that it stands for, or -1
 * @param bare whether it is only a dimension
 */
record NewDataset(
        VariableHeader variable, String name, int[] dimensions, boolean[] unlimited, int scaleOf, boolean bare) {

    private static final String FILL = "_FillValue";

    /** Returns the datasets of a file: first the dimensions that no variable stands for, then the variables. */
    static List<NewDataset> all(Header header) {
        List<String> axes = header.dimensions().stream().map(Dimension::name).toList();
        List<NewDataset> variables = new ArrayList<>();
        boolean[] stoodFor = new boolean[axes.size()];
        for (VariableHeader variable : header.variables()) {
            int[] dimensions =
                    variable.dimensions().stream().mapToInt(axes::indexOf).toArray();
            int own = axes.indexOf(variable.name());
            boolean scale = own >= 0 && dimensions.length > 0 && dimensions[0] == own;
            if (scale) {
                stoodFor[own] = true;
            }
            String name = own >= 0 && !scale ? Hdf5Names.NOT_COORDINATE + variable.name() : variable.name();
            variables.add(
                    new NewDataset(variable, name, dimensions, unlimited(header, dimensions), scale ? own : -1, false));
        }
        List<NewDataset> all = new ArrayList<>();
        for (int number = 0; number < stoodFor.length; number++) {
            if (!stoodFor[number]) {
                all.add(bare(header, number));
            }
        }
        all.addAll(variables);
        return all;
    }

    private static NewDataset bare(Header header, int number) {
        Dimension dimension = header.dimensions().get(number);
        long[] shape = {dimension.length()};
        boolean[] unlimited = unlimited(header, new int[] {number});
        VariableHeader variable = new VariableHeader(
                dimension.name(),
                ElementType.FLOAT,
                List.of(dimension.name()),
                shape,
                Attributes.NONE,
                new Storage(unlimited[0], new long[] {1024}, List.of()));
        return new NewDataset(variable, dimension.name(), new int[] {number}, unlimited, number, true);
    }

    /** A dimension of no length can grow: netCDF knows no others of no length. */
    private static boolean[] unlimited(Header header, int[] dimensions) {
        boolean[] unlimited = new boolean[dimensions.length];
        for (int axis = 0; axis < unlimited.length; axis++) {
            Dimension dimension = header.dimensions().get(dimensions[axis]);
            unlimited[axis] = dimension.unlimited() || dimension.length() == 0;
        }
        return unlimited;
    }

    /** Tells whether its elements lie in chunks; those of axes that can grow always do. */
    boolean chunked() {
        if (variable.rank() == 0) {
            return false;
        }
        for (boolean grows : unlimited) {
            if (grows) {
                return true;
            }
        }
        return variable.storage().chunked();
    }

    /** Returns how its elements are divided: into chunks, or not at all. */
    ChunkGrid grid() {
        long[] shape = variable.shape();
        if (chunked()) {
            return new ChunkGrid(shape, variable.storage().chunk());
        }
        return new ChunkGrid(
                shape, Arrays.stream(shape).map(length -> Math.max(1, length)).toArray());
    }

    /** Returns the bytes of all elements. */
    long bytes() {
        return Math.multiplyExact(variable.size(), variable.type().bytes());
    }

    /** Returns the filters of its chunks, none where it has no chunks. */
    List<Hdf5Filter> filters(int deflateLevel) {
        List<Hdf5Filter> filters = new ArrayList<>();
        if (chunked()) {
            for (String filter : variable.storage().filters()) {
                filters.add(
                        filter.equals(ChunkEncoder.SHUFFLE)
                                ? Hdf5Filter.of(
                                        Hdf5Filter.SHUFFLE,
                                        new int[] {variable.type().bytes()})
                                : Hdf5Filter.of(Hdf5Filter.DEFLATE, new int[] {deflateLevel}));
            }
        }
        return filters;
    }

    /** Returns what cells hold that are never written: the variable's fill value, or netCDF's own for its type. */
    byte[] fill() {
        Optional<Attribute> own =
                variable.attributes().find(FILL).filter(fill -> fill.values().size() == 1);
        if (variable.type() == ElementType.CHAR) {
            byte[] text = own.flatMap(Attribute::text).orElse("").getBytes(StandardCharsets.UTF_8);
            return text.length == 1 ? text : new byte[1];
        }
        if (own.isEmpty()) {
            return DefaultFill.bytes(variable.type(), ByteOrder.LITTLE_ENDIAN);
        }
        return NumberBytes.of(variable.type(), (Number) own.get().values().get(0), ByteOrder.LITTLE_ENDIAN);
    }
}
