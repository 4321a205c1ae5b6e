package dev.shoal.cf;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads and unpacks whole coordinate variables, each once. */
final class CoordinateValues {

    /** More coordinates than this are not held: 256 MiB of doubles. */
    private static final long MOST_CELLS = 1L << 25;

    private static final Pattern RADIANS = Pattern.compile("rad(ian)?s?", Pattern.CASE_INSENSITIVE);

    /** MPAS stores radians and does not say so. */
    private static final Pattern OF_MPAS = Pattern.compile("(lat|lon)(Cell|Edge|Vertex)");

    private final ArrayFile file;
    private final Problems problems;
    private final Map<String, double[]> values = new HashMap<>();
    private final Map<String, TimeAxis> times = new HashMap<>();

    CoordinateValues(ArrayFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Returns the values, NaN where missing, not to be changed; nothing where there are too many to hold. */
    Optional<double[]> of(VariableHeader variable) throws IOException {
        double[] known = values.get(variable.name());
        if (known != null) {
            return Optional.of(known);
        }
        if (variable.size() > MOST_CELLS) {
            problems.accept("Coordinate " + variable.name() + " has " + variable.size() + " values, more than "
                    + MOST_CELLS + ": variables on it are left out.");
            return Optional.empty();
        }
        double[] read = variable.type().isNumeric()
                ? Packing.of(variable, problems).decode(file.read(variable))
                : TimeTexts.numbers(variable, file.read(variable));
        values.put(variable.name(), read);
        return Optional.of(read);
    }

    /** Returns the values of a latitude or longitude in degrees, NaN where missing, not to be changed. */
    Optional<double[]> degrees(VariableHeader variable) throws IOException {
        boolean radians =
                RADIANS.matcher(variable.attributes().text("units").orElse("")).matches()
                        || (OF_MPAS.matcher(variable.name()).matches()
                                && variable.attributes().text("units").isEmpty());
        Optional<double[]> stored = of(variable);
        return radians
                ? stored.map(
                        values -> Arrays.stream(values).map(Math::toDegrees).toArray())
                : stored;
    }

    /** Returns the times that a variable of rank 0 or 1 holds, or nothing where there are too many to hold. */
    Optional<TimeAxis> time(VariableHeader variable) throws IOException {
        TimeAxis known = times.get(variable.name());
        if (known != null) {
            return Optional.of(known);
        }
        Optional<double[]> numbers = of(variable);
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        TimeAxis axis = axis(variable, numbers.get());
        times.put(variable.name(), axis);
        return Optional.of(axis);
    }

    private TimeAxis axis(VariableHeader variable, double[] numbers) throws IOException {
        String units = BatchAssembly.unitsText(variable);
        String calendar = variable.attributes().text("calendar").orElse("");
        Optional<TimeUnits> parsed = BatchAssembly.units(
                variable, problem -> problems.accept("Variable " + variable.name() + ": " + problem));
        Optional<long[]> micros = parsed.isPresent() ? micros(variable, parsed.get(), numbers) : Optional.empty();
        String title = parsed.map(time -> time.calendar().title()).orElse(calendar);
        if (parsed.isPresent() && micros.isEmpty()) {
            problems.accept("Time " + variable.name() + " (\"" + units + "\", calendar " + title
                    + ") has dates without a timestamp: its numbers and units are kept.");
        }
        return new TimeAxis(variable.name(), units, title, numbers, micros, bounds(variable));
    }

    /** Bounds of time count as the time does (CF 1.11, section 7.1). */
    private double[] bounds(VariableHeader variable) throws IOException {
        Optional<VariableHeader> found = variable.attributes()
                .text("bounds")
                .flatMap(file.header()::variable)
                .filter(bounds -> bounds.type().isNumeric())
                .filter(bounds -> bounds.size() == 2 * variable.size() && bounds.shape()[bounds.rank() - 1] == 2);
        return found.isEmpty()
                ? new double[0]
                : Packing.of(found.get(), problems).decode(file.read(found.get()));
    }

    /** Integers past 2^53 are read again, as such. */
    private Optional<long[]> micros(VariableHeader variable, TimeUnits units, double[] numbers) throws IOException {
        Packing packing = Packing.of(variable);
        boolean exact = true;
        for (double number : numbers) {
            exact &= !(Math.abs(number) > 0x1p53);
        }
        if (exact || !packing.isWhole()) {
            return units.micros(numbers);
        }
        long[] whole = packing.wholeNumbers(file.read(variable));
        long[] micros = new long[whole.length];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = units.micros(whole[i]);
            if (micros[i] == TimeUnits.MISSING) {
                return Optional.empty();
            }
        }
        return Optional.of(micros);
    }
}
