package dev.shoal.cf.view;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.GridVariable;
import dev.shoal.cf.Packing;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.RectilinearGrid;
import dev.shoal.regrid.vector.GridAngle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the view of a file whose vectors point to east and north at the centres of cells. */
final class VectorView {

    private final ArrayFile file;
    private final VectorChoice choice;

    VectorView(ArrayFile file, VectorChoice choice) {
        this.file = file;
        this.choice = choice;
    }

    /** Returns the view; a file without any vector to turn comes as it is. */
    ArrayFile view() throws IOException {
        boolean mayTurn = file.header().variables().stream()
                .flatMap(variable -> variable.attributes().text("standard_name").stream())
                .anyMatch(name -> VectorNames.partner(name).isPresent());
        if (choice.pairs().isEmpty() && !mayTurn) {
            return file;
        }
        CfDataset dataset = CfDataset.of(file);
        Map<String, DerivedField> fields = new LinkedHashMap<>();
        for (VectorChoice.Pair pair : pairs(dataset)) {
            Optional<GridVariable> along = dataset.grid(pair.along());
            Optional<GridVariable> across = dataset.grid(pair.across());
            if (along.isPresent() && across.isPresent()) {
                turn(dataset, along.get(), across.get(), fields);
            } else if (along.isPresent() || across.isPresent()) {
                throw refused(pair, "the file has only one of the two. Name both, or take it out of vectors.");
            }
        }
        return fields.isEmpty() ? file : DerivedFile.replacing(file, fields);
    }

    private Set<VectorChoice.Pair> pairs(CfDataset dataset) {
        Set<VectorChoice.Pair> pairs = new LinkedHashSet<>(choice.pairs());
        if (!choice.byStandardName()) {
            return pairs;
        }
        Set<String> named = new LinkedHashSet<>();
        pairs.forEach(pair -> named.addAll(List.of(pair.along(), pair.across())));
        for (GridVariable field : dataset.grids()) {
            Optional<String> partner = field.standardName().flatMap(VectorNames::partner);
            boolean isTurned = field.grid() instanceof RectilinearGrid
                    || named.contains(field.header().name());
            if (partner.isPresent() && !isTurned) {
                dataset.grids().stream()
                        .filter(other -> other.standardName().equals(partner))
                        .filter(other -> !named.contains(other.header().name()))
                        .findFirst()
                        .ifPresent(other -> pairs.add(new VectorChoice.Pair(
                                field.header().name(), other.header().name())));
            }
        }
        return pairs;
    }

    private void turn(CfDataset dataset, GridVariable along, GridVariable across, Map<String, DerivedField> fields)
            throws IOException {
        VectorChoice.Pair pair =
                new VectorChoice.Pair(along.header().name(), across.header().name());
        requireOrder(pair, along);
        requireOrder(pair, across);
        GridVariable centre = centre(dataset, along, across, pair);
        GridAngle angle = angle(dataset, centre);
        TurnedField.Place place = centre.equals(along) ? TurnedField.Place.CENTRES : TurnedField.Place.FACES;
        for (TurnedField.Component component : TurnedField.Component.values()) {
            GridVariable own = component == TurnedField.Component.EAST ? along : across;
            VariableHeader header = header(own, centre, component, pair);
            fields.put(
                    header.name(), new TurnedField(header, along.header(), across.header(), angle, component, place));
        }
    }

    private void requireOrder(VectorChoice.Pair pair, GridVariable field) {
        int rank = field.header().rank();
        if (field.yAxis() != rank - 2 || field.xAxis() != rank - 1) {
            throw refused(
                    pair,
                    "the last axes of " + field.header().name() + " are "
                            + String.join(", ", field.header().dimensions())
                            + ", expected rows and columns last. Bring them into that order first.");
        }
    }

    /** Returns a variable at the centres of cells: either component itself, where both lie there. */
    private GridVariable centre(CfDataset dataset, GridVariable along, GridVariable across, VectorChoice.Pair pair) {
        boolean sameAxes = horizontal(along).equals(horizontal(across));
        if (sameAxes && along.grid().equals(across.grid())) {
            return along;
        }
        int rows = along.grid().ny();
        int columns = across.grid().nx();
        for (GridVariable other : dataset.grids()) {
            Grid grid = other.grid();
            boolean fits = grid.ny() == rows
                    && grid.nx() == columns
                    && !grid.equals(along.grid())
                    && !grid.equals(across.grid())
                    && other.yAxis() == other.header().rank() - 2
                    && other.xAxis() == other.header().rank() - 1;
            if (fits
                    && Math.abs(along.grid().nx() - columns) <= 1
                    && Math.abs(across.grid().ny() - rows) <= 1) {
                return other;
            }
        }
        throw refused(
                pair,
                "they lie on different points (" + along.grid().ny() + " x "
                        + along.grid().nx() + " and "
                        + across.grid().ny() + " x " + across.grid().nx()
                        + "), and no field of the file lies at the centres of"
                        + " " + rows + " x " + columns
                        + " cells, whose positions are needed. Add one, such as the mask, or leave vectors as they are with vectors: none.");
    }

    private static List<String> horizontal(GridVariable field) {
        List<String> dimensions = field.header().dimensions();
        return dimensions.subList(dimensions.size() - 2, dimensions.size());
    }

    /** The angle that the file has at the centres, else that of the grid's own rows. */
    private GridAngle angle(CfDataset dataset, GridVariable centre) throws IOException {
        for (GridVariable field : dataset.grids()) {
            String standard = field.standardName().orElse("");
            boolean named = field.header().name().equalsIgnoreCase("angle")
                    || standard.equals("angle_of_rotation_from_east_to_x")
                    || standard.equals("angle_of_rotation_from_east_to_y");
            if (named && field.header().rank() == 2 && horizontal(field).equals(horizontal(centre))) {
                double[] angles = Packing.of(field.header()).decode(file.read(field.header()));
                boolean degrees =
                        field.units().orElse("").toLowerCase(Locale.ROOT).startsWith("deg");
                double quarter = standard.equals("angle_of_rotation_from_east_to_y") ? Math.PI / 2 : 0;
                for (int i = 0; i < angles.length; i++) {
                    angles[i] = (degrees ? Math.toRadians(angles[i]) : angles[i]) - quarter;
                }
                return GridAngle.of(angles);
            }
        }
        return reckoned(centre);
    }

    private GridAngle reckoned(GridVariable centre) throws IOException {
        Grid grid = centre.grid();
        double[] lat = new double[grid.ny() * grid.nx()];
        double[] lon = new double[lat.length];
        for (int i = 0; i < lat.length; i++) {
            lat[i] = grid.lat(i / grid.nx(), i % grid.nx());
            lon[i] = grid.lon(i / grid.nx(), i % grid.nx());
        }
        GridAngle angle = GridAngle.ofPoints(grid.ny(), lat, lon);
        if (!fallsAlongRows(centre)) {
            return angle;
        }
        double[] turned = new double[lat.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = angle.radians(i) + Math.PI;
        }
        return GridAngle.of(turned);
    }

    /** Tells whether the plane's x falls from column to column: components are along x, not along the columns. */
    private boolean fallsAlongRows(GridVariable centre) throws IOException {
        List<String> dimensions = centre.header().dimensions();
        Optional<VariableHeader> x = file.header()
                .variable(dimensions.get(dimensions.size() - 1))
                .filter(found ->
                        found.rank() == 1 && found.size() > 1 && found.type().isNumeric());
        if (x.isEmpty()) {
            return false;
        }
        double[] numbers = Packing.of(x.get()).decode(file.read(x.get()));
        return numbers[1] < numbers[0];
    }

    private static VariableHeader header(
            GridVariable own, GridVariable centre, TurnedField.Component component, VectorChoice.Pair pair) {
        VariableHeader stored = own.header();
        VariableHeader at = centre.header();
        int rank = stored.rank();
        List<String> dimensions = new ArrayList<>(stored.dimensions().subList(0, rank - 2));
        dimensions.addAll(horizontal(centre));
        long[] shape = stored.shape().clone();
        shape[rank - 2] = at.shape()[at.rank() - 2];
        shape[rank - 1] = at.shape()[at.rank() - 1];
        long[] chunk = stored.storage().chunk().clone();
        for (int axis = 0; axis < chunk.length; axis++) {
            chunk[axis] = Math.min(chunk[axis], Math.max(1, shape[axis]));
        }
        List<Attribute> others = new ArrayList<>();
        String way = component == TurnedField.Component.EAST ? "eastward" : "northward";
        others.add(Attribute.of(
                "standard_name",
                own.standardName()
                        .flatMap(name -> VectorNames.turned(name, way))
                        .orElse("")));
        others.add(Attribute.of("long_name", way + " component of " + pair.along() + ", " + pair.across()));
        String coordinates = at.attributes().text("coordinates").orElse("");
        others.add(Attribute.of("coordinates", coordinates));
        others.removeIf(attribute -> attribute.text().orElse("").isEmpty());
        Attributes kept = DerivedField.without(stored.attributes(), Set.of("standard_name", "coordinates"));
        ElementType type = own.packing().unpacked();
        return DerivedField.header(
                stored.name(),
                type,
                dimensions,
                shape,
                new Storage(stored.storage().chunked(), chunk, List.of()),
                DerivedField.attributes(kept, others.toArray(new Attribute[0])));
    }

    private IllegalArgumentException refused(VectorChoice.Pair pair, String reason) {
        return new IllegalArgumentException("Cannot turn the vector of '" + pair.along() + "' and '" + pair.across()
                + "' of " + file.location() + ": " + reason);
    }
}
