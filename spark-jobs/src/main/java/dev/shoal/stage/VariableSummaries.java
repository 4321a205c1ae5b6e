package dev.shoal.stage;

import dev.shoal.catalog.VariableSummary;
import dev.shoal.cf.CfDataset;
import dev.shoal.cf.ObservedVariable;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.zarr.ZarrArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells the catalogue of variables: those of a file, those that a dataset takes from it. */
final class VariableSummaries {

    private VariableSummaries() {}

    /** Returns every variable of a file; units are those of the catalogue where the values are observations. */
    static List<VariableSummary> ofFile(Header header, CfDataset cf) {
        Map<String, String> canonical = new HashMap<>();
        cf.observations().ifPresent(layout -> {
            for (ObservedVariable variable : layout.variables()) {
                canonical.put(variable.header().name(), variable.canonicalUnits());
            }
        });
        List<VariableSummary> summaries = new ArrayList<>();
        for (VariableHeader variable : header.variables()) {
            Optional<String> stored = variable.attributes().text("units");
            Optional<String> units = Optional.ofNullable(canonical.get(variable.name()))
                    .filter(text -> !text.isEmpty())
                    .or(() -> stored);
            summaries.add(new VariableSummary(
                    variable.name(),
                    variable.attributes().text("standard_name"),
                    units,
                    stored.filter(text -> !units.equals(Optional.of(text))),
                    variable.type().name().toLowerCase(Locale.ROOT),
                    shape(variable)));
        }
        return summaries;
    }

    /** Returns the fields that a dataset takes from a file. */
    static List<VariableSummary> ofGrids(List<GridDescription> grids) {
        List<VariableSummary> summaries = new ArrayList<>();
        for (GridDescription grid : grids) {
            String shape = (grid.time().count() > 0 ? "time=" + grid.time().count() + ", " : "")
                    + (grid.vertical().count() > 0
                            ? "vertical=" + grid.vertical().count() + ", "
                            : "") + "y=" + grid.ny()
                    + ", x=" + grid.nx();
            summaries.add(summary(grid, shape));
        }
        return summaries;
    }

    /** Returns the variables of a store, with its own shapes: those of its files are other ones. */
    static List<VariableSummary> ofStore(Collection<GridDescription> fields, List<ZarrArray> arrays) {
        Map<String, ZarrArray> byName = arrays.stream().collect(Collectors.toMap(ZarrArray::path, Function.identity()));
        List<VariableSummary> summaries = new ArrayList<>();
        for (GridDescription field : fields) {
            summaries.add(summary(field, shape(Objects.requireNonNull(byName.get(field.name())))));
        }
        return summaries;
    }

    private static String shape(ZarrArray array) {
        List<String> axes = new ArrayList<>();
        for (int axis = 0; axis < array.shape().length; axis++) {
            axes.add(array.dimensions().get(axis) + "=" + array.shape()[axis]);
        }
        return String.join(", ", axes);
    }

    private static VariableSummary summary(GridDescription field, String shape) {
        return new VariableSummary(
                field.name(),
                said(field.standardName()),
                said(field.units()),
                Optional.empty(),
                field.decodedType().name().toLowerCase(Locale.ROOT),
                shape);
    }

    /** Returns the columns that a dataset takes from a file. */
    static List<VariableSummary> ofColumns(List<ObservedColumn> columns) {
        List<VariableSummary> summaries = new ArrayList<>();
        for (ObservedColumn column : columns) {
            summaries.add(new VariableSummary(
                    ObservationTable.nameOf(column),
                    said(column.standardName()),
                    said(column.canonicalUnits()),
                    said(column.units()).filter(units -> !units.equals(column.canonicalUnits())),
                    column.flag() ? "int" : "double",
                    "observation"));
        }
        return summaries;
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private static String shape(VariableHeader variable) {
        StringBuilder text = new StringBuilder();
        for (int axis = 0; axis < variable.rank(); axis++) {
            text.append(axis == 0 ? "" : ", ")
                    .append(variable.dimensions().get(axis))
                    .append('=')
                    .append(variable.shape()[axis]);
        }
        return text.toString();
    }
}
