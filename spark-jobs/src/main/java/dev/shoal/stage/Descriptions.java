package dev.shoal.stage;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.GridVariable;
import dev.shoal.cf.ObservationLayout;
import dev.shoal.cf.ObservedVariable;
import dev.shoal.cf.TimeAxis;
import dev.shoal.cf.VerticalAxis;
import dev.shoal.netcdf.Storage;
import java.util.List;
import java.util.OptionalInt;

/** Makes the description of a file from what its header means. */
final class Descriptions {

    private Descriptions() {}

    static FileDescription of(FileEntry file, CfDataset cf, Extent extent, String sha256) {
        return new FileDescription(
                file,
                cf.featureType(),
                cf.grids().stream().map(Descriptions::grid).toList(),
                cf.observations().map(ObservationLayout::variables).orElse(List.of()).stream()
                        .map(Descriptions::column)
                        .toList(),
                extent,
                sha256,
                cf.problems());
    }

    private static GridDescription grid(GridVariable variable) {
        return new GridDescription(
                variable.header().name(),
                variable.standardName().orElse(""),
                variable.units().orElse(""),
                variable.packing().type(),
                variable.packing().unpacked(),
                variable.grid().digest(),
                variable.layout(),
                chunkLength(variable, variable.timeAxis()),
                chunkLength(variable, variable.verticalAxis()),
                variable.grid().ny(),
                variable.grid().nx(),
                variable.time().map(Descriptions::steps).orElse(GridDescription.Steps.NONE),
                variable.vertical().map(Descriptions::levels).orElse(GridDescription.Levels.NONE),
                variable.header().attributes());
    }

    private static int chunkLength(GridVariable variable, OptionalInt axis) {
        Storage storage = variable.header().storage();
        return axis.isPresent() && storage.chunked()
                ? (int) Math.min(Integer.MAX_VALUE, storage.chunk()[axis.getAsInt()])
                : 1;
    }

    private static GridDescription.Steps steps(TimeAxis axis) {
        return new GridDescription.Steps(
                axis.variable(),
                axis.units(),
                axis.calendar(),
                axis.numbers(),
                axis.micros().orElse(new long[0]),
                axis.bounds());
    }

    private static GridDescription.Levels levels(VerticalAxis axis) {
        return new GridDescription.Levels(
                axis.variable(), axis.units(), axis.positive().orElse(""), axis.values());
    }

    private static ObservedColumn column(ObservedVariable variable) {
        return new ObservedColumn(
                variable.column(),
                variable.header().name(),
                variable.standardName().orElse(""),
                variable.canonicalUnits(),
                variable.units().orElse(""),
                variable.kind() == ObservedVariable.Kind.FLAG);
    }
}
