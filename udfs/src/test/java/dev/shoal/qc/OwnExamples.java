package dev.shoal.qc;

import dev.shoal.qc.neighbour.BuddyCheck;
import dev.shoal.qc.neighbour.ConsistencyCheck;
import dev.shoal.qc.neighbour.IsolationCheck;
import dev.shoal.qc.neighbour.MedianCheck;
import dev.shoal.qc.neighbour.Surroundings;
import java.util.List;

/** Examples of tests that are Shoal's own. */
final class OwnExamples {

    static final List<QcTest> ALL = List.of(
            new Isolation(50_000, 3600, 2),
            new Isolation(1_000_000, 1e5, 5),
            new Isolation(new IsolationCheck(new Surroundings(100_000, 1e5, 30), 2)),
            new Neighbour(new MedianCheck(new Surroundings(100_000, 1e5, 50), 2, 0.5, 3)),
            new Buddy(new BuddyCheck(new Surroundings(50_000, 50_000, 50), 2, 2, 4, 0.1, 0, 3)),
            new Buddy(new BuddyCheck(new Surroundings(100_000, 1e6, 500), 3, Spike.OFF, 3, 0.1, 0.01, 1)),
            new SpatialConsistency(new ConsistencyCheck(
                    new Surroundings(60_000, 50_000, Spike.OFF),
                    3,
                    10,
                    ConsistencyCheck.Background.MEDIAN,
                    10_000,
                    Spike.OFF,
                    50_000,
                    0.5,
                    0.01,
                    2,
                    2,
                    2)),
            new BasinRange());

    private OwnExamples() {}
}
