package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeChunksTest {

    @ParameterizedTest
    @CsvSource({
        "60, 1, 64800, 5",
        "8, 1, 648, 8",
        "10000, 1, 64800, 64",
        "12, 5, 1036800, 3",
        "365, 1, 50000000, 1",
        "1, 1, 64800, 1",
        "100000, 1, 1, 512"
    })
    void areWorthAnObjectAndEnoughForManyTasks(long steps, long levels, long targetCells, int length) {
        assertThat(TimeChunks.length(steps, levels, targetCells)).isEqualTo(length);
    }
}
