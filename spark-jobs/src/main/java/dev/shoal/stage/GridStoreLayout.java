package dev.shoal.stage;

import dev.shoal.cf.FlagAttributes;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.qc.flag.QcFlag;
import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.RectilinearGrid;
import dev.shoal.spec.OutputSpec;
import dev.shoal.stage.GridDescription.Levels;
import dev.shoal.zarr.ZarrArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arrays of a store of fields: coordinates, and for each variable its values and, where it is judged, its flags.
 * Axes are time, vertical, y, x; on a rectilinear grid the last two are {@code lat} and {@code lon}.
 */
final class GridStoreLayout {

    /** Name of the time coordinate. */
    static final String TIME = "time";

    private static final String LAT = "lat";
    private static final String LON = "lon";
    private static final long CHUNK_BYTES = 16L << 20;
    private static final int MOST_CHUNK_SIDE = 512;
    private static final int MOST_CHUNK_STEPS = 512;

    private final Grid grid;
    private final OutputSpec output;
    private final Map<String, CoordinateValues> coordinates = new LinkedHashMap<>();
    private final List<ZarrArray> data = new ArrayList<>();

    /**
     * Starts a layout.
     *
     * @param grid of the target
     */
    GridStoreLayout(Grid grid, OutputSpec output) {
        this.grid = grid;
        this.output = output;
        horizontal();
    }

    private void horizontal() {
        if (grid instanceof RectilinearGrid rectilinear) {
            coordinate(LAT, List.of(LAT), axis("latitude", "degrees_north", "Y"), rectilinear.lat());
            coordinate(LON, List.of(LON), axis("longitude", "degrees_east", "X"), rectilinear.lon());
        } else if (grid instanceof CurvilinearGrid curvilinear) {
            coordinate(LAT, List.of("y", "x"), axis("latitude", "degrees_north", ""), curvilinear.lat());
            coordinate(LON, List.of("y", "x"), axis("longitude", "degrees_east", ""), curvilinear.lon());
        }
    }

    private static Attributes axis(String standardName, String units, String axis) {
        List<Attribute> list =
                new ArrayList<>(List.of(Attribute.of("standard_name", standardName), Attribute.of("units", units)));
        if (!axis.isEmpty()) {
            list.add(Attribute.of("axis", axis));
        }
        return new Attributes(list);
    }

    /** Adds the time coordinate. */
    void time(TimeKeys keys, long[] steps) {
        Object values = steps;
        if (!keys.timestamps()) {
            double[] numbers = new double[steps.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = keys.number(steps[i]);
            }
            values = numbers;
        }
        long[] shape = {steps.length};
        ZarrArray array = ZarrArray.of(TIME, shape, new long[] {MOST_CHUNK_STEPS}, keys.type())
                .withDimensions(TIME)
                .withAttributes(keys.attributes());
        coordinates.put(TIME, new CoordinateValues(compressed(array), values));
    }

    private void coordinate(String name, List<String> dimensions, Attributes attributes, double[] values) {
        long[] shape = dimensions.size() == 1 ? new long[] {values.length} : new long[] {grid.ny(), grid.nx()};
        long[] chunk = shape.clone();
        ZarrArray array = ZarrArray.of(name, shape, chunk, ElementType.DOUBLE)
                .withFill(Double.NaN)
                .withDimensions(dimensions)
                .withAttributes(attributes);
        coordinates.put(name, new CoordinateValues(compressed(array), values));
    }

    private ZarrArray compressed(ZarrArray array) {
        return output.of(array);
    }

    /**
     * Adds a variable.
     *
     * @param field as described by its first file
     * @param steps of the time axis; ignored for a variable without time
     * @param flagged whether its flags are written
     * @return the array of its values
     */
    ZarrArray variable(GridDescription field, long steps, GridSource flagged) {
        List<String> dimensions = new ArrayList<>();
        List<Long> shape = new ArrayList<>();
        List<Long> chunk = new ArrayList<>();
        if (field.time().count() > 0) {
            axis(TIME, steps, chunkSteps(field), dimensions, shape, chunk);
        }
        if (field.vertical().count() > 0) {
            levels(field.vertical());
            long length = field.vertical().count();
            axis(field.vertical().name(), length, chunkLength("vertical", 1), dimensions, shape, chunk);
        }
        boolean rectilinear = grid instanceof RectilinearGrid;
        axis(rectilinear ? LAT : "y", grid.ny(), chunkSide(LAT, grid.ny()), dimensions, shape, chunk);
        axis(rectilinear ? LON : "x", grid.nx(), chunkSide(LON, grid.nx()), dimensions, shape, chunk);
        ZarrArray values = ZarrArray.of(field.name(), longs(shape), longs(chunk), field.decodedType())
                .withFill(field.decodedType() == ElementType.FLOAT ? (Number) Float.NaN : Double.NaN)
                .withDimensions(dimensions);
        values = sharded(compressed(values.withAttributes(attributes(field, flagged, rectilinear))));
        data.add(values);
        if (flagged.flagged()) {
            data.add(flags(values, field, flagged));
        }
        return values;
    }

    /** A shard is written by one task; so its lengths, whole numbers of chunks, are those of a unit's parts. */
    private ZarrArray sharded(ZarrArray array) {
        if (output.shards().isEmpty()) {
            return array;
        }
        long[] shard = array.chunk().clone();
        int horizontal = array.rank() - 2;
        for (int axis = 0; axis < shard.length; axis++) {
            String name = axis >= horizontal ? (axis == horizontal ? LAT : LON) : "vertical";
            name = array.dimensions().get(axis).equals(TIME) ? TIME : name;
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

    private static Attributes attributes(GridDescription field, GridSource source, boolean rectilinear) {
        List<Attribute> more = new ArrayList<>();
        more.add(Attribute.of(StoreState.GRID_ATTRIBUTE, source.grid().digest()));
        more.add(Attribute.of(StoreState.AXES_ATTRIBUTE, field.axes()));
        if (!rectilinear) {
            more.add(Attribute.of("coordinates", LAT + " " + LON));
        }
        if (source.flagged()) {
            more.add(Attribute.of("ancillary_variables", GridJob.flagsOf(field.name())));
        }
        return KeptAttributes.ofVariable(field.attributes(), more.toArray(Attribute[]::new));
    }

    private ZarrArray flags(ZarrArray values, GridDescription field, GridSource source) {
        Attributes flags = FlagAttributes.withFill(FlagAttributes.aggregate(field.name(), values.attributes()));
        List<Attribute> attributes = new ArrayList<>(flags.list());
        attributes.add(Attribute.of("shoal_qc", source.tests().canonical()));
        long[] chunk = values.sharded() ? values.inner() : values.chunk();
        ZarrArray array = ZarrArray.of(GridJob.flagsOf(field.name()), values.shape(), chunk, ElementType.BYTE)
                .withFill(QcFlag.MISSING)
                .withDimensions(values.dimensions())
                .withAttributes(new Attributes(attributes));
        return sharded(compressed(array));
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
        coordinate(name, List.of(name), new Attributes(attributes), levels.values());
    }

    private long chunkSide(String axis, int length) {
        return chunkLength(axis, Math.min(length, MOST_CHUNK_SIDE));
    }

    private long chunkLength(String axis, long standard) {
        Integer asked = output.chunks().get(axis);
        return asked == null ? Math.max(1, standard) : asked;
    }

    private long chunkSteps(GridDescription field) {
        long fieldBytes = chunkSide(LAT, grid.ny())
                * chunkSide(LON, grid.nx())
                * field.decodedType().bytes();
        return chunkLength(TIME, Math.min(MOST_CHUNK_STEPS, Math.max(1, CHUNK_BYTES / fieldBytes)));
    }

    /** Returns the coordinates with their values. */
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
