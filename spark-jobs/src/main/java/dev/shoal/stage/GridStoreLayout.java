package dev.shoal.stage;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.qc.flag.QcFlag;
import dev.shoal.regrid.Grid;
import dev.shoal.spec.OutputSpec;
import dev.shoal.spec.TimeSpec;
import dev.shoal.stage.GridDescription.Levels;
import dev.shoal.zarr.ZarrArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arrays of a store of fields: coordinates, and for each variable its values and, where it is judged, its flags.
 * Axes are time, vertical, and those of {@link GridAxes}.
 */
final class GridStoreLayout {

    /** Name of the time coordinate. */
    static final String TIME = "time";

    private static final long CHUNK_BYTES = 16L << 20;
    private static final int MOST_CHUNK_SIDE = 512;
    private static final int MOST_CHUNK_STEPS = 512;
    private static final int MOST_COORDINATE_CHUNK = 1 << 20;

    private final GridAxes axes;
    private final OutputSpec output;
    private final Optional<StoredCoordinates> stored;
    private String timeName = TIME;
    private Optional<TimeSpec> how = Optional.empty();
    private final Map<String, CoordinateValues> coordinates = new LinkedHashMap<>();
    private final List<ZarrArray> data = new ArrayList<>();

    /**
     * Starts a layout.
     *
     * @param grid of the target
     * @param bounds whether the cells' bounds are written
     * @param stored time and levels as the files have them; nothing for those of all datasets
     */
    GridStoreLayout(Grid grid, OutputSpec output, Bounds bounds, Optional<StoredCoordinates> stored) {
        this.axes = GridAxes.of(grid);
        this.output = output;
        this.stored = stored;
        (bounds == Bounds.WRITTEN ? axes.withBounds() : axes.points()).forEach(this::coordinate);
    }

    /** Whether a store is made longer later, for which it says what its variables were made of. */
    enum Growth {
        /** It is a dataset's. */
        OF_DATASETS,
        /** It is made once. */
        NONE
    }

    /** What becomes of the bounds of a grid's cells. */
    enum Bounds {
        /** They are coordinates of the store: values are of cells. */
        WRITTEN,
        /** They are left out: the grid is the source's own. */
        LEFT_OUT
    }

    /** Adds the time coordinate. */
    void time(TimeKeys keys, long[] steps) {
        if (stored.isPresent()) {
            StoredCoordinates.Time own = stored.get().time(steps, keys);
            timeName = own.name();
            time(own.type(), own.attributes(), steps.length, own.values());
            return;
        }
        Object values = steps;
        if (!keys.timestamps()) {
            double[] numbers = new double[steps.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = keys.number(steps[i]);
            }
            values = numbers;
        }
        time(keys.type(), keys.attributes(), steps.length, values);
    }

    /** Adds the time coordinate of periods, and their bounds. */
    void periods(PeriodAxis axis, TimeKeys keys) {
        Optional<TimeKeys> written = stored.isPresent() ? Optional.empty() : Optional.of(keys);
        Attributes attributes = keys.attributes();
        if (stored.isPresent()) {
            StoredCoordinates.Time own = stored.get().time(new long[0], keys);
            timeName = own.name();
            attributes = own.attributes();
        }
        String boundsName = axis.how().by().climatology() ? "climatology_bnds" : timeName + "_bnds";
        PeriodAxis.Coordinate times = axis.times(written, attributes, boundsName);
        long count = axis.periods().size();
        time(times.type(), times.attributes(), count, times.values());
        PeriodAxis.Coordinate bounds = axis.bounds(written);
        ZarrArray array = ZarrArray.of(
                        boundsName, new long[] {count, 2}, new long[] {MOST_CHUNK_STEPS, 2}, bounds.type())
                .withDimensions(timeName, "bnds");
        coordinates.put(boundsName, new CoordinateValues(compressed(array), bounds.values()));
        how = Optional.of(axis.how());
    }

    private void time(ElementType type, Attributes attributes, long steps, Object values) {
        ZarrArray array = ZarrArray.of(timeName, new long[] {steps}, new long[] {MOST_CHUNK_STEPS}, type)
                .withDimensions(timeName)
                .withAttributes(attributes);
        coordinates.put(timeName, new CoordinateValues(compressed(array), values));
    }

    /** Returns the name of the axis of time. */
    String timeName() {
        return timeName;
    }

    private void coordinate(GridAxes.Coordinate coordinate) {
        long[] chunk = coordinate.shape().clone();
        chunk[0] = Math.min(chunk[0], MOST_COORDINATE_CHUNK);
        ZarrArray array = ZarrArray.of(coordinate.name(), coordinate.shape(), chunk, ElementType.DOUBLE)
                .withFill(Double.NaN)
                .withDimensions(coordinate.dimensions())
                .withAttributes(coordinate.attributes());
        coordinates.put(coordinate.name(), new CoordinateValues(compressed(array), coordinate.values()));
    }

    private ZarrArray compressed(ZarrArray array) {
        return output.of(array);
    }

    /**
     * Adds a variable.
     *
     * @param field as described by its first file
     * @param steps of the time axis; ignored for a variable without time
     * @param source whose flags are written where it has tests
     * @param way how it came to the grid; nothing where the grid is its own
     * @param levelsTogether how many levels a chunk holds where that is not asked for
     * @return the array of its values
     */
    ZarrArray variable(
            GridDescription field, long steps, GridSource source, Optional<FieldWay> way, int levelsTogether) {
        List<String> dimensions = new ArrayList<>();
        List<Long> shape = new ArrayList<>();
        List<Long> chunk = new ArrayList<>();
        if (field.time().count() > 0) {
            axis(timeName, steps, chunkSteps(field, levelsTogether), dimensions, shape, chunk);
        }
        if (field.vertical().count() > 0) {
            levels(field.vertical());
            long length = field.vertical().count();
            axis(field.vertical().name(), length, chunkLength("vertical", levelsTogether), dimensions, shape, chunk);
        }
        for (int i = 0; i < axes.shape().length; i++) {
            axis(axes.dimensions().get(i), axes.shape()[i], chunkSide(i), dimensions, shape, chunk);
        }
        FieldAttributes about = new FieldAttributes(field, source, way);
        ZarrArray values = ZarrArray.of(field.name(), longs(shape), longs(chunk), about.type())
                .withFill(about.fill())
                .withDimensions(dimensions);
        Attributes own = about.attributes(axes, stored.isPresent() ? Growth.NONE : Growth.OF_DATASETS);
        if (field.time().count() > 0 && how.isPresent()) {
            own = FieldAttributes.of(how.get(), timeName, own);
        }
        values = sharded(compressed(values.withAttributes(own)));
        data.add(values);
        if (source.flagged()) {
            data.add(beside(values, GridJob.flagsOf(field.name()), ElementType.BYTE, QcFlag.MISSING)
                    .withAttributes(about.flags(values.attributes())));
        }
        if (way.filter(FieldWay::tellsFraction).isPresent()) {
            data.add(beside(values, GridJob.fractionOf(field.name()), ElementType.FLOAT, Float.NaN)
                    .withAttributes(about.fraction()));
        }
        return values;
    }

    /** Returns an array of the shape of a variable's values. */
    private ZarrArray beside(ZarrArray values, String name, ElementType type, Number fill) {
        long[] chunk = values.sharded() ? values.inner() : values.chunk();
        ZarrArray array =
                ZarrArray.of(name, values.shape(), chunk, type).withFill(fill).withDimensions(values.dimensions());
        return sharded(compressed(array));
    }

    /** A shard is written by one task; so its lengths, whole numbers of chunks, are those of a unit's parts. */
    private ZarrArray sharded(ZarrArray array) {
        if (output.shards().isEmpty()) {
            return array;
        }
        long[] shard = array.chunk().clone();
        int horizontal = array.rank() - axes.shape().length;
        for (int axis = 0; axis < shard.length; axis++) {
            String name = axis >= horizontal ? sideName(axis - horizontal) : "vertical";
            name = array.dimensions().get(axis).equals(timeName) ? TIME : name;
            long asked = output.shards().getOrDefault(name, 1);
            shard[axis] *= (asked + shard[axis] - 1) / shard[axis];
        }
        return array.withShards(shard);
    }

    private static void axis(
            String name, long length, long chunkLength, List<String> dimensions, List<Long> shape, List<Long> chunk) {
        dimensions.add(name);
        shape.add(length);
        chunk.add(chunkLength);
    }

    private static long[] longs(List<Long> list) {
        return list.stream().mapToLong(Long::longValue).toArray();
    }

    private void levels(Levels levels) {
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(Attribute.of("axis", "Z"));
        if (!levels.units().isEmpty()) {
            attributes.add(Attribute.of("units", levels.units()));
        }
        if (!levels.positive().isEmpty()) {
            attributes.add(Attribute.of("positive", levels.positive()));
        }
        String name = levels.name();
        Attributes own = stored.map(known -> KeptAttributes.ofCoordinate(
                        known.attributes(levels.variable()), attributes.toArray(Attribute[]::new)))
                .orElseGet(() -> new Attributes(attributes));
        long[] shape = {levels.count()};
        coordinate(new GridAxes.Coordinate(name, List.of(name), shape, own, levels.values()));
    }

    /** Returns what the length of a horizontal axis' chunks is asked for by: {@code lat} and {@code lon} are sides. */
    private String sideName(int axis) {
        if (axes.shape().length == 1) {
            return GridAxes.CELL;
        }
        return axis == 0 ? GridAxes.LAT : GridAxes.LON;
    }

    private long chunkSide(int axis) {
        long most = axes.shape().length == 1 ? (long) MOST_CHUNK_SIDE * MOST_CHUNK_SIDE : MOST_CHUNK_SIDE;
        return chunkLength(sideName(axis), Math.min(axes.shape()[axis], most));
    }

    private long chunkLength(String axis, long standard) {
        Integer asked = output.chunks().get(axis);
        return asked == null ? Math.max(1, standard) : asked;
    }

    private long chunkSteps(GridDescription field, int levelsTogether) {
        long fieldBytes = (long) field.decodedType().bytes() * levelsTogether;
        for (int axis = 0; axis < axes.shape().length; axis++) {
            fieldBytes *= chunkSide(axis);
        }
        return chunkLength(TIME, Math.min(MOST_CHUNK_STEPS, Math.max(1, CHUNK_BYTES / fieldBytes)));
    }

    /** Adds a variable that goes along as it is, with all its values. */
    void carried(ZarrArray array, Object values) {
        coordinates.put(array.path(), new CoordinateValues(compressed(array), values));
    }

    /** Returns the coordinates, and what goes along, with their values. */
    List<CoordinateValues> coordinates() {
        return List.copyOf(coordinates.values());
    }

    /** Returns the array of a variable's values. */
    ZarrArray array(String variable) {
        return data.stream()
                .filter(array -> array.path().equals(variable))
                .findFirst()
                .orElseThrow();
    }

    /** Returns every array, coordinates first. */
    List<ZarrArray> arrays() {
        List<ZarrArray> all = new ArrayList<>();
        coordinates.values().forEach(coordinate -> all.add(coordinate.array()));
        all.addAll(data);
        return all;
    }
}
