package dev.shoal.stage;

import static java.util.Objects.requireNonNull;

import dev.shoal.cf.view.FieldViews;
import dev.shoal.netcdf.Attributes;
import dev.shoal.plan.GridPlan;
import dev.shoal.regrid.Grid;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan with what is needed to carry it out; it lives on the driver.
 *
 * @param plan the work
 * @param sources one for each array of the plan
 * @param ways how each array of the plan comes to the target grid; none for the source's own
 * @param layout of the store
 * @param others layouts that are made of the store
 * @param attributes of the store's root
 * @param target horizontal coordinates of the store
 * @param refused files that do not fit the dataset, with the reasons
 * @param leftOut variables that cannot be had on the target, with the reasons
 * @param assembly what the files give
 * @param views what the files' fields are made before anything else is done with them
 * @param periods how the steps of each array of the plan are put together; none where they stay
 */
record GridPlanning(
        GridPlan plan,
        List<GridSource> sources,
        List<FieldWay> ways,
        GridStoreLayout layout,
        List<OtherLayout> others,
        Attributes attributes,
        Grid target,
        Map<String, String> refused,
        Map<String, String> leftOut,
        GridAssembly assembly,
        FieldViews views,
        List<PeriodPlan> periods) {

    /** Returns the first description of a variable. */
    GridDescription description(String variable) {
        return requireNonNull(assembly.variables().get(variable));
    }

    /** Returns how an array of the plan comes to the target grid; nothing for the source's own. */
    Optional<FieldWay> way(int array) {
        return ways.isEmpty() ? Optional.empty() : Optional.of(ways.get(array));
    }
}
