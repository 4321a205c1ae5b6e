package dev.shoal.stage;

import dev.shoal.cf.FlagAttributes;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.DefaultFill;
import dev.shoal.netcdf.ElementType;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.time.TimeStatistic;
import dev.shoal.spec.TimeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a store says of a variable: its own attributes as far as they hold on the target grid, and what was done.
 *
 * @param field as described by its first file
 * @param source whose flags are written where it has tests
 * @param way how it came to the grid; nothing where the grid is its own
 */
record FieldAttributes(GridDescription field, GridSource source, Optional<FieldWay> way) {

    private static final String FILL = "_FillValue";
    private static final String CELL_METHODS = "cell_methods";
    private static final String AREA = "area:";

    /** Tells whether the values are categories that came to another grid, which stay the integers they are. */
    private boolean categories() {
        ElementType type = field.storedType();
        boolean integers = type.isNumeric()
                && type != ElementType.FLOAT
                && type != ElementType.DOUBLE
                && type.bytes() <= Integer.BYTES;
        return way.isPresent() && integers && Categories.reason(field).isPresent() && !isPacked();
    }

    private boolean isPacked() {
        return field.attributes().find("scale_factor").isPresent()
                || field.attributes().find("add_offset").isPresent();
    }

    /** Returns the type that the values are stored as. */
    ElementType type() {
        return categories() ? field.storedType() : field.decodedType();
    }

    /** Returns what stands for a missing value. */
    Number fill() {
        if (categories()) {
            return field.attributes()
                    .number(FILL)
                    .map(number -> (Number) number.longValue())
                    .orElseGet(() -> DefaultFill.of(field.storedType()));
        }
        return field.decodedType() == ElementType.FLOAT ? (Number) Float.NaN : Double.NaN;
    }

    /** Returns the attributes of the values. */
    Attributes attributes(GridAxes axes, GridStoreLayout.Growth growth) {
        List<Attribute> more = new ArrayList<>();
        if (growth == GridStoreLayout.Growth.OF_DATASETS) {
            more.add(Attribute.of(StoreState.GRID_ATTRIBUTE, field.gridDigest()));
            more.add(Attribute.of(StoreState.AXES_ATTRIBUTE, field.axes()));
        }
        if (!axes.dimensions().contains(GridAxes.LAT)) {
            more.add(Attribute.of("coordinates", GridAxes.LAT + " " + GridAxes.LON));
        }
        List<String> beside = new ArrayList<>();
        if (source.flagged()) {
            beside.add(GridJob.flagsOf(field.name()));
        }
        if (way.filter(FieldWay::tellsFraction).isPresent()) {
            beside.add(GridJob.fractionOf(field.name()));
        }
        if (!beside.isEmpty()) {
            more.add(Attribute.of("ancillary_variables", String.join(" ", beside)));
        }
        way.ifPresent(known ->
                more.add(Attribute.of("shoal_regrid", known.weights().scheme().key())));
        way.flatMap(this::cellMethods).ifPresent(text -> more.add(Attribute.of(CELL_METHODS, text)));
        return KeptAttributes.ofVariable(field.attributes(), more.toArray(Attribute[]::new));
    }

    /** Returns the cell methods with that of the regridding behind them, where they say nothing of areas yet. */
    private Optional<String> cellMethods(FieldWay known) {
        Method method = known.weights().scheme().method();
        String before = field.attributes().text(CELL_METHODS).orElse("");
        if (!method.isByArea() || before.contains(AREA)) {
            return Optional.empty();
        }
        String own = AREA + (method == Method.LARGEST_AREA ? " mode" : " mean");
        return Optional.of(before.isEmpty() ? own : before + " " + own);
    }

    /** Returns the attributes of values whose steps were put together to periods. */
    static Attributes of(TimeSpec how, String time, Attributes values) {
        String before = values.text(CELL_METHODS).map(text -> text + " ").orElse("");
        List<Attribute> list = new ArrayList<>();
        for (Attribute attribute : values.list()) {
            boolean isUnits =
                    how.statistic() == TimeStatistic.COUNT && attribute.name().equals("units");
            if (!attribute.name().equals(CELL_METHODS) && !isUnits) {
                list.add(attribute);
            }
        }
        String method = how.cellMethods(time);
        boolean isSaid = before.endsWith(method + " ");
        list.add(Attribute.of(CELL_METHODS, isSaid ? before.trim() : before + method));
        if (how.statistic() == TimeStatistic.COUNT) {
            list.add(Attribute.of("units", "1"));
        }
        return new Attributes(list);
    }

    /** Returns the attributes of the flags. */
    Attributes flags(Attributes values) {
        Attributes flags = FlagAttributes.withFill(FlagAttributes.aggregate(field.name(), values));
        List<Attribute> list = new ArrayList<>(flags.list());
        list.add(Attribute.of("shoal_qc", source.tests().canonical()));
        return new Attributes(list);
    }

    /** Returns the attributes of the share of each cell that was made of valid values. */
    Attributes fraction() {
        String title = field.attributes().text("long_name").orElse(field.name());
        List<Attribute> list = new ArrayList<>();
        list.add(Attribute.of("long_name", "Valid fraction of " + title));
        list.add(Attribute.of("units", "1"));
        list.add(Attribute.of("comment", "Share of the weights of a cell that lies on valid source values"));
        list.add(new Attribute("valid_range", ElementType.FLOAT, List.of(0f, 1f)));
        return new Attributes(list);
    }
}
