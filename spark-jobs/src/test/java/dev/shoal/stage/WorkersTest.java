package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class WorkersTest {

    private static SparkSession refused() {
        throw new IllegalStateException("A session was asked for.");
    }

    @Test
    void opensNoSessionForSmallWork() throws Exception {
        try (Workers workers = Workers.opening(new Configuration(false), WorkersTest::refused)) {
            Load small = new Load("Adding", 3, 1000);
            assertThat(workers.parallelism(small))
                    .isEqualTo(Runtime.getRuntime().availableProcessors());
            assertThat(workers.run(small, Progress.NONE, List.of(1, 2, 3), 3, (share, conf, done) -> share + 1))
                    .containsExactly(2, 3, 4);
        }
    }

    @Test
    void opensOneForManyUnitsOrManyBytes() {
        try (Workers workers = Workers.opening(new Configuration(false), WorkersTest::refused)) {
            for (Load large : List.of(new Load("Adding", 65, 0), new Load("Adding", 1, 1L << 30))) {
                assertThat(large.isSmall()).isFalse();
                assertThatThrownBy(() -> workers.run(large, Progress.NONE, List.of(1), 1, (share, conf, done) -> share))
                        .hasMessage("A session was asked for.");
            }
        }
    }

    @Test
    void countsTheBytesOfFewUnitsOnly() {
        assertThat(Load.of("Adding", 64, () -> 10)).isEqualTo(new Load("Adding", 64, 10));
        assertThat(Load.of("Adding", 65, () -> {
                            throw new IllegalStateException("Counted.");
                        })
                        .isSmall())
                .isFalse();
    }
}
