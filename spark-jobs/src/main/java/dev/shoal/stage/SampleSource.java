package dev.shoal.stage;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.GridVariable;
import dev.shoal.cf.TimeAxis;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attributes;
import dev.shoal.plan.StepSource;
import dev.shoal.regrid.Weigher;
import dev.shoal.zarr.ArrayStores;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** The fields of several files, by their steps; holds one file open. For one thread. */
final class SampleSource implements Closeable {

    private final SampleRequest request;
    private final Configuration conf;
    private final List<String> paths = new ArrayList<>();
    private final Map<String, TreeMap<Long, StepSource>> steps = new LinkedHashMap<>();
    private final Map<String, Attributes> attributes = new LinkedHashMap<>();
    private final Map<String, String> leftOut = new TreeMap<>();
    private final Map<String, Weigher> weighers = new HashMap<>();
    private final Map<String, SampledField> ready = new HashMap<>();
    private Optional<ArrayFile> open = Optional.empty();
    private int openFile = -1;

    /** Looks into all files. */
    SampleSource(SampleRequest request, TrackPoints points, Configuration conf) throws IOException {
        this.request = request;
        this.conf = conf;
        for (FileEntry entry : FileEntry.list(request.inputs(), conf)) {
            try (ArrayFile file = ArrayStores.open(entry.path(), conf)) {
                for (GridVariable field : CfDataset.of(file).grids()) {
                    take(field, points);
                }
                paths.add(entry.path());
            }
        }
        leftOut.keySet().forEach(steps::remove);
        for (String wanted : request.variables()) {
            if (leftOut.containsKey(wanted)) {
                throw StageException.configuration("Cannot sample '" + wanted + "': " + leftOut.get(wanted));
            }
        }
        if (steps.isEmpty()) {
            throw StageException.configuration("Cannot sample " + request.inputs() + ": found no field"
                    + (request.variables().isEmpty() ? "" : " of " + request.variables()) + " that can be sampled."
                    + String.join(
                            " ",
                            leftOut.values().stream()
                                    .map(reason -> " " + reason)
                                    .toList()));
        }
    }

    private void take(GridVariable field, TrackPoints points) {
        String name = field.header().name();
        boolean wanted = request.variables().isEmpty()
                || request.variables().contains(name)
                || field.standardName().filter(request.variables()::contains).isPresent();
        if (!wanted) {
            return;
        }
        if (field.verticalAxis().isPresent() && !points.hasDepth()) {
            leftOut.put(name, "it has levels, and the points have no depth. Add a column depth, in metres.");
            return;
        }
        TreeMap<Long, StepSource> own = steps.computeIfAbsent(name, key -> new TreeMap<>());
        attributes.putIfAbsent(name, field.header().attributes());
        Optional<long[]> times = field.time().flatMap(TimeAxis::micros);
        if (field.timeAxis().isEmpty()) {
            own.put(
                    times.filter(micros -> micros.length == 1)
                            .map(micros -> micros[0])
                            .orElse(0L),
                    new StepSource(paths.size(), 0));
        } else if (times.isEmpty() || !points.hasTime()) {
            leftOut.put(
                    name,
                    points.hasTime()
                            ? "its times have no timestamps."
                            : "it has times, and the points have none. Add a column time.");
        } else {
            for (int step = 0; step < times.get().length; step++) {
                own.put(times.get()[step], new StepSource(paths.size(), step));
            }
        }
    }

    /** Returns the names of the variables. */
    List<String> variables() {
        return new ArrayList<>(steps.keySet());
    }

    /** Returns where the steps of a variable are, in order of time. */
    SortedMap<Long, StepSource> steps(String variable) {
        return steps.getOrDefault(variable, new TreeMap<>());
    }

    Attributes attributes(String variable) {
        return attributes.getOrDefault(variable, Attributes.NONE);
    }

    /** Returns the variables that cannot be sampled, with the reasons. */
    Map<String, String> leftOut() {
        return leftOut;
    }

    /** Returns a variable of a file, which is open until another is asked for. */
    SampledField field(String variable, int file) throws IOException {
        if (openFile != file) {
            close();
            open = Optional.of(ArrayStores.open(paths.get(file), conf));
            openFile = file;
        }
        SampledField known = ready.get(variable);
        if (known != null) {
            return known;
        }
        CfDataset dataset = CfDataset.of(open.orElseThrow());
        GridVariable field = dataset.grid(variable)
                .orElseThrow(() -> StageException.configuration("Cannot sample '" + variable + "' of '"
                        + paths.get(file) + "': the file changed while it was read. Run again."));
        Weigher weigher =
                weighers.computeIfAbsent(field.grid().digest(), digest -> Weigher.of(field.grid(), request.scheme()));
        SampledField made = new SampledField(open.orElseThrow(), dataset, field, request, weigher);
        ready.put(variable, made);
        return made;
    }

    @Override
    public void close() throws IOException {
        ready.clear();
        openFile = -1;
        if (open.isPresent()) {
            ArrayFile last = open.get();
            open = Optional.empty();
            last.close();
        }
    }
}
