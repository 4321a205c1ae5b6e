package dev.shoal.job.demo;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.VariableHeader;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableNode;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes drafts as netCDF-4 through jhdf, which knows nothing of netCDF.
 *
 * <p>Dimensions are named as netCDF-C names them to itself: {@code CLASS}, {@code NAME} and {@code _Netcdf4Dimid} make
 * a dataset the scale of a dimension, {@code _Netcdf4Coordinates} lists the dimensions of any other dataset. The object
 * references of HDF5's own dimension scales, which jhdf cannot write, are not needed then. Text variables are left out:
 * jhdf's fixed-length texts crash netCDF-C 4.9.
 */
final class Netcdf4Writer {

    private static final String NO_VARIABLE = "This is a netCDF dimension but not a netCDF variable.";
    private static final int DEFLATE = 4;
    private static final int SCALE_CHUNK = 1 << 16;

    private Netcdf4Writer() {}

    /** Writes a file; after a failure a part of it may be left. */
    static void write(Path file, FileDraft draft) {
        Header header = draft.header();
        try (WritableHdfFile out = HdfFile.write(file)) {
            out.removeAttribute("_jHDF");
            out.putAttribute("_NCProperties", "version=2,jhdf=0.13.0");
            attribute(out, header.attributes().list());
            for (int id = 0; id < header.dimensions().size(); id++) {
                Dimension dimension = header.dimensions().get(id);
                if (coordinate(header, dimension).isEmpty()) {
                    bareDimension(out, dimension, id);
                }
            }
            for (VariableHeader variable : header.variables()) {
                variable(out, header, variable, draft.values(variable.name()));
            }
        }
    }

    private static void bareDimension(WritableHdfFile out, Dimension dimension, int id) {
        int length = Math.toIntExact(dimension.length());
        WritableDataset scale =
                out.putDataset(dimension.name(), new byte[length], options(new long[] {Math.min(length, SCALE_CHUNK)}));
        scale(scale, NO_VARIABLE + String.format(Locale.ROOT, "%10d", length), id);
    }

    private static void variable(WritableHdfFile out, Header header, VariableHeader variable, Object values) {
        Object nested = variable.rank() == 0 ? Array.get(values, 0) : nested(values, variable.shape(), 0, 0);
        WritableDataset dataset = variable.storage().chunked()
                ? out.putDataset(
                        variable.name(), nested, options(variable.storage().chunk()))
                : out.putDataset(variable.name(), nested);
        attribute(dataset, variable.attributes().list());
        if (variable.rank() == 0) {
            return;
        }
        int[] ids = variable.dimensions().stream()
                .mapToInt(name -> id(header, name))
                .toArray();
        if (ids.length == 1 && variable.name().equals(variable.dimensions().get(0))) {
            scale(dataset, variable.name(), ids[0]);
        } else {
            dataset.putAttribute("_Netcdf4Coordinates", ids);
        }
    }

    private static void scale(WritableDataset dataset, String name, int id) {
        dataset.putAttribute("CLASS", "DIMENSION_SCALE");
        dataset.putAttribute("NAME", name);
        dataset.putAttribute("_Netcdf4Dimid", id);
    }

    private static DatasetCreationOptions options(long[] chunk) {
        int[] shape = new int[chunk.length];
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = Math.toIntExact(chunk[axis]);
        }
        return DatasetCreationOptions.builder()
                .chunkDimensions(shape)
                .shuffle()
                .deflate(DEFLATE)
                .build();
    }

    private static void attribute(WritableNode node, List<Attribute> attributes) {
        for (Attribute attribute : attributes) {
            if (attribute.isText()) {
                node.putAttribute(attribute.name(), attribute.text().orElse(""));
            } else {
                node.putAttribute(attribute.name(), numbers(attribute));
            }
        }
    }

    private static Object numbers(Attribute attribute) {
        List<?> values = attribute.values();
        if (values.size() == 1) {
            return values.get(0);
        }
        return attribute.numbers();
    }

    private static Optional<VariableHeader> coordinate(Header header, Dimension dimension) {
        return header.variable(dimension.name()).filter(variable -> variable.rank() == 1);
    }

    private static int id(Header header, String dimension) {
        List<String> names = header.dimensions().stream().map(Dimension::name).toList();
        return names.indexOf(dimension);
    }

    /** Turns a flat array into the arrays of arrays that jhdf takes. */
    private static Object nested(Object flat, long[] shape, int axis, int start) {
        int length = Math.toIntExact(shape[axis]);
        Class<?> element = flat.getClass().getComponentType();
        int[] rest = new int[shape.length - axis];
        int stride = 1;
        for (int i = axis; i < shape.length; i++) {
            rest[i - axis] = Math.toIntExact(shape[i]);
            stride *= i == axis ? 1 : rest[i - axis];
        }
        Object out = Array.newInstance(element, rest);
        if (rest.length == 1) {
            System.arraycopy(flat, start, out, 0, length);
            return out;
        }
        for (int i = 0; i < length; i++) {
            Array.set(out, i, nested(flat, shape, axis + 1, start + i * stride));
        }
        return out;
    }
}
