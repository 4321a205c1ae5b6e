package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must hold between a store and the files that it is updated with, beside the conflicts of files among each other.
 *
 * @param request what is asked for
 * @param store as it is written
 * @param standing the same as it is read
 */
record StandingRules(StoreRequest request, ZarrStore store, ArrayFile standing) {

    /** Tells whether the store has a variable. */
    boolean has(String name) {
        return standing.header().variable(name).isPresent();
    }

    /** Refuses chunks other than those asked for. */
    void requireSameChunks(AddedVariables added) {
        SourceTemplate template = added.template();
        for (VariableHeader variable : template.variables()) {
            if (added.isNew(variable.name())) {
                continue;
            }
            Optional<ZarrArray> array = store.array(variable.name());
            if (array.isEmpty()) {
                throw StageException.configuration("Cannot update '" + request.store() + "', variable "
                        + variable.name() + ": it cannot be written, expected an array that can. Leave it out with"
                        + " --exclude " + variable.name() + ".");
            }
            if (!variable.name().equals(template.coordinate())) {
                requireSameChunks(variable, array.get());
            }
        }
    }

    private void requireSameChunks(VariableHeader variable, ZarrArray array) {
        for (Map.Entry<String, Long> asked : request.chunks().entrySet()) {
            int axis = variable.axis(asked.getKey());
            if (axis >= 0 && array.readChunk()[axis] != asked.getValue()) {
                throw StageException.configuration("Cannot update '" + request.store() + "', variable "
                        + variable.name() + ": found chunks of " + array.readChunk()[axis] + " along "
                        + asked.getKey() + ", expected " + asked.getValue()
                        + " as asked for. Leave --chunks out, or rechunk the store first.");
            }
        }
    }

    /** Refuses fields without the append dimension that are not the store's, bit for bit. */
    void requireSameFields(AddedVariables added, SourceLine line) throws IOException {
        SourceFacts first = line.files().get(0);
        for (VariableHeader variable : added.template().variables()) {
            Long sum = first.sums().get(variable.name());
            if (sum != null && !added.isNew(variable.name()) && sum != FieldSum.decoded(standing, variable)) {
                throw StageException.configuration("Cannot update '" + request.store() + "', variable "
                        + variable.name() + ": found other values in "
                        + first.entry().path() + ", expected those of the store, because it has no"
                        + " dimension " + added.template().append() + ". Leave it out with --exclude "
                        + variable.name() + ".");
            }
        }
    }

    /** Refuses a coordinate of the grid file that is not the store's, bit for bit. */
    void requireSameCoordinate(GridCoordinates coordinates, GridCoordinates.Found found) throws IOException {
        VariableHeader here = standing.header().variable(found.name()).orElseThrow();
        try (ArrayFile grid = coordinates.open(found.entry())) {
            boolean same = here.type() == found.header().type()
                    && here.size() == found.header().size()
                    && FieldSum.decoded(standing, here) == FieldSum.decoded(grid, found.header());
            if (!same) {
                throw StageException.configuration("Cannot update '" + request.store() + "', coordinate "
                        + found.name() + ": found other values in "
                        + found.entry().path()
                        + ", expected those of the store. Name the grid file that the store was made with.");
            }
        }
    }

    /** New steps need a value in every array; a replaced one only in those that are asked for. */
    void requireAllVariables(SourceTemplate template, Update update) {
        for (VariableHeader variable : standing.header().variables()) {
            boolean grows = variable.axis(template.append()) >= 0;
            if (grows
                    && update.added() > 0
                    && template.variable(variable.name()).isEmpty()) {
                throw StageException.configuration("Cannot update '" + request.store() + "': " + update.added()
                        + " steps would be added without variable " + variable.name()
                        + ", expected all variables along " + template.append()
                        + ". Take all of them, or only steps that the store holds.");
            }
        }
    }

    /** Refuses decoded values that the store's type cannot hold. */
    void requireSameForm(SourceTemplate template, List<SourceFacts> facts) {
        for (String name : template.unpacked()) {
            ElementType type = store.array(name).map(ZarrArray::type).orElse(ElementType.DOUBLE);
            boolean isReal = type == ElementType.DOUBLE || type == ElementType.FLOAT;
            if (!isReal || (type == ElementType.FLOAT && SendJob.unpacked(name, facts) == ElementType.DOUBLE)) {
                throw StageException.configuration("Cannot update '" + request.store() + "', variable " + name
                        + ": found elements of type " + type + " in the store, expected "
                        + SendJob.unpacked(name, facts)
                        + " for decoded values. Leave --unpack out, or send all files to a new store.");
            }
        }
    }
}
