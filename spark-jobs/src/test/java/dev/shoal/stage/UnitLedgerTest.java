package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.FieldLayout;
import dev.shoal.plan.GridPlan;
import dev.shoal.plan.PlannedArray;
import dev.shoal.plan.StepSource;
import dev.shoal.plan.Window;
import dev.shoal.plan.WorkUnit;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;

class UnitLedgerTest {

    private static final Path FOLDER = new Path("file:/ledger");

    private static GridPlan plan(long... unitChunks) {
        ChunkGrid target = new ChunkGrid(new long[] {2, 8, 8}, new long[] {1, 2, 2});
        StepSource step = new StepSource(0, 0);
        FieldLayout layout = new FieldLayout(3, 0, -1, 1, 2);
        PlannedArray array = new PlannedArray("a", layout, 0, -1, List.of(step, step), target, 1, unitChunks);
        return new GridPlan(List.of("file"), List.of(array, array), 0);
    }

    /** A run that goes on with another memory for its tasks divides the chunks in another way. */
    @Test
    void aMarkStandsForTheSameChunksWhateverTheDivision() {
        Map<Path, Window> seen = new HashMap<>();
        for (GridPlan plan : List.of(plan(1, 4, 4), plan(1, 2, 4), plan(1, 1, 4), plan(1, 1, 1))) {
            for (long ordinal = 0; ordinal < plan.unitCount(); ordinal++) {
                WorkUnit unit = plan.unit(ordinal);
                Window before = seen.put(UnitLedger.mark(FOLDER, unit), unit.chunks());
                assertThat(before == null ? unit.chunks() : before).isEqualTo(unit.chunks());
            }
        }
        assertThat(seen).hasSize(2 * (2 + 4 + 8 + 32));
    }

    @Test
    void aMarkThatWasNotWrittenToItsEndCountsForNothing() throws IOException {
        UnitSummary summary =
                new UnitSummary(1, 0, 5, 9, Map.of("sst/GOOD", 5L), Map.of("sst", 1L), Map.of(), Map.of("b", "torn"));
        byte[] whole = UnitLedger.bytes(summary);
        assertThat(UnitLedger.parse(whole)).contains(summary.asSkipped());
        for (int length = 0; length < whole.length; length++) {
            assertThat(UnitLedger.parse(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }
}
