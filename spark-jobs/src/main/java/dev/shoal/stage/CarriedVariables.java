package dev.shoal.stage;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.GridVariable;
import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.StepSource;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.FillValue;
import dev.shoal.zarr.ZarrArray;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/**
 * Variables that are no fields and go along as they are: scalars, bounds of time and levels, and what else lies along
 * axes that the target has. Those over time are put together from all files; of others the first file's stand for all.
 */
final class CarriedVariables {

    private static final long MOST_ELEMENTS = 1L << 24;
    private static final List<String> OF_SOURCE_GRID =
            List.of("grid_mapping_name", "topology_dimension", "nodes_per_face", "mpas_mesh");

    private final GridPlanning planning;
    private final Set<String> wanted;
    private final Configuration conf;
    private final List<String> carried = new ArrayList<>();
    private final Map<String, String> leftOut = new TreeMap<>();

    /**
     * Prepares.
     *
     * @param planning whose layout gets the variables
     * @param wanted names of those that are taken; empty for all
     */
    CarriedVariables(GridPlanning planning, List<String> wanted, Configuration conf) {
        this.planning = planning;
        this.wanted = new HashSet<>(wanted);
        this.conf = conf;
    }

    /** Adds the variables to the layout. */
    void add() throws IOException {
        String first = planning.assembly().files().get(0);
        try (ArrayFile file = planning.views().over(ArrayStores.open(first, conf))) {
            CfDataset cf = CfDataset.of(file);
            Axes axes = Axes.of(cf, planning.layout().timeName());
            axes.addBoundsOfGrid(file);
            Set<String> taken = new HashSet<>(axes.ofGrid);
            planning.layout().arrays().forEach(array -> taken.add(array.path()));
            Set<String> bounds = bounds(file, axes);
            for (VariableHeader variable : file.header().variables()) {
                boolean asked =
                        wanted.isEmpty() || wanted.contains(variable.name()) || bounds.contains(variable.name());
                if (asked && !taken.contains(variable.name()) && isOwn(variable)) {
                    add(file, variable, axes);
                }
            }
        }
    }

    private static boolean isOwn(VariableHeader variable) {
        return variable.name().indexOf('/') < 0
                && OF_SOURCE_GRID.stream()
                        .noneMatch(name -> variable.attributes().find(name).isPresent());
    }

    /** Returns the names of the bounds of time and levels. */
    private static Set<String> bounds(ArrayFile file, Axes axes) {
        Set<String> names = new HashSet<>();
        for (String coordinate : axes.kept.keySet()) {
            file.header()
                    .variable(coordinate)
                    .flatMap(variable -> variable.attributes().text("bounds"))
                    .ifPresent(names::add);
        }
        return names;
    }

    /**
     * What the axes of a file are to the target.
     *
     * @param horizontal dimensions of the source's grids, which the target has not
     * @param names of the target's axes by the dimensions of the file
     * @param kept coordinates of time and levels, by their names in the file
     * @param time dimensions of time
     * @param ofGrid fields, and the variables that positions come from
     */
    private record Axes(
            Set<String> horizontal,
            Map<String, String> names,
            Map<String, String> kept,
            Set<String> time,
            Set<String> ofGrid) {

        static Axes of(CfDataset cf, String timeName) {
            Axes axes = new Axes(new HashSet<>(), new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashSet<>());
            for (GridVariable field : cf.grids()) {
                VariableHeader header = field.header();
                axes.ofGrid.add(header.name());
                axes.ofGrid.add(field.origin().lat());
                axes.ofGrid.add(field.origin().lon());
                axes.horizontal.add(header.dimensions().get(field.xAxis()));
                if (field.yAxis() >= 0) {
                    axes.horizontal.add(header.dimensions().get(field.yAxis()));
                }
                field.timeAxis().ifPresent(axis -> {
                    axes.names.put(header.dimensions().get(axis), timeName);
                    axes.time.add(header.dimensions().get(axis));
                });
                field.time().ifPresent(time -> axes.kept.put(time.variable(), timeName));
                field.vertical().ifPresent(levels -> {
                    String name = levels.variable().substring(levels.variable().lastIndexOf('/') + 1);
                    axes.kept.put(levels.variable(), name);
                    field.verticalAxis()
                            .ifPresent(
                                    axis -> axes.names.put(header.dimensions().get(axis), name));
                });
            }
            return axes;
        }

        /** Bounds of latitudes and longitudes are of the grid as these are. */
        void addBoundsOfGrid(ArrayFile file) {
            for (String name : List.copyOf(ofGrid)) {
                file.header()
                        .variable(name)
                        .flatMap(variable -> variable.attributes().text("bounds"))
                        .ifPresent(ofGrid::add);
            }
        }
    }

    private void add(ArrayFile file, VariableHeader variable, Axes axes) throws IOException {
        if (axes.kept.containsKey(variable.name())) {
            return;
        }
        if (variable.dimensions().stream().anyMatch(axes.horizontal::contains)) {
            leftOut.put(variable.name(), "it lies on the source's grid and is no field");
        } else if (!variable.type().isNumeric()) {
            leftOut.put(variable.name(), "it holds texts");
        } else if (variable.size() > MOST_ELEMENTS || variable.size() == 0) {
            leftOut.put(variable.name(), "it has " + variable.size() + " elements");
        } else if (!planning.periods().isEmpty()
                && variable.dimensions().stream().anyMatch(axes.time::contains)) {
            leftOut.put(variable.name(), "its steps are put together to periods");
        } else {
            put(file, variable, axes);
        }
    }

    private void put(ArrayFile file, VariableHeader variable, Axes axes) throws IOException {
        List<String> dimensions = new ArrayList<>();
        for (String dimension : variable.dimensions()) {
            dimensions.add(axes.names.getOrDefault(dimension, dimension));
        }
        boolean overTime =
                variable.rank() > 0 && axes.time.contains(variable.dimensions().get(0));
        long[] shape = variable.shape().clone();
        Object values;
        if (overTime) {
            shape[0] = planning.assembly().keys().length;
            values = overTime(variable, shape);
        } else {
            values = file.read(variable).values();
        }
        ZarrArray array = ZarrArray.of(variable.name(), shape, chunk(shape), variable.type())
                .withDimensions(dimensions)
                .withAttributes(attributes(variable));
        Number fill = fill(variable);
        planning.layout().carried(Double.isNaN(fill.doubleValue()) ? array : array.withFill(fill), values);
        carried.add(variable.name());
    }

    private static long[] chunk(long[] shape) {
        return shape.clone();
    }

    /** Returns the fill value, or NaN where there is none. */
    private static Number fill(VariableHeader variable) {
        return variable.attributes()
                .number("_FillValue")
                .map(number -> (Number) number)
                .orElse(Double.NaN);
    }

    private static Attributes attributes(VariableHeader variable) {
        List<Attribute> list = new ArrayList<>();
        for (Attribute attribute : variable.attributes().list()) {
            if (!attribute.name().equals("_FillValue") && !KeptAttributes.isOfStorageLayer(attribute.name())) {
                list.add(attribute);
            }
        }
        return new Attributes(list);
    }

    /** Reads the steps of all files, each to its place. */
    private Object overTime(VariableHeader variable, long[] shape) throws IOException {
        int row = Math.toIntExact(variable.size() / Math.max(1, variable.shape()[0]));
        int size = Math.multiplyExact(Math.toIntExact(shape[0]), row);
        Number fill = fill(variable);
        Object all = (Double.isNaN(fill.doubleValue()) ? FillValue.NONE : FillValue.of(fill))
                .elements(variable.type(), size);
        List<StepSource> steps =
                planning.assembly().stepsOfFiles(planning.assembly().keys());
        Map<Integer, ArrayBlock> read = new HashMap<>();
        for (int step = 0; step < steps.size(); step++) {
            StepSource from = steps.get(step);
            if (from.isPresent()) {
                ArrayBlock block = read.get(from.file());
                if (block == null) {
                    block = read(planning.assembly().files().get(from.file()), variable);
                    read.put(from.file(), block);
                }
                if (block.size() >= (from.step() + 1) * row) {
                    System.arraycopy(block.values(), from.step() * row, all, step * row, row);
                }
            }
        }
        return all;
    }

    /** Reads a variable of another file; nothing of it where the file has it otherwise. */
    private ArrayBlock read(String path, VariableHeader like) throws IOException {
        try (ArrayFile file = planning.views().over(ArrayStores.open(path, conf))) {
            ArrayBlock none = new ArrayBlock(like.type(), new long[] {0}, empty(like.type()));
            for (VariableHeader own : file.header().variables()) {
                if (own.name().equals(like.name()) && own.type() == like.type() && own.rank() == like.rank()) {
                    return file.read(own);
                }
            }
            return none;
        }
    }

    private static Object empty(ElementType type) {
        return Array.newInstance(FillValue.NONE.elements(type, 0).getClass().getComponentType(), 0);
    }

    /** Returns the names of the variables that go along. */
    List<String> carried() {
        return carried;
    }

    /** Returns the variables that do not, with the reasons. */
    Map<String, String> leftOut() {
        return leftOut;
    }
}
