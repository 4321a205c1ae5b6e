package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.BoxBudget;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.FillValue;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * The variables that an update takes: those of the store, and those of the files that the store is to get.
 *
 * @param request what is asked for; chunks of arrays that are new as in those that are there
 * @param template all variables that the files must hold, as the store has them or is to have them
 * @param names of those that are new
 */
record AddedVariables(StoreRequest request, SourceTemplate template, Set<String> names) {

    /**
     * Chooses variables.
     *
     * @param first of the files, which says what new variables are
     * @throws StageException where a variable is in the store already, not in the file, or of other lengths
     */
    static AddedVariables of(
            StoreRequest request, UpdateOptions options, ArrayFile standing, ArchiveEntry first, Configuration conf)
            throws IOException {
        if (options.added().isEmpty()) {
            return new AddedVariables(request, SourceTemplate.of(standing, request), Set.of());
        }
        List<String> unpacked = new ArrayList<>(request.unpacked());
        unpacked.removeIf(
                name -> standing.header().variable(request.renamed(name)).isEmpty());
        SourceTemplate here = SourceTemplate.of(standing, request.unpacking(unpacked));
        List<String> wanted = options.added().stream().map(request::renamed).toList();
        try (ArrayFile file = SourceStage.joined(ArrayStores.open(first, conf), request)) {
            SourceTemplate there = SourceTemplate.of(file, request.taking(wanted));
            Set<String> names = new LinkedHashSet<>();
            List<VariableHeader> variables = new ArrayList<>();
            for (VariableHeader variable : here.variables()) {
                boolean isAsked = !request.variables().isEmpty()
                        || variable.name().equals(here.coordinate())
                        || (variable.axis(here.append()) < 0
                                && there.variable(variable.name()).isPresent());
                if (isAsked) {
                    variables.add(variable);
                }
            }
            for (VariableHeader variable : there.variables()) {
                if (standing.header().variable(variable.name()).isEmpty()) {
                    requireSameLengths(request, standing, variable, here.append());
                    variables.add(variable);
                    names.add(variable.name());
                }
            }
            wanted.forEach(name -> requireNew(request, name, names));
            Set<String> decoded = new LinkedHashSet<>(here.unpacked());
            decoded.addAll(there.unpacked());
            return new AddedVariables(request, here.with(variables, decoded), names);
        }
    }

    private static void requireNew(StoreRequest request, String name, Set<String> names) {
        if (!names.contains(name)) {
            throw StageException.configuration("Cannot add variable " + name + " to '" + request.store()
                    + "': it is there already, expected one that is not. Leave --add-variables out to replace its"
                    + " steps.");
        }
    }

    private static void requireSameLengths(
            StoreRequest request, ArrayFile standing, VariableHeader variable, String append) {
        for (int axis = 0; axis < variable.rank(); axis++) {
            String name = variable.dimensions().get(axis);
            long length = variable.shape()[axis];
            long here = standing.header()
                    .dimension(name)
                    .map(dimension -> dimension.length())
                    .orElse(length);
            if (!name.equals(append) && here != length) {
                throw StageException.configuration("Cannot add variable " + variable.name() + " to '" + request.store()
                        + "': found " + length + " along " + name + ", expected " + here
                        + " as in the store. Send it to a store of its own.");
            }
        }
    }

    /** Tells whether the store is to get a variable. */
    boolean isNew(String name) {
        return names.contains(name);
    }

    /** Returns how new arrays are laid out. */
    ArrayLayout layout(Update update, BoxBudget boxes) {
        return new ArrayLayout(request, template, update.steps(), boxes);
    }

    /**
     * Returns the new arrays, of the store's version and with its lengths of chunks.
     *
     * @throws StageException where steps would be missing in an array that has no value for that
     */
    List<TargetArray> arrays(ZarrStore store, Update update, SourceLine line, BoxBudget boxes) {
        StoreRequest laid = request.chunked(UpdatePlanner.chunks(store, request));
        ArrayLayout layout = new ArrayLayout(laid, template, update.steps(), boxes);
        boolean lacks = update.pieces().stream().anyMatch(piece -> piece.file() == Piece.STORE);
        List<TargetArray> arrays = new ArrayList<>();
        for (VariableHeader variable : template.variables()) {
            if (isNew(variable.name())) {
                ElementType unpacked = SendJob.unpacked(variable.name(), line.files());
                TargetArray target = layout.array(variable, unpacked);
                ZarrArray array = target.array();
                boolean needsFill = lacks && target.axis() >= 0;
                arrays.add(target.with(needsFill ? filled(array) : array));
            }
        }
        return arrays;
    }

    private ZarrArray filled(ZarrArray array) {
        if (!array.fill().equals(FillValue.NONE)) {
            return array;
        }
        if (array.type() == ElementType.FLOAT || array.type() == ElementType.DOUBLE) {
            return array.withFill(Double.NaN);
        }
        throw StageException.configuration("Cannot add variable " + array.path() + " to '" + request.store()
                + "': found steps of the store that no file holds, expected all of them, because it has no fill value"
                + " for the others. Name files of all steps.");
    }
}
