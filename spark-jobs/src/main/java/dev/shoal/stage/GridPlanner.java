package dev.shoal.stage;

import static java.util.Objects.requireNonNull;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.GridDetail;
import dev.shoal.cf.GridVariable;
import dev.shoal.cf.view.FieldViews;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.plan.GridPlan;
import dev.shoal.plan.PlannedArray;
import dev.shoal.plan.StepSource;
import dev.shoal.plan.UnitSizing;
import dev.shoal.qc.NearestName;
import dev.shoal.qc.QcSuite;
import dev.shoal.regrid.Grid;
import dev.shoal.spec.LayoutSpec;
import dev.shoal.spec.OutputSpec;
import dev.shoal.spec.RegridSpec;
import dev.shoal.spec.RunSpec;
import dev.shoal.spec.TimeSpec;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.ZarrArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;

/** Plans the way of fields into one store: which steps come from where, which arrays there are, and who makes what. */
final class GridPlanner {

    /** Copies of a chunk while it is put: cut out, as bytes, shuffled, compressed. */
    private static final int CHUNK_COPIES = 4;

    /** Sums of a period, its values and shares, and the steps that are taken in, for each cell. */
    private static final int PERIOD_BYTES = 128;

    /** Fields that weights are applied to at once. */
    private static final int FIELDS_TOGETHER = 8;

    private final RunSpec spec;
    private final Configuration conf;
    private final Coordinates coordinates;

    /** How time and levels are written. */
    enum Coordinates {
        /** As those of all datasets. */
        OF_DATASETS,
        /** As the files have them. */
        AS_STORED
    }

    GridPlanner(RunSpec spec, Configuration conf) {
        this(spec, conf, Coordinates.OF_DATASETS);
    }

    GridPlanner(RunSpec spec, Configuration conf, Coordinates coordinates) {
        this.spec = spec;
        this.conf = conf;
        this.coordinates = coordinates;
    }

    /**
     * Plans.
     *
     * @param described files that hold fields, in order of their paths
     * @param appendTo the store that the files' steps are added to, where they can be
     * @throws StageException where the specification asks for what the files do not have
     */
    GridPlanning plan(List<FileDescription> described, Optional<StoreState> appendTo) {
        checkVariables(described);
        GridAssembly assembly = new GridAssembly();
        Map<String, String> refused = new TreeMap<>();
        for (FileDescription file : described) {
            List<GridDescription> fields = file.grids().stream()
                    .filter(field -> field.isWanted(spec.source().variables()))
                    .toList();
            Optional<String> reason = fields.isEmpty()
                    ? Optional.of(
                            "Cannot add '" + file.file().path() + "' to the dataset: it holds none of the variables "
                                    + spec.source().variables() + ".")
                    : assembly.add(file, fields);
            reason.ifPresent(text -> refused.put(file.file().path(), text));
        }
        if (assembly.files().isEmpty()) {
            throw StageException.configuration("Cannot make dataset '" + spec.dataset() + "': none of the "
                    + described.size() + " files can be used. The first says: "
                    + refused.values().stream().findFirst().orElse("it holds no field") + ".");
        }
        Optional<StoredCoordinates> stored = coordinates == Coordinates.AS_STORED
                ? Optional.of(StoredCoordinates.of(assembly, described, views(), conf))
                : Optional.empty();
        return layOut(assembly, refused, appendTo, stored);
    }

    /** Refuses variables and tests of variables that no file has, and tests that only series can have. */
    private void checkVariables(List<FileDescription> described) {
        TreeSet<String> names = new TreeSet<>();
        for (FileDescription file : described) {
            for (GridDescription field : file.grids()) {
                names.add(field.name());
                if (!field.standardName().isEmpty()) {
                    names.add(field.standardName());
                }
            }
        }
        List<String> problems = new ArrayList<>();
        for (String variable : spec.source().variables()) {
            if (!names.contains(variable)) {
                problems.add(
                        "Cannot take variable '" + variable + "': no file has a field of that name or standard name."
                                + NearestName.hint(variable, names) + " There are: " + String.join(", ", names) + ".");
            }
        }
        problems.addAll(spec.qc().problemsOver(names));
        if (!spec.thresholds().byPlatform().isEmpty()) {
            problems.add("Cannot take thresholds by platform, of "
                    + spec.thresholds().byPlatform().firstKey()
                    + ", for grids: they have no platforms. Give thresholds with an empty platform.");
        }
        spec.qc().suites().forEach((variable, suite) -> {
            if (!suite.testsOfSeries().isEmpty()) {
                problems.add("Cannot run " + suite.testsOfSeries() + " on '" + variable
                        + "': they judge a series, and this dataset holds grids. Take them out of qc.");
            }
        });
        boolean judged = !spec.qc().suites().isEmpty();
        if (judged && spec.regrid().flatMap(RegridSpec::periods).isPresent()) {
            problems.add(
                    "Cannot put the steps of judged fields together: flags of a period are not defined. Judge in one"
                            + " run, and take 'regrid.time' in a second one of its store.");
        }
        if (!problems.isEmpty()) {
            throw StageException.configuration(String.join("\n", problems));
        }
    }

    private GridPlanning layOut(
            GridAssembly assembly,
            Map<String, String> refused,
            Optional<StoreState> appendTo,
            Optional<StoredCoordinates> stored) {
        Map<String, GridSource> sources = sources(assembly);
        Grid target = target(sources);
        Map<String, String> leftOut = new TreeMap<>();
        Map<String, FieldWay> ways = spec.regrid()
                .map(regrid -> new FieldWays(regrid, conf).of(assembly.variables(), sources, unfit()))
                .map(found -> found.taken(leftOut))
                .orElse(Map.of());
        Optional<PeriodAxis> periods = periods(assembly);
        long[] old = appendTo.map(StoreState::keys).orElse(new long[0]);
        long[] fresh = keys(assembly, periods);
        long[] keys = Arrays.copyOf(old, old.length + fresh.length);
        System.arraycopy(fresh, 0, keys, old.length, fresh.length);
        GridStoreLayout layout = started(target, spec.output(), stored, assembly, keys, periods);
        List<PeriodPlan> periodPlans = new ArrayList<>();
        List<PlannedArray> planned = new ArrayList<>();
        List<GridSource> used = new ArrayList<>();
        List<FieldWay> usedWays = new ArrayList<>();
        assembly.variables().forEach((name, field) -> {
            if ((old.length > 0 && field.time().count() == 0) || leftOut.containsKey(name)) {
                return;
            }
            GridSource source = requireNonNull(sources.get(name));
            Optional<FieldWay> way = Optional.ofNullable(ways.get(name));
            ZarrArray array = layout.variable(field, keys.length, source, way, levelsTogether(field, source));
            List<StepSource> steps = steps(assembly, field, periods.isEmpty() ? fresh : assembly.keys(), old.length);
            if (periods.isPresent()) {
                PeriodPlan plan = new PeriodPlan(
                        steps, periods.get().periods(), periods.get().how());
                periodPlans.add(plan);
                steps = field.time().count() > 0 ? plan.firsts() : steps;
            }
            planned.add(planned(field, array, source, way, steps));
            used.add(source);
            way.ifPresent(usedWays::add);
        });
        requireOwnNames(layout);
        GridPlan plan = new GridPlan(assembly.files(), planned, old.length);
        List<OtherLayout> others = new ArrayList<>();
        for (LayoutSpec other : spec.output().others()) {
            GridStoreLayout beside = started(target, spec.output().as(other), stored, assembly, keys, periods);
            for (int i = 0; i < planned.size(); i++) {
                String name = planned.get(i).name();
                GridDescription field = requireNonNull(assembly.variables().get(name));
                beside.variable(
                        field,
                        keys.length,
                        used.get(i),
                        Optional.ofNullable(ways.get(name)),
                        levelsTogether(field, used.get(i)));
            }
            others.add(OtherLayout.of(
                    other.name(), beside, layout, plan, spec.output().taskMemoryBytes()));
        }
        return new GridPlanning(
                plan,
                used,
                usedWays,
                layout,
                others,
                attributes(assembly),
                target,
                refused,
                leftOut,
                assembly,
                views(),
                periodPlans);
    }

    /** Of a dataset all variables are asked for; of files those that can be had, unless they are named. */
    private FieldWays.Unfit unfit() {
        return coordinates == Coordinates.AS_STORED && spec.source().variables().isEmpty()
                ? FieldWays.Unfit.LEFT_OUT
                : FieldWays.Unfit.REFUSED;
    }

    private GridStoreLayout started(
            Grid target,
            OutputSpec output,
            Optional<StoredCoordinates> stored,
            GridAssembly assembly,
            long[] keys,
            Optional<PeriodAxis> periods) {
        GridStoreLayout layout = new GridStoreLayout(
                target,
                output,
                spec.regrid().isPresent() ? GridStoreLayout.Bounds.WRITTEN : GridStoreLayout.Bounds.LEFT_OUT,
                stored);
        assembly.time()
                .ifPresent(time ->
                        periods.ifPresentOrElse(axis -> layout.periods(axis, time), () -> layout.time(time, keys)));
        return layout;
    }

    /** Refuses a variable of the name of a coordinate or of another one's flags: one would overwrite the other. */
    private void requireOwnNames(GridStoreLayout layout) {
        TreeSet<String> names = new TreeSet<>();
        for (ZarrArray array : layout.arrays()) {
            if (!names.add(array.path())) {
                throw StageException.configuration("Cannot lay out dataset '" + spec.dataset()
                        + "': two of its arrays would be named '" + array.path()
                        + "'. Name the variables to take in 'source.variables', and leave that one out.");
            }
        }
    }

    private static List<StepSource> steps(GridAssembly assembly, GridDescription field, long[] fresh, int before) {
        List<StepSource> steps = new ArrayList<>();
        if (field.time().count() > 0) {
            for (int step = 0; step < before; step++) {
                steps.add(StepSource.ABSENT);
            }
        }
        steps.addAll(assembly.steps(field.name(), fresh));
        return steps;
    }

    private PlannedArray planned(
            GridDescription field, ZarrArray array, GridSource source, Optional<FieldWay> way, List<StepSource> steps) {
        int time = field.time().count() > 0 ? 0 : -1;
        int vertical = field.vertical().count() > 0 ? time + 1 : -1;
        long levels = vertical < 0 ? 1 : array.chunk()[vertical];
        long sourceCells = source.cells() * levels;
        int batch = batchSteps(field, sourceCells, levels, way);
        int horizontal = array.rank() - (time < 0 ? 0 : 1) - (vertical < 0 ? 0 : 1);
        UnitSizing sizing = sizing(array, horizontal, source, way, sourceCells * batch);
        long[] unit = units(sizing, array, field);
        return new PlannedArray(field.name(), field.layout(), time, vertical, steps, array.grid(), batch, unit);
    }

    private static long[] units(UnitSizing sizing, ZarrArray array, GridDescription field) {
        try {
            return sizing.choose(array.grid(), field.name());
        } catch (IllegalArgumentException error) {
            throw StageException.configuration(String.valueOf(error.getMessage()), error);
        }
    }

    /** Returns the bytes that a unit of an array holds. */
    long unitBytes(PlannedArray planned, ZarrArray array, GridSource source, Optional<FieldWay> way) {
        long levels = planned.verticalAxis() < 0 ? 1 : array.chunk()[planned.verticalAxis()];
        long cells = source.cells() * levels * planned.batchSteps();
        return sizing(array, planned.horizontalAxes(), source, way, cells).bytes(array.grid(), planned.unitChunks());
    }

    /**
     * Returns how the memory of an array's units is reckoned: values as written, a flag and a share beside each if
     * there are any.
     */
    private UnitSizing sizing(
            ZarrArray array, int horizontalAxes, GridSource source, Optional<FieldWay> way, long sourceCells) {
        int valueBytes = array.type().bytes();
        int fractionBytes = way.filter(FieldWay::tellsFraction).isPresent() ? Float.BYTES : 0;
        int periodBytes = spec.regrid().flatMap(RegridSpec::periods).isPresent() ? PERIOD_BYTES : 0;
        return new UnitSizing(
                horizontalAxes,
                valueBytes + (source.flagged() ? 1 : 0) + fractionBytes + periodBytes,
                sourceCells,
                UnitMemory.SOURCE_BYTES,
                valueBytes * CHUNK_COPIES,
                spec.output().taskMemoryBytes());
    }

    /**
     * Returns how many steps are read at once: a storage chunk's, and of fields that are regridded as many as are worth
     * being done together, unless that alone would fill the task's memory.
     */
    private int batchSteps(GridDescription field, long sourceCells, long levels, Optional<FieldWay> way) {
        long fits = spec.output().taskMemoryBytes() / 2 / Math.max(1, sourceCells * UnitMemory.SOURCE_BYTES);
        long steps = field.chunkSteps();
        if (way.isPresent()) {
            steps *= Math.max(1, FIELDS_TOGETHER / Math.max(1, steps * levels));
        }
        return (int) Math.max(1, Math.min(steps, fits));
    }

    /** Steps are put together where that is asked for and there are any. */
    private Optional<PeriodAxis> periods(GridAssembly assembly) {
        Optional<TimeSpec> how = spec.regrid().flatMap(RegridSpec::periods);
        return assembly.time().isEmpty() ? Optional.empty() : how.map(time -> PeriodAxis.of(assembly, time));
    }

    private static long[] keys(GridAssembly assembly, Optional<PeriodAxis> periods) {
        return periods.map(axis -> axis.keys(assembly.time().orElseThrow())).orElseGet(assembly::keys);
    }

    /**
     * Columns that are taken to levels are read whole for each level: then all levels are made at once, unless that
     * alone would fill the task's memory.
     */
    private int levelsTogether(GridDescription field, GridSource source) {
        int levels = field.vertical().count();
        long bytes = source.cells() * levels * UnitMemory.SOURCE_BYTES;
        boolean fits = bytes <= spec.output().taskMemoryBytes() / 2;
        return levels > 0 && !views().levels().isEmpty() && fits ? levels : 1;
    }

    private FieldViews views() {
        return spec.regrid().map(RegridSpec::views).orElse(FieldViews.NONE);
    }

    private Grid target(Map<String, GridSource> sources) {
        if (spec.regrid().isPresent()) {
            return spec.regrid().get().target();
        }
        Map<String, String> byGrid = new LinkedHashMap<>();
        sources.forEach((name, source) -> byGrid.merge(source.grid().digest(), name, (a, b) -> a + ", " + b));
        if (byGrid.size() > 1) {
            throw StageException.configuration("Cannot put the variables of dataset '" + spec.dataset()
                    + "' into one store: they lie on different grids (" + String.join(" | ", byGrid.values())
                    + "). Bring them to one with 'regrid', or choose those of one grid with 'source.variables'.");
        }
        return sources.values().iterator().next().grid();
    }

    /** Reads the coordinates of each variable's first file; equal grids become one object. */
    private Map<String, GridSource> sources(GridAssembly assembly) {
        Map<String, Grid> grids = new HashMap<>();
        Map<String, GridSource> sources = new LinkedHashMap<>();
        assembly.variables().forEach((name, field) -> {
            FileDescription first = assembly.firstFile(name);
            Grid grid = grids.computeIfAbsent(
                    field.gridDigest(), digest -> grid(first.file().path(), name));
            QcSuite tests = spec.qc().suite(name, field.standardName()).orElseGet(() -> new QcSuite(List.of()));
            sources.put(name, new GridSource(grid, tests, field.units()));
        });
        return sources;
    }

    private Grid grid(String path, String variable) {
        try (ArrayFile file = views().over(ArrayStores.open(path, conf))) {
            return CfDataset.of(file, detail()).grids().stream()
                    .filter(field -> field.header().name().equals(variable))
                    .findFirst()
                    .map(GridVariable::grid)
                    .orElseThrow(() -> StageException.configuration(
                            "Cannot read '" + path + "': it changed while the run was being planned. Run again."));
        } catch (IOException error) {
            throw StageException.store(path, error);
        }
    }

    /** Cells are read where they may count. */
    private GridDetail detail() {
        return spec.regrid().isPresent() ? GridDetail.CELLS : GridDetail.POINTS;
    }

    private Attributes attributes(GridAssembly assembly) {
        String first = assembly.files().get(0);
        try (ArrayFile file = ArrayStores.open(first, conf)) {
            return KeptAttributes.ofDataset(
                    file.header().attributes(),
                    Attribute.of("Conventions", "CF-1.8"),
                    Attribute.of("title", spec.title()),
                    Attribute.of("shoal_dataset", spec.dataset()),
                    Attribute.of("shoal_configuration", spec.fingerprint()));
        } catch (IOException error) {
            throw StageException.store(first, error);
        }
    }
}
