package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Puts files in the order of their append coordinate, and counts times in one way where files count them differently.
 *
 * @param dimension along which files are put one behind the other
 * @param times knows what numbers of time mean
 * @param conflicts receives what is not as it must be
 */
record TimeOrder(String dimension, TimeReading times, Consumer<Conflict> conflicts) {

    private static final String UNITS = "units";
    private static final String CALENDAR = "calendar";

    /** Units from the coarsest to the finest, in microseconds. */
    private static final List<String> UNIT_NAMES =
            List.of("days", "hours", "minutes", "seconds", "milliseconds", "microseconds");

    private static final long[] UNIT_MICROS = {86_400_000_000L, 3_600_000_000L, 60_000_000L, 1_000_000L, 1000, 1};

    /** Returns the files in order of their coordinate; as they came where they have none. */
    List<VirtualFile> ordered(List<VirtualFile> files) {
        if (files.stream().anyMatch(file -> coordinate(file).isEmpty())) {
            return files;
        }
        List<VirtualFile> same = sameCount(files) ? files : counted(files);
        double[] first = new double[same.size()];
        for (int i = 0; i < first.length; i++) {
            double[] numbers = numbers(coordinate(same.get(i)).orElseThrow());
            first[i] = numbers.length == 0 ? Double.NEGATIVE_INFINITY : numbers[0];
        }
        List<VirtualFile> ordered = IntStream.range(0, first.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> first[i]))
                .map(same::get)
                .toList();
        requireAscending(ordered);
        return ordered;
    }

    private Optional<VirtualArray> coordinate(VirtualFile file) {
        return file.array(dimension)
                .filter(array -> array.isInline()
                        && array.type().element().isNumeric()
                        && array.grid().rank() == 1);
    }

    private boolean sameCount(List<VirtualFile> files) {
        VirtualArray one = coordinate(files.get(0)).orElseThrow();
        for (VirtualFile file : files) {
            VirtualArray other = coordinate(file).orElseThrow();
            if (!other.type().equals(one.type())
                    || !other.attributes().find(UNITS).equals(one.attributes().find(UNITS))
                    || !other.attributes()
                            .find(CALENDAR)
                            .equals(one.attributes().find(CALENDAR))) {
                return false;
            }
        }
        return true;
    }

    private static double[] numbers(VirtualArray array) {
        TimeReading.Numbers numbers = HeldNumbers.of(array);
        return numbers.real().length > 0
                ? numbers.real()
                : Arrays.stream(numbers.whole()).asDoubleStream().toArray();
    }

    /** Times that are there twice, or go back, would be two truths in one store. */
    private void requireAscending(List<VirtualFile> ordered) {
        double last = Double.NEGATIVE_INFINITY;
        for (VirtualFile file : ordered) {
            for (double number : numbers(coordinate(file).orElseThrow())) {
                if (!(number > last)) {
                    conflicts.accept(new Conflict(
                            file.source().location(),
                            dimension,
                            "the value",
                            String.valueOf(number),
                            "one after " + last + ": values overlap, or are there twice"));
                    return;
                }
                last = number;
            }
        }
    }

    /** Counts all times from 1970 on, in whole numbers of the coarsest unit that holds every one of them exactly. */
    private List<VirtualFile> counted(List<VirtualFile> files) {
        List<List<Counted>> read = new ArrayList<>();
        for (VirtualFile file : files) {
            read.add(read(file));
        }
        int unit = 0;
        for (List<Counted> arrays : read) {
            for (Counted array : arrays) {
                while (!dividesAll(UNIT_MICROS[unit], array.micros())) {
                    unit++;
                }
            }
        }
        List<VirtualFile> counted = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            counted.add(replaced(files.get(i), read.get(i), unit));
        }
        return counted;
    }

    private static boolean dividesAll(long unit, long[] micros) {
        return Arrays.stream(micros).allMatch(time -> time % unit == 0);
    }

    /** Times of one array, counted in microseconds. */
    private record Counted(VirtualArray array, long[] micros) {}

    /** Reads the coordinate and its bounds, which count as it does. */
    private List<Counted> read(VirtualFile file) {
        VirtualArray coordinate = coordinate(file).orElseThrow();
        List<Counted> read = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of(dimension));
        coordinate.attributes().text("bounds").ifPresent(names::add);
        coordinate.attributes().text("climatology").ifPresent(names::add);
        for (String name : names) {
            Optional<VirtualArray> array = file.array(name).filter(VirtualArray::isInline);
            if (array.isPresent()) {
                Attributes said = array.get().attributes();
                String units = said.text(UNITS)
                        .or(() -> coordinate.attributes().text(UNITS))
                        .orElse("");
                String calendar = said.text(CALENDAR)
                        .or(() -> coordinate.attributes().text(CALENDAR))
                        .orElse("");
                Optional<long[]> micros = times.micros(units, calendar, HeldNumbers.of(array.get()));
                if (micros.isEmpty()) {
                    conflicts.accept(new Conflict(
                            file.source().location(),
                            name,
                            "times",
                            "in \"" + units + "\", calendar \"" + calendar + "\"",
                            "times that can be counted as those of the other files are"));
                }
                read.add(new Counted(array.get(), micros.orElse(new long[0])));
            }
        }
        return read;
    }

    private static VirtualFile replaced(VirtualFile file, List<Counted> read, int unit) {
        List<VirtualArray> arrays = new ArrayList<>(file.arrays());
        for (Counted counted : read) {
            String path = counted.array().path();
            arrays.replaceAll(array -> array.path().equals(path) ? replaced(counted, unit) : array);
        }
        return file.with(arrays);
    }

    private static VirtualArray replaced(Counted counted, int unit) {
        long[] numbers = Arrays.stream(counted.micros())
                .map(micros -> micros / UNIT_MICROS[unit])
                .toArray();
        List<Attribute> list = new ArrayList<>(counted.array().attributes().list());
        list.removeIf(attribute -> List.of(
                        UNITS,
                        CALENDAR,
                        "_FillValue",
                        "missing_value",
                        "valid_min",
                        "valid_max",
                        "valid_range",
                        "actual_range")
                .contains(attribute.name()));
        list.add(Attribute.of(UNITS, UNIT_NAMES.get(unit) + " since 1970-01-01T00:00:00Z"));
        list.add(Attribute.of(CALENDAR, "proleptic_gregorian"));
        return counted.array()
                .with(List.of())
                .with(
                        new VirtualType(ElementType.LONG, false),
                        new Attributes(list),
                        ChunkReferences.inline(HeldNumbers.bytes(numbers)));
    }
}
