package dev.shoal.cf;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the columns of one window and puts them together to a batch without padding. */
final class BatchAssembly {

    private static final Remembered<Said, Parsed> PARSED = new Remembered<>(BatchAssembly::parsed);

    /** Units of time as they are written. */
    private record Said(String units, String calendar) {}

    /** Units that were read, with the sentences about them. */
    private record Parsed(Optional<TimeUnits> units, List<String> problems) {}

    private final ObservationLayout layout;
    private final ObservationChoice choice;
    private final Optional<SampleColumn> time;
    private final Optional<TimeUnits> timeUnits;
    private final Optional<SampleColumn> latitude;
    private final Optional<SampleColumn> longitude;
    private final Optional<SampleColumn> vertical;
    private final Optional<SampleColumn> instrument;
    private final Optional<SampleColumn> platform;
    private final List<SampleColumn> variables = new ArrayList<>();
    private final SeriesNames series;

    BatchAssembly(ArrayFile file, SampleSpace space, ObservationLayout layout, ObservationChoice choice) {
        this.layout = layout;
        this.choice = choice;
        this.time = column(file, space, layout.time());
        this.timeUnits = layout.time().flatMap(header -> units(header, problem -> {}));
        this.latitude = column(file, space, layout.latitude());
        this.longitude = column(file, space, layout.longitude());
        this.vertical = column(file, space, layout.depth().vertical());
        this.instrument = column(file, space, layout.depth().instrument());
        this.platform = column(file, space, layout.platform().variable());
        layout.variables().forEach(variable -> variables.add(new SampleColumn(file, space, variable.header())));
        this.series = new SeriesNames(file.location(), space, layout);
    }

    static ObservationBatch nothing(int variables) {
        double[] none = new double[0];
        return new ObservationBatch(
                0, new String[0], new String[0], new long[0], none, none, none, new double[variables][0], new long[0]);
    }

    private static Optional<SampleColumn> column(ArrayFile file, SampleSpace space, Optional<VariableHeader> variable) {
        return variable.map(header -> new SampleColumn(file, space, header));
    }

    static Optional<TimeUnits> units(VariableHeader time, Consumer<String> problems) {
        boolean text = !time.type().isNumeric();
        String calendar = text
                ? "proleptic_gregorian"
                : time.attributes().text("calendar").orElse("");
        Parsed parsed = PARSED.of(new Said(unitsText(time), calendar));
        parsed.problems().forEach(problems);
        return parsed.units();
    }

    private static Parsed parsed(Said said) {
        List<String> problems = new ArrayList<>();
        return new Parsed(TimeUnits.parse(said.units(), said.calendar(), problems::add), problems);
    }

    /** Returns the units of a time's numbers as stored; of times written as texts those they are read in. */
    static String unitsText(VariableHeader time) {
        return time.type().isNumeric() ? time.attributes().text("units").orElse("") : TimeTexts.UNITS;
    }

    /** Returns the smallest box of places with all wanted observations; reads their coordinates, not their values. */
    Optional<Window> chosen(Positions positions) throws IOException {
        Window window = positions.window();
        if (!choice.bounds() || window.rank() == 0) {
            return Optional.of(window);
        }
        long[] times = micros(numbers(time, positions), positions);
        double[] lat = numbers(latitude, positions);
        double[] lon = numbers(longitude, positions);
        double[] depths = depths(numbers(vertical, positions), numbers(instrument, positions));
        String[] platforms = platforms(positions);
        ChosenBox box = new ChosenBox(window);
        for (int i = 0; i < times.length; i++) {
            if (choice.wants(platforms[i], times[i], lat[i], lon[i], depths[i])) {
                box.add(i);
            }
        }
        return box.window();
    }

    ObservationBatch assemble(Positions positions) throws IOException {
        double[] times = numbers(time, positions);
        double[] lat = numbers(latitude, positions);
        double[] lon = numbers(longitude, positions);
        double[] levels = numbers(vertical, positions);
        boolean[] padding = new boolean[positions.size()];
        markMissing(time, times, padding);
        markMissing(latitude, lat, padding);
        markMissing(longitude, lon, padding);
        markMissing(vertical, levels, padding);
        double[][] values = values(positions, anyOf(padding));
        keepValues(values, padding);
        KeptPlaces kept = KeptPlaces.without(padding);
        long[] micros = micros(times, positions);
        String[] platforms = platforms(positions);
        String[] names = series.of(positions, platforms);
        return new ObservationBatch(
                kept.size(),
                kept.of(platforms),
                kept.of(names),
                kept.of(micros),
                kept.of(lat),
                kept.of(lon),
                kept.of(depths(levels, numbers(instrument, positions))),
                kept.of(values),
                kept.of(positions.places()));
    }

    private static boolean anyOf(boolean[] places) {
        for (boolean place : places) {
            if (place) {
                return true;
            }
        }
        return false;
    }

    /** Reads the variables that are wanted, and all of them where they tell padding from observations. */
    private double[][] values(Positions positions, boolean tellPadding) throws IOException {
        double[][] values = new double[variables.size()][];
        double[] unread = new double[positions.size()];
        Arrays.fill(unread, Double.NaN);
        for (int v = 0; v < values.length; v++) {
            ObservedVariable variable = layout.variables().get(v);
            boolean tells = tellPadding && variable.kind() == ObservedVariable.Kind.DATA;
            if (!tells && !choice.wants(variable)) {
                values[v] = unread;
                continue;
            }
            values[v] = variables.get(v).numbers(positions);
            if (variable.factor() != 1 || variable.offset() != 0) {
                values[v] = linear(values[v], variable.factor(), variable.offset());
            }
        }
        return values;
    }

    private static double[] linear(double[] values, double factor, double offset) {
        double[] moved = new double[values.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = values[i] * factor + offset;
        }
        return moved;
    }

    private static double[] numbers(Optional<SampleColumn> column, Positions positions) throws IOException {
        if (column.isPresent()) {
            return column.get().numbers(positions);
        }
        double[] missing = new double[positions.size()];
        Arrays.fill(missing, Double.NaN);
        return missing;
    }

    private static void markMissing(Optional<SampleColumn> column, double[] values, boolean[] padding) {
        if (column.isEmpty()) {
            return;
        }
        for (int i = 0; i < padding.length; i++) {
            padding[i] |= Double.isNaN(values[i]);
        }
    }

    private void keepValues(double[][] values, boolean[] padding) {
        for (int v = 0; v < values.length; v++) {
            if (layout.variables().get(v).kind() == ObservedVariable.Kind.DATA) {
                for (int i = 0; i < padding.length; i++) {
                    padding[i] &= Double.isNaN(values[v][i]);
                }
            }
        }
    }

    private String[] platforms(Positions positions) throws IOException {
        PlatformSource source = layout.platform();
        String[] platforms = new String[positions.size()];
        Arrays.fill(platforms, source.name());
        if (platform.isEmpty()) {
            return platforms;
        }
        String[] names = platform.get().texts(positions);
        for (int i = 0; i < platforms.length; i++) {
            boolean same = i > 0 && names[i].equals(names[i - 1]);
            String name = names[i].isEmpty() ? source.name() : source.prefix() + names[i];
            platforms[i] = same ? platforms[i - 1] : name;
        }
        return platforms;
    }

    private long[] micros(double[] times, Positions positions) throws IOException {
        long[] micros = new long[times.length];
        Arrays.fill(micros, TimeUnits.MISSING);
        if (timeUnits.isEmpty() || time.isEmpty()) {
            return micros;
        }
        TimeUnits units = timeUnits.get();
        if (time.get().isWiderThanDoubles()) {
            long[] whole = time.get().wholeNumbers(positions);
            for (int i = 0; i < micros.length; i++) {
                micros[i] = units.micros(whole[i]);
            }
            return micros;
        }
        for (int i = 0; i < micros.length; i++) {
            micros[i] = units.micros(times[i]);
        }
        return micros;
    }

    private double[] depths(double[] levels, double[] instruments) {
        DepthSource source = layout.depth();
        double[] depths = new double[levels.length];
        for (int i = 0; i < depths.length; i++) {
            depths[i] = levels[i] * source.factor() + 0.0;
            if (source.instrument().isPresent()) {
                depths[i] += instruments[i] * source.instrumentFactor();
            }
        }
        return depths;
    }
}
