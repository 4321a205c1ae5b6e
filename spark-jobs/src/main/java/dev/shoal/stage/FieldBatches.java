package dev.shoal.stage;

import dev.shoal.plan.PlannedArray;
import dev.shoal.plan.StepSource;
import dev.shoal.plan.Window;
import java.util.ArrayList;
import java.util.List;

/** Joins the steps of a unit into batches that decode each storage chunk once. */
final class FieldBatches {

    private FieldBatches() {}

    /**
     * Returns the batches, in order of the target's steps; steps that no file has are in none of them.
     *
     * @param array the array
     * @param from first step of the target
     * @param to one past the last step of the target
     * @param most most steps of a batch; batches end at multiples of it in the file, where storage chunks end
     */
    static List<FieldBatch> of(PlannedArray array, int from, int to, int most) {
        return of(array.steps(), from, to, most);
    }

    /** Returns the batches of steps of a list, which takes the place of the target's; see the other of this name. */
    static List<FieldBatch> of(List<StepSource> steps, int from, int to, int most) {
        List<FieldBatch> batches = new ArrayList<>();
        int at = from;
        while (at < to) {
            StepSource first = steps.get(at);
            int end = at + 1;
            while (end < to && continues(steps, first, at, end, most)) {
                end++;
            }
            if (first.isPresent()) {
                long[] start = {first.step()};
                batches.add(new FieldBatch(first.file(), at, Window.at(start, new long[] {end - at})));
            }
            at = end;
        }
        return batches;
    }

    private static boolean continues(List<StepSource> steps, StepSource first, int at, int next, int most) {
        StepSource step = steps.get(next);
        return first.isPresent()
                && step.file() == first.file()
                && step.step() == first.step() + next - at
                && step.step() / most == first.step() / most;
    }
}
