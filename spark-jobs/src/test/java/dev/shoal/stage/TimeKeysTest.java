package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ElementType;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeKeysTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void ordersNumbersAsTheyAreAndGivesThemBack(long seed) {
        TimeKeys keys = new TimeKeys(false, "days since 1850-01-01", "360_day");
        Random random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            double one = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(9));
            double other = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(9));
            assertThat(Long.compare(TimeKeys.sortable(one), TimeKeys.sortable(other)))
                    .isEqualTo(Double.compare(one, other));
            assertThat(keys.number(TimeKeys.sortable(one))).isEqualTo(one);
        }
        assertThat(TimeKeys.sortable(-0.0)).isEqualTo(TimeKeys.sortable(0.0));
    }

    @Test
    void knowsItselfAgainFromWhatItWrote() {
        for (TimeKeys keys : new TimeKeys[] {
            new TimeKeys(true, "microseconds since 1970-01-01T00:00:00Z", "proleptic_gregorian"),
            new TimeKeys(false, "days since 1850-01-01", "360_day")
        }) {
            assertThat(TimeKeys.of(keys.type(), keys.attributes())).isEqualTo(keys);
        }
        assertThat(new TimeKeys(true, "", "").type()).isEqualTo(ElementType.LONG);
    }
}
