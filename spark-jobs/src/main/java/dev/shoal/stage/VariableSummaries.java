package dev.shoal.stage;

import dev.shoal.catalog.VariableSummary;
import dev.shoal.cf.CfDataset;
import dev.shoal.cf.ObservedVariable;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
                    shape(variable.dimensions(), variable.shape())));
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
            summaries.add(new VariableSummary(
                    grid.name(),
                    said(grid.standardName()),
                    said(grid.units()),
                    Optional.empty(),
                    grid.decodedType().name().toLowerCase(Locale.ROOT),
                    shape));
        }
        return summaries;
    }

    /** Returns the variables of a store of fields, without coordinates and flags. */
    static List<VariableSummary> ofStore(ZarrStore store) {
        List<VariableSummary> summaries = new ArrayList<>();
        for (ZarrArray array : StoreState.variables(store)) {
            summaries.add(new VariableSummary(
                    array.path(),
                    array.attributes().text("standard_name"),
                    array.attributes().text("units"),
                    Optional.empty(),
                    array.type().name().toLowerCase(Locale.ROOT),
                    shape(array.dimensions(), array.shape())));
        }
        return summaries;
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

    private static String shape(List<String> dimensions, long[] shape) {
        StringBuilder text = new StringBuilder();
        for (int axis = 0; axis < shape.length; axis++) {
            text.append(axis == 0 ? "" : ", ")
                    .append(dimensions.get(axis))
                    .append('=')
                    .append(shape[axis]);
        }
        return text.toString();
    }
}
