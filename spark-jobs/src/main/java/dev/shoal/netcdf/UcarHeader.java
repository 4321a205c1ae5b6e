package dev.shoal.netcdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.nc2.Group;
import ucar.nc2.NetcdfFile;
import ucar.nc2.Variable;

/** Shows the header of an open {@link NetcdfFile} as ours. */
final class UcarHeader {

    private static final Map<DataType, ElementType> TYPES = Map.ofEntries(
            Map.entry(DataType.BYTE, ElementType.BYTE),
            Map.entry(DataType.UBYTE, ElementType.UBYTE),
            Map.entry(DataType.SHORT, ElementType.SHORT),
            Map.entry(DataType.USHORT, ElementType.USHORT),
            Map.entry(DataType.INT, ElementType.INT),
            Map.entry(DataType.UINT, ElementType.UINT),
            Map.entry(DataType.LONG, ElementType.LONG),
            Map.entry(DataType.ULONG, ElementType.ULONG),
            Map.entry(DataType.FLOAT, ElementType.FLOAT),
            Map.entry(DataType.DOUBLE, ElementType.DOUBLE),
            Map.entry(DataType.CHAR, ElementType.CHAR),
            Map.entry(DataType.STRING, ElementType.STRING));

    /** The attribute in which NetCDF-Java tells the shape of a chunk. */
    private static final String CHUNK_SIZES = "_ChunkSizes";

    private final FileFormat format;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<VariableHeader> variables = new ArrayList<>();
    private final Map<String, Variable> byName = new HashMap<>();

    UcarHeader(NetcdfFile file, FileFormat format) {
        this.format = format;
        walk(file.getRootGroup(), "", Map.of());
    }

    Header header(NetcdfFile file) {
        return new Header(
                format, dimensions, variables, attributes(file.getRootGroup().attributes()));
    }

    /** Returns the library's variable of each full name. */
    Map<String, Variable> variables() {
        return byName;
    }

    private void walk(Group group, String prefix, Map<String, String> outer) {
        Map<String, String> scope = new HashMap<>(outer);
        for (ucar.nc2.Dimension dimension : group.getDimensions()) {
            String name = prefix + dimension.getShortName();
            scope.put(dimension.getShortName(), name);
            dimensions.add(new Dimension(name, dimension.getLength(), dimension.isUnlimited()));
        }
        PhonyDimensions phony = new PhonyDimensions(prefix, dimensions);
        for (Variable variable : group.getVariables()) {
            String name = prefix + variable.getShortName();
            variables.add(variable(variable, name, scope, phony));
            byName.put(name, variable);
        }
        for (Group inner : group.getGroups()) {
            walk(inner, prefix + inner.getShortName() + "/", scope);
        }
    }

    private VariableHeader variable(Variable variable, String name, Map<String, String> scope, PhonyDimensions phony) {
        List<String> names = new ArrayList<>();
        List<Long> lengths = new ArrayList<>();
        boolean ragged = false;
        phony.begin();
        for (ucar.nc2.Dimension axis : variable.getDimensions()) {
            if (axis.isVariableLength()) {
                ragged = true;
                continue;
            }
            String axisName = axis.getShortName();
            names.add(
                    axis.isShared() && axisName != null
                            ? scope.getOrDefault(axisName, axisName)
                            : phony.name(axis.getLength()));
            lengths.add((long) axis.getLength());
        }
        ElementType type = ragged ? ElementType.OTHER : TYPES.getOrDefault(variable.getDataType(), ElementType.OTHER);
        long[] shape = lengths.stream().mapToLong(Long::longValue).toArray();
        Attributes attributes = attributes(variable.attributes());
        return new VariableHeader(name, type, names, shape, attributes, storage(variable, shape));
    }

    private static Storage storage(Variable variable, long[] shape) {
        ucar.nc2.Attribute sizes = variable.findAttribute(CHUNK_SIZES);
        if (sizes != null && sizes.getLength() == shape.length) {
            long[] chunk = new long[shape.length];
            for (int axis = 0; axis < chunk.length; axis++) {
                Number size = sizes.getNumericValue(axis);
                chunk[axis] = size == null ? 1 : size.longValue();
            }
            return new Storage(true, chunk, List.of());
        }
        long[] whole = shape.clone();
        if (whole.length > 0 && variable.isUnlimited()) {
            whole[0] = 1;
        }
        return new Storage(false, whole, List.of());
    }

    private Attributes attributes(Iterable<ucar.nc2.Attribute> from) {
        List<Attribute> list = new ArrayList<>();
        Set<String> hidden = format == FileFormat.HDF5 ? Hdf5Names.BOOKKEEPING : Set.of();
        for (ucar.nc2.Attribute attribute : from) {
            String name = attribute.getShortName();
            if (!name.equals(CHUNK_SIZES) && !hidden.contains(name)) {
                list.add(attribute(name, attribute));
            }
        }
        return new Attributes(list);
    }

    private static Attribute attribute(String name, ucar.nc2.Attribute from) {
        Array values = from.getValues();
        if (from.isString() || values == null) {
            String[] texts = new String[values == null ? 0 : from.getLength()];
            Arrays.setAll(texts, i -> String.valueOf(from.getStringValue(i)));
            return new Attribute(name, ElementType.STRING, List.of(texts));
        }
        ElementType type = TYPES.getOrDefault(from.getDataType(), ElementType.OTHER);
        if (!type.isNumeric()) {
            return new Attribute(name, ElementType.STRING, List.of(String.valueOf(values)));
        }
        List<Number> numbers = new ArrayList<>();
        for (int i = 0; i < from.getLength(); i++) {
            numbers.add(Widened.of(type, (Number) values.getObject(i)));
        }
        return new Attribute(name, type, numbers);
    }
}
