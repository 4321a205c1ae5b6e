package dev.shoal.stage.zarr;

import dev.shoal.cf.Packing;
import dev.shoal.cf.TimeUnits;
import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import java.util.Optional;

/** Turns the elements of one file into those of the store. */
interface Conversion {

    /** Elements as they are. */
    Conversion NONE = ArrayBlock::values;

    /**
     * Returns an array of primitives of the store's type.
     *
     * @throws UnreadableException where an element cannot be told in the store's units
     */
    Object convert(ArrayBlock block) throws UnreadableException;

    /** Returns how a variable counts time, where it does. */
    static Optional<TimeUnits> units(VariableHeader header) {
        return header.attributes()
                .text("units")
                .filter(units -> units.contains(" since "))
                .flatMap(units -> TimeUnits.parse(
                        units, header.attributes().text("calendar").orElse(""), problem -> {}));
    }

    /** Returns the conversion to real numbers. */
    static Conversion unpacking(VariableHeader header, ElementType type) {
        Packing packing = Packing.of(header);
        if (type == ElementType.FLOAT) {
            return block -> {
                float[] values = new float[block.size()];
                packing.decode(block, values);
                return values;
            };
        }
        return packing::decode;
    }

    /** Returns the conversion of stored elements into the units of the first file. */
    static Conversion of(ArrayFile file, VariableHeader found, SourceTemplate template) {
        String name = template.unitsOf().getOrDefault(found.name(), "");
        Optional<TimeUnits> from = file.header().variable(name).flatMap(Conversion::units);
        Optional<TimeUnits> to = template.variable(name).flatMap(Conversion::units);
        if (from.isEmpty() || to.isEmpty() || same(from.get(), to.get())) {
            return NONE;
        }
        TimeRewriting rewriting = new TimeRewriting(from.get(), to.get());
        return block -> rewriting
                .rewrite(block, found.attributes().number("_FillValue"))
                .orElseThrow(() -> new UnreadableException("Cannot combine " + file.location() + ", variable "
                        + found.name() + ": found times in " + from.get().text() + " that elements of type "
                        + found.type() + " cannot tell in " + to.get().text()
                        + ", expected the same units as in " + template.location()
                        + ". Convert the file's times first, or send first a file with finer units."));
    }

    private static boolean same(TimeUnits from, TimeUnits to) {
        return from.calendar() == to.calendar()
                && from.unitNanos() == to.unitNanos()
                && from.referenceMicros() == to.referenceMicros();
    }
}
