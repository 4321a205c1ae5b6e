package dev.shoal.netcdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.nc2.NetcdfFile;
import ucar.nc2.Variable;

/** Shows the header of a netCDF classic file that NetCDF-Java has open as ours. */
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

    private UcarHeader() {}

    static Header of(NetcdfFile file, FileFormat format) {
        List<Dimension> dimensions = new ArrayList<>();
        file.getRootGroup()
                .getDimensions()
                .forEach(dimension -> dimensions.add(
                        new Dimension(dimension.getShortName(), dimension.getLength(), dimension.isUnlimited())));
        List<VariableHeader> variables = new ArrayList<>();
        file.getRootGroup().getVariables().forEach(variable -> variables.add(variable(variable)));
        return new Header(
                format, dimensions, variables, attributes(file.getRootGroup().attributes()));
    }

    private static VariableHeader variable(Variable variable) {
        List<String> axes = new ArrayList<>();
        long[] shape = new long[variable.getRank()];
        for (int axis = 0; axis < shape.length; axis++) {
            axes.add(variable.getDimension(axis).getShortName());
            shape[axis] = variable.getDimension(axis).getLength();
        }
        long[] record = shape.clone();
        if (record.length > 0 && variable.isUnlimited()) {
            record[0] = 1;
        }
        return new VariableHeader(
                variable.getShortName(),
                TYPES.getOrDefault(variable.getDataType(), ElementType.OTHER),
                axes,
                shape,
                attributes(variable.attributes()),
                new Storage(false, record, List.of()));
    }

    private static Attributes attributes(Iterable<ucar.nc2.Attribute> from) {
        List<Attribute> list = new ArrayList<>();
        from.forEach(attribute -> list.add(attribute(attribute.getShortName(), attribute)));
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
            Number stored = (Number) values.getObject(i);
            boolean real = type == ElementType.FLOAT || type == ElementType.DOUBLE;
            numbers.add(real ? stored : Widened.of(type, stored.longValue()));
        }
        return new Attribute(name, type, numbers);
    }
}
