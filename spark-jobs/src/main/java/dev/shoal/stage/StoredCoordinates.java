package dev.shoal.stage;

import dev.shoal.cf.view.FieldViews;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.stage.GridDescription.Steps;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * Time and levels as the files have them: by their names, in their units and with their attributes, those of the first
 * file. Where files count time in several ways, it is counted in seconds since 1970.
 */
final class StoredCoordinates {

    private static final double MICROS = 1e6;

    private final Header first;
    private final Map<Long, Double> numbers = new HashMap<>();
    private Optional<Steps> time = Optional.empty();
    private boolean alike = true;

    private StoredCoordinates(Header first) {
        this.first = first;
    }

    /** Reads those of files that all count time by keys of one kind. */
    static StoredCoordinates of(
            GridAssembly assembly, List<FileDescription> files, FieldViews views, Configuration conf) {
        String path = assembly.files().get(0);
        try (ArrayFile file = views.over(ArrayStores.open(path, conf))) {
            StoredCoordinates stored = new StoredCoordinates(file.header());
            assembly.time().ifPresent(keys -> files.forEach(one -> stored.take(one, assembly, keys)));
            return stored;
        } catch (IOException error) {
            throw StageException.store(path, error);
        }
    }

    private void take(FileDescription file, GridAssembly assembly, TimeKeys keys) {
        if (!assembly.files().contains(file.file().path())) {
            return;
        }
        for (GridDescription field : file.grids()) {
            Steps own = field.time();
            if (own.count() > 0 && assembly.variables().containsKey(field.name())) {
                Steps known = time.orElse(own);
                time = Optional.of(known);
                alike &= own.units().equals(known.units()) && own.calendar().equals(known.calendar());
                for (int step = 0; step < own.count(); step++) {
                    numbers.put(keys.key(own, step), own.numbers()[step]);
                }
            }
        }
    }

    /**
     * A coordinate of time.
     *
     * @param name of the variable
     * @param type of its elements
     * @param attributes of the variable
     * @param values primitive array of that type
     */
    record Time(String name, ElementType type, Attributes attributes, Object values) {}

    /** Returns the coordinate of time for steps by their keys. */
    Time time(long[] keys, TimeKeys known) {
        Steps steps = time.orElseThrow();
        String name = simple(steps.variable());
        double[] values = new double[keys.length];
        for (int i = 0; i < keys.length; i++) {
            values[i] = alike ? numbers.getOrDefault(keys[i], Double.NaN) : keys[i] / MICROS;
        }
        String units = alike ? steps.units() : "seconds since 1970-01-01T00:00:00Z";
        String calendar = alike ? steps.calendar() : known.calendar();
        Attributes attributes = KeptAttributes.ofCoordinate(
                attributes(steps.variable()),
                Attribute.of("standard_name", "time"),
                Attribute.of("axis", "T"),
                Attribute.of("units", units),
                Attribute.of("calendar", calendar));
        return new Time(name, ElementType.DOUBLE, attributes, values);
    }

    /** Returns the attributes of a variable of the first file. */
    Attributes attributes(String variable) {
        return first.variable(variable).map(VariableHeader::attributes).orElse(Attributes.NONE);
    }

    private static String simple(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
