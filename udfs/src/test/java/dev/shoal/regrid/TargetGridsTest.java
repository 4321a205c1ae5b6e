package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TargetGridsTest {

    @Test
    void globalGridsHaveCentresHalfAStepFromTheEdges() {
        RectilinearGrid grid = TargetGrids.named("global_1");
        assertThat(grid.lat()).hasSize(180).startsWith(-89.5, -88.5).endsWith(89.5);
        assertThat(grid.lon()).hasSize(360).startsWith(-179.5, -178.5).endsWith(179.5);
        assertThat(TargetGrids.named("global_0.25").lon()).hasSize(1440).startsWith(-179.875, -179.625);
        assertThat(TargetGrids.named("global_.5").lat()).hasSize(360).startsWith(-89.75);
    }

    @Test
    void regularGridsStartAtGreenwichAsInCdo() {
        RectilinearGrid grid = TargetGrids.named("r8x4");
        assertThat(grid.lon()).containsExactly(0, 45, 90, 135, 180, 225, 270, 315);
        assertThat(grid.lat()).containsExactly(-67.5, -22.5, 22.5, 67.5);
        assertThat(TargetGrids.named("r360x180").lat()).startsWith(-89.5);
    }

    @Test
    void stepsGoFromTheFirstCentreToTheLast() {
        RectilinearGrid grid = TargetGrids.of(new AxisSteps(10, -10, -0.1), new AxisSteps(170, 190, 5));
        assertThat(grid.lat()).hasSize(201).startsWith(10, 9.9);
        assertThat(grid.lat()[200]).isEqualTo(-10);
        assertThat(grid.lon()).containsExactly(170, 175, 180, 185, 190);
        assertThat(new AxisSteps(5, 5, 1).values()).containsExactly(5);
    }

    @Test
    void namesTheNearestGrid() {
        assertThatThrownBy(() -> TargetGrids.named("globl_0.5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot make a target grid: there is no grid globl_0.5, expected global_0.5 or another of the "
                                + "form global_STEP or rNXxNY, or lat and lon with start, end and step each.");
        assertThatThrownBy(() -> TargetGrids.named("360 x 180")).hasMessageContaining("expected r360x180 or");
        assertThatThrownBy(() -> TargetGrids.named("world")).hasMessageContaining("expected global_1 or");
    }

    @Test
    void refusesStepsThatDoNotDivide() {
        assertThatThrownBy(() -> TargetGrids.named("global_0.7")).hasMessageContaining("180 degrees hold 257.14");
        assertThatThrownBy(() -> TargetGrids.named("global_0")).hasMessageContaining("expected a whole number from 1");
        assertThatThrownBy(() -> TargetGrids.named("r0x5")).hasMessageContaining("it has 0 columns and 5 rows");
        assertThatThrownBy(() -> new AxisSteps(0, 10, 4))
                .hasMessage("Cannot make an axis from 0.0 to 10.0 by 4.0: that is 2.5 steps, expected a whole number. "
                        + "Start and end are centres of cells; end at 8.0 or 12.0.");
        assertThatThrownBy(() -> new AxisSteps(0, 10, -1)).hasMessageContaining("a step that leads from start to end");
        assertThatThrownBy(() -> new AxisSteps(0, 10, 0)).hasMessageContaining("a step that leads from start to end");
    }
}
