package dev.shoal.cf;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts {@link CfDataset} together: a declared sampling geometry is tried first, then grids, then what is left. */
final class DatasetScan {

    private final ArrayFile file;
    private final GridDetail detail;
    private final Problems problems = new Problems();
    private final FileCoordinates coordinates;

    DatasetScan(ArrayFile file, GridDetail detail) {
        this.file = file;
        this.detail = detail;
        this.coordinates = new FileCoordinates(file.header());
    }

    CfDataset dataset() throws IOException {
        Optional<FeatureClaim> claim = FeatureClaim.of(file.header().attributes(), problems);
        boolean sampling = claim.filter(c -> c.type().isSampling()).isPresent();
        Optional<LayoutScan.Candidate> found =
                sampling ? new LayoutScan(file, coordinates, problems).find() : Optional.empty();
        if (found.isPresent()) {
            return observed(found.get(), claim);
        }
        List<GridVariable> grids = new GridScan(coordinates, new CoordinateValues(file, problems), problems, detail)
                .grids(file.header().variables());
        if (!grids.isEmpty()) {
            return gridded(grids, claim, sampling);
        }
        boolean mayHold = claim.isEmpty() || claim.get().type() == FeatureType.UNKNOWN;
        Optional<LayoutScan.Candidate> guessed =
                mayHold && !isMesh() ? new LayoutScan(file, coordinates, problems).find() : Optional.empty();
        boolean placed = guessed.filter(layout -> layout.time().isPresent()
                        && !layout.space().dimensions().isEmpty())
                .isPresent();
        return placed ? observed(guessed.get(), Optional.empty()) : nothing(claim);
    }

    /** UGRID: values at the nodes and faces of a mesh look like series at stations, and are not. */
    private boolean isMesh() {
        List<VariableHeader> on = file.header().variables().stream()
                .filter(variable -> variable.attributes().find("mesh").isPresent())
                .toList();
        for (VariableHeader variable : on) {
            String mesh = variable.attributes().text("mesh").orElse("");
            if (coordinates.resolve(variable.name(), mesh).isEmpty()) {
                problems.accept("Variables lie on the mesh " + mesh + ", which is not in the file: their latitudes and"
                        + " longitudes are not known. Join the file with the one that holds the mesh.");
            }
        }
        return !on.isEmpty()
                || file.header().variables().stream()
                        .anyMatch(variable -> variable.attributes()
                                .text("cf_role")
                                .filter("mesh_topology"::equals)
                                .isPresent());
    }

    private CfDataset gridded(List<GridVariable> grids, Optional<FeatureClaim> claim, boolean sampling) {
        if (claim.isPresent() && !sampling) {
            return dataset(claim.get(), grids, Optional.empty());
        }
        boolean swath = coordinates.of(AxisKind.TIME).stream()
                .anyMatch(time -> time.type().isNumeric()
                        && FileCoordinates.longDimensions(time).size() > 1);
        FeatureClaim guess = swath
                ? new FeatureClaim(FeatureType.SWATH, "every point has its own latitude, longitude and time")
                : new FeatureClaim(
                        FeatureType.GRID,
                        grids.stream().allMatch(grid -> grid.yAxis() < 0)
                                ? "variables lie on the cells or nodes of a mesh"
                                : "variables lie along latitude and longitude");
        String prefix = claim.map(c -> c.reason() + ", but ").orElse("");
        return dataset(new FeatureClaim(guess.type(), prefix + guess.reason()), grids, Optional.empty());
    }

    private CfDataset observed(LayoutScan.Candidate found, Optional<FeatureClaim> claim) {
        Structure structure = new Structure(found, file.header().variables());
        FeatureClaim told = claim.orElseGet(structure::guess);
        FeatureType type = structure.refined(told.type());
        String reason = type == told.type()
                ? told.reason()
                : told.reason() + ", with levels along "
                        + structure.levelDimension().orElse("");
        ObservationLayout layout = layout(found, structure, type);
        return dataset(new FeatureClaim(type, reason), List.of(), Optional.of(layout));
    }

    private ObservationLayout layout(LayoutScan.Candidate found, Structure structure, FeatureType type) {
        SampleSpace space = found.space();
        DepthSource depth = depth(found);
        PlatformSource platform = new PlatformScan(file.location(), file.header(), space).find();
        warnOfMissing(found);
        return new ObservationLayout(
                type,
                structure.representation(),
                space.dimensions(),
                space.size(),
                space.links(),
                found.time(),
                found.latitude(),
                found.longitude(),
                depth,
                structure.levelDimension(),
                platform,
                new VariableScan(space, coordinates, used(found, platform), problems)
                        .find(file.header().variables()));
    }

    private DepthSource depth(LayoutScan.Candidate found) {
        if (found.vertical().isEmpty()) {
            problems.accept("The file has no depth or height of its observations: depth is missing.");
            return DepthSource.NONE;
        }
        VariableHeader vertical = found.vertical().get();
        if (coordinates.kind(vertical).filter(kind -> kind == AxisKind.DEPTH).isEmpty()) {
            problems.accept("The vertical coordinate " + vertical.name() + " is not a length ("
                    + vertical.attributes().text("units").orElse("no units")
                    + "): depth is missing, the coordinate is carried as a variable.");
            return new DepthSource(found.vertical(), Double.NaN, Optional.empty(), 0);
        }
        double factor = DepthSource.factor(vertical, problems);
        if (!DepthSource.isAboveInstrument(vertical)) {
            return new DepthSource(found.vertical(), factor, Optional.empty(), 0);
        }
        Optional<VariableHeader> instrument =
                new CoordinateChoice(found.space(), coordinates, found.data()).instrumentDepth(vertical);
        problems.accept("Vertical coordinate " + vertical.name() + " counts from the instrument: "
                + instrument
                        .map(v -> "the instrument's depth is " + v.name() + ".")
                        .orElse("the instrument's depth is not known, depth is missing."));
        return instrument.isPresent()
                ? new DepthSource(found.vertical(), factor, instrument, DepthSource.factor(instrument.get(), problems))
                : new DepthSource(found.vertical(), Double.NaN, Optional.empty(), 0);
    }

    private Set<String> used(LayoutScan.Candidate found, PlatformSource platform) {
        Set<String> used = new HashSet<>();
        found.time().filter(DatasetScan::hasTimestamps).ifPresent(variable -> used.add(variable.name()));
        found.latitude().ifPresent(variable -> used.add(variable.name()));
        found.longitude().ifPresent(variable -> used.add(variable.name()));
        found.vertical()
                .filter(variable -> coordinates
                        .kind(variable)
                        .filter(kind -> kind == AxisKind.DEPTH)
                        .isPresent())
                .ifPresent(variable -> used.add(variable.name()));
        platform.variable().ifPresent(variable -> used.add(variable.name()));
        found.space().links().forEach(link -> used.add(link.variable()));
        file.header().variables().stream()
                .filter(variable -> variable.attributes().find("cf_role").isPresent())
                .forEach(variable -> used.add(variable.name()));
        return used;
    }

    /** Times without timestamps are carried as numbers. */
    private static boolean hasTimestamps(VariableHeader time) {
        return BatchAssembly.units(time, problem -> {})
                .filter(units -> units.calendar().isReal())
                .isPresent();
    }

    private void warnOfMissing(LayoutScan.Candidate found) {
        if (found.time().isEmpty()) {
            problems.accept("The file has no time of its observations: time is missing.");
        }
        found.time().ifPresent(this::warnOfTimesWithoutTimestamps);
        if (found.latitude().isEmpty() || found.longitude().isEmpty()) {
            problems.accept("The file has no latitude and longitude of its observations: they are missing.");
        }
    }

    private void warnOfTimesWithoutTimestamps(VariableHeader time) {
        Optional<TimeUnits> units =
                BatchAssembly.units(time, problem -> problems.accept("Variable " + time.name() + ": " + problem));
        if (units.isPresent() && !units.get().calendar().isReal()) {
            problems.accept("Time " + time.name() + " is in the calendar "
                    + units.get().calendar().title()
                    + ", whose dates are no days that were: time is missing, its numbers are carried as a variable.");
        }
    }

    private CfDataset nothing(Optional<FeatureClaim> claim) {
        List<VariableHeader> projected = new ArrayList<>(coordinates.of(AxisKind.PROJECTED_Y));
        projected.addAll(coordinates.of(AxisKind.PROJECTED_X));
        problems.accept(
                projected.isEmpty()
                        ? "No numeric variable is placed by time, level, latitude and longitude alone: the file holds"
                                + " neither grids nor observations."
                        : "Coordinates "
                                + String.join(
                                        ", ",
                                        projected.stream()
                                                .map(VariableHeader::name)
                                                .toList())
                                + " are projected, and there are no latitudes and longitudes of the cells: add them as"
                                + " two-dimensional variables.");
        return dataset(
                claim.orElse(
                        new FeatureClaim(FeatureType.UNKNOWN, "neither declared nor to be told from the structure")),
                List.of(),
                Optional.empty());
    }

    private CfDataset dataset(FeatureClaim claim, List<GridVariable> grids, Optional<ObservationLayout> observations) {
        CfFacts facts = new FactsScan(file.header(), coordinates, problems).facts();
        return new CfDataset(
                file.location(),
                file.header().attributes(),
                claim.type(),
                claim.reason(),
                grids,
                observations,
                facts,
                problems.list());
    }
}
