package dev.shoal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BoxTest {

    @Test
    void splitsAtTheAntimeridianOnlyWhenItCrosses() {
        assertThat(new Box(-10, 0, 10, 5).parts()).containsExactly(new Box(-10, 0, 10, 5));
        assertThat(new Box(170, 0, -170, 5).parts())
                .containsExactly(new Box(170, 0, 180, 5), new Box(-180, 0, -170, 5));
    }

    @Test
    void wrapsLongitudesOfOtherTurns() {
        assertThat(Box.wrapping(0, -90, 360, 90)).isEqualTo(new Box(-180, -90, 180, 90));
        assertThat(Box.wrapping(170, 0, 190, 1)).isEqualTo(new Box(170, 0, -170, 1));
        assertThat(Box.wrapping(200, 0, 210, 1)).isEqualTo(new Box(-160, 0, -150, 1));
        assertThat(Box.wrapping(0.125, 0, 359.875, 1)).isEqualTo(new Box(0.125, 0, -0.125, 1));
        assertThat(Box.wrapping(-180, 0, 180, 1)).isEqualTo(new Box(-180, 0, 180, 1));
    }

    @Test
    void refusesWhatIsNotOnTheEarth() {
        assertThatThrownBy(() -> new Box(0, -91, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot make a box: its south is -91.0, expected degrees from -90 to 90.");
        assertThatThrownBy(() -> new Box(0, 0, Double.NaN, 1))
                .hasMessage("Cannot make a box: its east is NaN, expected degrees from -180 to 180.");
        assertThatThrownBy(() -> new Box(0, 5, 1, 4))
                .hasMessage("Cannot make a box: its south 5.0 lies above its north 4.0, expected south <= north."
                        + " Give the edges as west, south, east, north.");
        assertThatThrownBy(() -> Box.wrapping(5, 0, 4, 1))
                .hasMessage("Cannot wrap a box: west is 5.0 and east is 4.0,"
                        + " expected finite degrees with west <= east.");
    }
}
