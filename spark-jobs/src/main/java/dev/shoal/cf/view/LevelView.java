package dev.shoal.cf.view;

import static java.util.Objects.requireNonNull;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.GridVariable;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.VariableHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the view of a file whose fields lie on chosen levels. */
final class LevelView {

    private static final String PAIR = "level_bnds";

    private final ArrayFile file;
    private final LevelChoice choice;
    private final Map<String, LevelCoordinate> coordinates = new LinkedHashMap<>();
    private final Map<String, GridVariable> sources = new LinkedHashMap<>();
    private final Set<String> levelAxes = new LinkedHashSet<>();
    private final Map<String, DerivedField> fields = new LinkedHashMap<>();

    LevelView(ArrayFile file, LevelChoice choice) {
        this.file = file;
        this.choice = choice;
    }

    /** Returns the view; a file without any field with levels comes as it is. */
    ArrayFile view() throws IOException {
        CfDataset dataset = CfDataset.of(file);
        LevelSearch search = new LevelSearch(file, dataset, choice);
        for (GridVariable field : dataset.grids()) {
            if (field.verticalAxis().isPresent()) {
                take(field, search.of(field));
            }
        }
        if (levelAxes.isEmpty()) {
            return file;
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("Cannot take the fields of " + file.location() + " to levels of "
                    + choice.coordinate() + ": none of them has such a coordinate. Expected depth, height, pressure, or"
                    + " the name of a variable along " + String.join(", ", levelAxes) + ".");
        }
        return new DerivedFile(file, header(), fields);
    }

    private void take(GridVariable field, Optional<LevelCoordinate> coordinate) {
        levelAxes.add(field.header().dimensions().get(field.verticalAxis().orElseThrow()));
        boolean isCategory = field.header().attributes().find("flag_values").isPresent()
                || field.header().attributes().find("flag_masks").isPresent();
        boolean isCoordinate = field.header().name().equals(choice.coordinate());
        if (coordinate.isPresent() && !isCategory && !isCoordinate) {
            sources.put(field.header().name(), field);
            coordinates.put(field.header().name(), coordinate.get());
        }
    }

    private Header header() {
        List<VariableHeader> kept = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        for (VariableHeader variable : file.header().variables()) {
            boolean hasLevels = variable.dimensions().stream().anyMatch(levelAxes::contains);
            if (sources.containsKey(variable.name()) || !hasLevels) {
                kept.add(variable);
                used.add(variable.name());
            }
            if (!hasLevels) {
                used.addAll(variable.dimensions());
            }
        }
        String axis = used.contains(choice.coordinate()) ? choice.coordinate() + "_level" : choice.coordinate();
        List<VariableHeader> variables = new ArrayList<>();
        for (VariableHeader variable : kept) {
            GridVariable field = sources.get(variable.name());
            if (field == null) {
                variables.add(variable);
            } else {
                LeveledField leveled = leveled(field, axis, used);
                fields.put(variable.name(), leveled);
                variables.add(leveled.header());
            }
        }
        axis(axis, variables);
        List<Dimension> dimensions = new ArrayList<>();
        file.header().dimensions().stream()
                .filter(dimension -> !levelAxes.contains(dimension.name()))
                .forEach(dimensions::add);
        dimensions.add(new Dimension(axis, choice.count(), false));
        if (choice.isOfLayers()) {
            dimensions.add(new Dimension(PAIR, 2, false));
        }
        return new Header(
                file.header().format(), dimensions, variables, file.header().attributes());
    }

    private LeveledField leveled(GridVariable field, String axisName, Set<String> kept) {
        VariableHeader source = field.header();
        int axis = field.verticalAxis().orElseThrow();
        List<String> dimensions = new ArrayList<>(source.dimensions());
        dimensions.set(axis, axisName);
        long[] shape = source.shape().clone();
        shape[axis] = choice.count();
        long[] chunk = source.storage().chunk().clone();
        if (chunk.length == shape.length) {
            chunk[axis] = choice.count();
        }
        Storage storage = new Storage(source.storage().chunked(), chunk, List.of());
        Attributes attributes = DerivedField.attributes(source.attributes());
        Optional<String> names = attributes.text("coordinates");
        if (names.isPresent()) {
            attributes = DerivedField.attributes(attributes, Attribute.of("coordinates", words(names.get(), kept)));
        }
        if (choice.isOfLayers()) {
            String before =
                    attributes.text("cell_methods").map(text -> text + " ").orElse("");
            attributes =
                    DerivedField.attributes(attributes, Attribute.of("cell_methods", before + axisName + ": mean"));
        }
        VariableHeader header =
                DerivedField.header(source.name(), field.packing().unpacked(), dimensions, shape, storage, attributes);
        LevelCoordinate coordinate = requireNonNull(coordinates.get(source.name()));
        return new LeveledField(header, source, axis, coordinate, choice);
    }

    /** Leaves out the names of variables that the view does not have. */
    private static String words(String names, Set<String> kept) {
        List<String> words = new ArrayList<>(List.of(names.trim().split("\\s+", -1)));
        words.removeIf(word -> !kept.contains(word));
        return String.join(" ", words);
    }

    private void axis(String name, List<VariableHeader> variables) {
        List<Attribute> list = new ArrayList<>(List.of(Attribute.of("axis", "Z")));
        list.addAll(
                switch (choice.coordinate()) {
                    case LevelChoice.DEPTH -> about("m", "down", "depth");
                    case LevelChoice.HEIGHT -> about("m", "up", "height");
                    case LevelChoice.PRESSURE -> about(pressureUnits(), "down", "pressure");
                    default -> about(unitsOf(choice.coordinate()), "", choice.coordinate());
                });
        if (choice.isOfLayers()) {
            list.add(Attribute.of("bounds", name + "_bnds"));
            known(
                    name + "_bnds",
                    List.of(name, PAIR),
                    new long[] {choice.count(), 2},
                    choice.bounds(),
                    List.of(),
                    variables);
        }
        known(name, List.of(name), new long[] {choice.count()}, choice.labels(), list, variables);
    }

    private static List<Attribute> about(String units, String positive, String title) {
        List<Attribute> list = new ArrayList<>();
        list.add(Attribute.of("units", units));
        if (!positive.isEmpty()) {
            list.add(Attribute.of("positive", positive));
        }
        list.add(title.equals("depth") ? Attribute.of("standard_name", title) : Attribute.of("long_name", title));
        return list;
    }

    private String unitsOf(String variable) {
        return file.header()
                .variable(variable)
                .flatMap(found -> found.attributes().text("units"))
                .orElse("1");
    }

    /** Pressures by formula are in the unit of their terms, and those of an axis in the axis's. */
    private String pressureUnits() {
        for (Map.Entry<String, LevelCoordinate> entry : coordinates.entrySet()) {
            if (entry.getValue() instanceof LevelCoordinate.Reckoned reckoned) {
                for (String term : List.of("ps", "p0")) {
                    String named = reckoned.formula().terms().getOrDefault(term, "");
                    if (!named.isEmpty()) {
                        return unitsOf(named);
                    }
                }
            }
            Optional<String> own =
                    requireNonNull(sources.get(entry.getKey())).vertical().map(levels -> levels.units());
            if (own.isPresent()) {
                return own.get();
            }
        }
        return "Pa";
    }

    private void known(
            String name,
            List<String> axes,
            long[] shape,
            double[] numbers,
            List<Attribute> about,
            List<VariableHeader> variables) {
        Storage whole = new Storage(false, shape, List.of());
        VariableHeader header = new VariableHeader(name, ElementType.DOUBLE, axes, shape, new Attributes(about), whole);
        fields.put(name, new KnownNumbers(header, numbers));
        variables.add(header);
    }
}
