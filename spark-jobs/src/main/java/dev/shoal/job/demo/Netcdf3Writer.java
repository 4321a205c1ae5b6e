package dev.shoal.job.demo;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.FileFormat;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.VariableHeader;
import java.io.IOException;
import java.nio.file.Path;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Variable;
import ucar.nc2.write.NetcdfFileFormat;
import ucar.nc2.write.NetcdfFormatWriter;

/** Writes drafts as netCDF-3 through NetCDF-Java. */
final class Netcdf3Writer {

    private Netcdf3Writer() {}

    /** Writes a file; after a failure a part of it may be left. */
    static void write(Path file, FileDraft draft) throws IOException {
        Header header = draft.header();
        NetcdfFormatWriter.Builder builder = NetcdfFormatWriter.builder()
                .setNewFile(true)
                .setFill(false)
                .setFormat(
                        header.format() == FileFormat.NETCDF3_CLASSIC
                                ? NetcdfFileFormat.NETCDF3
                                : NetcdfFileFormat.NETCDF3_64BIT_OFFSET)
                .setLocation(file.toString());
        header.dimensions()
                .forEach(dimension -> builder.addDimension(dimension.name(), Math.toIntExact(dimension.length())));
        header.attributes().list().forEach(attribute -> builder.addAttribute(converted(attribute)));
        for (VariableHeader variable : header.variables()) {
            Variable.Builder<?> added =
                    builder.addVariable(variable.name(), type(variable), String.join(" ", variable.dimensions()));
            variable.attributes().list().forEach(attribute -> added.addAttribute(converted(attribute)));
        }
        try (NetcdfFormatWriter writer = builder.build()) {
            for (VariableHeader variable : header.variables()) {
                writer.write(variable.name(), values(variable, draft));
            }
        } catch (InvalidRangeException e) {
            throw new IOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static Array values(VariableHeader variable, FileDraft draft) {
        int[] shape = new int[variable.rank()];
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = Math.toIntExact(variable.shape()[axis]);
        }
        return Array.factory(type(variable), shape, draft.values(variable.name()));
    }

    private static ucar.nc2.Attribute converted(Attribute attribute) {
        if (attribute.isText()) {
            return ucar.nc2.Attribute.builder(attribute.name())
                    .setStringValue(attribute.text().orElse(""))
                    .build();
        }
        DataType type = DataType.valueOf(attribute.type().name());
        Array numbers = Array.factory(type, new int[] {attribute.values().size()});
        for (int i = 0; i < attribute.values().size(); i++) {
            numbers.setObject(i, attribute.values().get(i));
        }
        return ucar.nc2.Attribute.builder(attribute.name()).setValues(numbers).build();
    }

    private static DataType type(VariableHeader variable) {
        return DataType.valueOf(variable.type().name());
    }
}
