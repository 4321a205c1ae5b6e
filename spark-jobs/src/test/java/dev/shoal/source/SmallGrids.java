package dev.shoal.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.write.NetcdfFormatWriter;

/** Files of one step each, whose variables a test chooses. */
final class SmallGrids {

    static final int ROWS = 3;
    static final int COLUMNS = 4;

    /**
     * A variable.
     *
     * @param name of it
     * @param type of its stored numbers, all {@code stored}
     * @param units of it
     * @param scale factor; 1 for none
     * @param axes names, of {@code time level lat lon}
     */
    record Field(String name, DataType type, String units, double scale, int stored, String axes) {

        static Field of(String name, String units, int stored) {
            return new Field(name, DataType.FLOAT, units, 1, stored, "time lat lon");
        }

        static Field flag(String name, DataType type, int stored) {
            return new Field(name, type, "", 0, stored, "time lat lon");
        }

        Field packed(double factor) {
            return new Field(name, DataType.SHORT, units, factor, stored, axes);
        }

        Field as(DataType other) {
            return new Field(name, other, units, scale, stored, axes);
        }

        Field along(String others) {
            return new Field(name, type, units, scale, stored, others);
        }
    }

    private SmallGrids() {}

    /** Writes a file of a day of 2020. */
    static Path write(Path folder, int day, Field... fields) throws IOException {
        Path path = folder.resolve(String.format("day-%03d.nc", day));
        NetcdfFormatWriter.Builder builder = NetcdfFormatWriter.createNewNetcdf3(path.toString());
        builder.addDimension("time", 1);
        builder.addDimension("level", 2);
        builder.addDimension("lat", ROWS);
        builder.addDimension("lon", COLUMNS);
        for (List<String> axis : List.of(
                List.of("time", "days since 2020-01-01"),
                List.of("level", "m"),
                List.of("lat", "degrees_north"),
                List.of("lon", "degrees_east"))) {
            builder.addVariable(axis.get(0), DataType.DOUBLE, axis.get(0))
                    .addAttribute(new Attribute("units", axis.get(1)));
        }
        for (Field field : fields) {
            ucar.nc2.Variable.Builder<?> variable = builder.addVariable(field.name(), field.type(), field.axes());
            variable.addAttribute(new Attribute("units", field.units()));
            if (field.scale() == 0) {
                variable.addAttribute(Attribute.builder("flag_values")
                        .setValues(Array.factory(field.type(), new int[] {2}))
                        .build());
            } else if (field.scale() != 1) {
                variable.addAttribute(new Attribute("scale_factor", (float) field.scale()));
            }
        }
        try (NetcdfFormatWriter writer = builder.build()) {
            fill(writer, "time", day, 0);
            fill(writer, "level", 5, 10);
            fill(writer, "lat", 40, 1);
            fill(writer, "lon", -20, 1);
            for (Field field : fields) {
                fill(writer, field.name(), field.stored(), 0);
            }
        } catch (InvalidRangeException error) {
            throw new IllegalStateException(error);
        }
        return path;
    }

    private static void fill(NetcdfFormatWriter writer, String name, double first, double step)
            throws IOException, InvalidRangeException {
        ucar.nc2.Variable variable = Objects.requireNonNull(writer.findVariable(name));
        Array array = Array.factory(variable.getDataType(), variable.getShape());
        for (int i = 0; i < array.getSize(); i++) {
            array.setDouble(i, first + i * step);
        }
        writer.write(name, array);
    }
}
