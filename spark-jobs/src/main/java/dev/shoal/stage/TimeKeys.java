package dev.shoal.stage;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.stage.GridDescription.Steps;
import java.util.List;

/**
 * How the steps of a dataset are told apart and written: as microseconds since 1970 UTC where the calendar has
 * timestamps, otherwise as the files' own numbers, which then must all have one unit and one calendar.
 *
 * @param timestamps whether keys are microseconds
 * @param units of the numbers written
 * @param calendar CF name
 */
record TimeKeys(boolean timestamps, String units, String calendar) {

    /** Returns the keys of a time coordinate as it was written. */
    static TimeKeys of(ElementType type, Attributes attributes) {
        return new TimeKeys(
                type == ElementType.LONG,
                attributes.text("units").orElse(""),
                attributes.text("calendar").orElse("standard"));
    }

    /** Returns the type of the coordinate that is written. */
    ElementType type() {
        return timestamps ? ElementType.LONG : ElementType.DOUBLE;
    }

    /** Returns the keys for steps like these. */
    static TimeKeys of(Steps first) {
        return first.hasTimestamps()
                ? new TimeKeys(true, "microseconds since 1970-01-01T00:00:00Z", "proleptic_gregorian")
                : new TimeKeys(false, first.units(), first.calendar());
    }

    /** Tells whether these steps can be told apart by the same keys. */
    boolean fits(Steps steps) {
        return timestamps
                ? steps.hasTimestamps()
                : !steps.hasTimestamps()
                        && steps.units().equals(units)
                        && steps.calendar().equals(calendar);
    }

    /** Returns a key that is ordered as time is. */
    long key(Steps steps, int step) {
        return timestamps ? steps.micros()[step] : sortable(steps.numbers()[step]);
    }

    /** Returns the number that is written for a key. */
    double number(long key) {
        return timestamps ? key : Double.longBitsToDouble(key < 0 ? key ^ Long.MAX_VALUE : key);
    }

    /** Returns a whole number that is ordered as the number is. */
    static long sortable(double number) {
        long bits = Double.doubleToLongBits(number == 0 ? 0.0 : number);
        return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }

    /** Returns the attributes of the time coordinate. */
    Attributes attributes() {
        return new Attributes(List.of(
                Attribute.of("standard_name", "time"),
                Attribute.of("axis", "T"),
                Attribute.of("units", units),
                Attribute.of("calendar", calendar)));
    }
}
