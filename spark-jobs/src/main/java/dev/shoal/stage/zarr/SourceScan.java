package dev.shoal.stage.zarr;

import dev.shoal.cf.Packing;
import dev.shoal.cf.TimeUnits;
import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Compares files with the first one. */
final class SourceScan {

    private final SourceTemplate template;
    private final Configuration conf;

    SourceScan(SourceTemplate template, Configuration conf) {
        this.template = template;
        this.conf = conf;
    }

    /** Returns what is known of a file; where it cannot be read, that is its conflict. */
    SourceFacts facts(ArchiveEntry entry) throws IOException {
        try (ArrayFile file = template.named(ArrayStores.openForPlan(entry, conf))) {
            return facts(entry, file);
        } catch (UnreadableException unreadable) { // All files that cannot be read are told of at once.
            return new SourceFacts(
                    entry,
                    0,
                    new long[0],
                    "",
                    "",
                    Map.of(),
                    Map.of(),
                    List.of(unreadable.getMessage() + " Or leave the file out."));
        }
    }

    private SourceFacts facts(ArchiveEntry entry, ArrayFile file) throws IOException {
        List<String> conflicts = new ArrayList<>();
        Map<String, Long> sums = new LinkedHashMap<>();
        Map<String, ElementType> unpacked = new LinkedHashMap<>();
        for (VariableHeader expected : template.variables()) {
            Optional<VariableHeader> found = file.header().variable(expected.name());
            if (found.isEmpty()) {
                conflicts.add(Conflicts.absent(file.location(), expected.name()));
                continue;
            }
            conflicts.addAll(new Conflicts(template, file.location()).of(expected, found.get()));
            if (template.unpacked().contains(expected.name())) {
                unpacked.put(expected.name(), Packing.of(found.get()).unpacked());
            }
            if (expected.axis(template.append()) < 0) {
                sums.put(expected.name(), FieldSum.stored(file, found.get(), entry, conf));
            }
        }
        long steps = file.header()
                .dimension(template.append())
                .map(dimension -> dimension.length())
                .orElse(0L);
        return placed(entry, file, steps, sums, unpacked, conflicts);
    }

    private SourceFacts placed(
            ArchiveEntry entry,
            ArrayFile file,
            long steps,
            Map<String, Long> sums,
            Map<String, ElementType> unpacked,
            List<String> conflicts)
            throws IOException {
        Optional<VariableHeader> coordinate = file.header().variable(template.coordinate());
        if (coordinate.isEmpty() || !conflicts.isEmpty() || steps == 0) {
            return new SourceFacts(entry, steps, new long[0], "", "", sums, unpacked, conflicts);
        }
        Conversion conversion = Conversion.of(file, coordinate.get(), template);
        ArrayBlock raw = file.read(coordinate.get());
        ArrayBlock block = new ArrayBlock(raw.type(), raw.shape(), conversion.convert(raw));
        long[] keys = Keys.of(block);
        for (int i = 1; i < keys.length; i++) {
            if (keys[i] <= keys[i - 1]) {
                conflicts.add("Cannot place the steps of " + file.location() + ", variable " + template.coordinate()
                        + ": found " + label(block, i - 1) + " before " + label(block, i)
                        + ", expected increasing numbers. Sort the file, or leave it out.");
                break;
            }
        }
        return new SourceFacts(
                entry, steps, keys, label(block, 0), label(block, keys.length - 1), sums, unpacked, conflicts);
    }

    /** Returns a step for people: its time, or its number. */
    private String label(ArrayBlock block, int at) {
        double number = block.toDoubles()[at];
        Optional<VariableHeader> header = template.variable(template.coordinate());
        Optional<TimeUnits> units = header.flatMap(Conversion::units);
        return units.map(known -> known.label(number).replaceFirst("\\.000000$", ""))
                .filter(text -> !text.isEmpty())
                .orElse(String.valueOf(number));
    }

    /**
     * Decodes fields of a file.
     *
     * @param fields names of variables without the append dimension
     * @return the sums of their values by name
     */
    Map<String, Long> sums(ArchiveEntry entry, List<String> fields) throws IOException {
        Map<String, Long> sums = new LinkedHashMap<>();
        try (ArrayFile file = template.named(ArrayStores.open(entry, conf))) {
            for (String name : fields) {
                sums.put(
                        name,
                        FieldSum.decoded(file, file.header().variable(name).orElseThrow()));
            }
        }
        return sums;
    }
}
