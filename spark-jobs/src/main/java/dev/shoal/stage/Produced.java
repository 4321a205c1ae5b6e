package dev.shoal.stage;

import dev.shoal.catalog.DatasetKind;
import dev.shoal.catalog.VariableSummary;
import java.util.List;
import java.util.Map;

/**
 * What making a product gave, before it is registered.
 *
 * @param kind of the product
 * @param action what was done
 * @param location table or store
 * @param layouts stores with the same values in other chunks, by the names of their layouts
 * @param offered files whose data were to be read
 * @param taken files that are in the product now and were not before
 * @param refused files that do not fit it, or turned out damaged, with the reasons
 * @param damaged those of {@code refused} of which a part was taken before the damage
 * @param variables of the product
 * @param rows observations that the product holds in all; 0 for grids
 * @param cells that the product holds in all; 0 for observations
 * @param amount observations or cells that were written
 * @param decodedBytes of source values
 * @param flags number of values written by variable and flag
 * @param tests number of values that a test called suspect or failed, by variable and test
 * @param judging how the values were judged
 * @param scaffold folders that nobody needs once this is registered
 */
record Produced(
        DatasetKind kind,
        RunOutcome.Action action,
        String location,
        Map<String, String> layouts,
        int offered,
        List<FileDescription> taken,
        Map<String, String> refused,
        Map<String, String> damaged,
        List<VariableSummary> variables,
        long rows,
        long cells,
        long amount,
        long decodedBytes,
        Map<String, Long> flags,
        Map<String, Long> tests,
        Judging judging,
        List<String> scaffold) {}
