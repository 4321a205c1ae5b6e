package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.place.Distance;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever lies within reach of an observation is sent to the cell that it is judged in. */
class SpaceTimeCellsTest {

    private static final int POINTS = 300;

    @ParameterizedTest
    @CsvSource({
        "1, 50, 60",
        "2, 10_000, 3600",
        "3, 300_000, 86_400",
        "4, 3_000_000, 1e9",
        "5, 30_000_000, 1e30",
        "6, 10_000_000, 10"
    })
    void nearObservationsReachTheCell(long seed, String metresText, double seconds) {
        double metres = Double.parseDouble(metresText.replace("_", ""));
        SpaceTimeCells cells = SpaceTimeCells.reaching(metres, seconds);
        Random random = new Random(seed);
        int near = 0;
        for (int i = 0; i < POINTS * 20; i++) {
            double lat = Math.max(
                    -90,
                    Math.min(
                            90,
                            random.nextInt(4) == 0 ? 90 - random.nextDouble() * 3 : random.nextDouble() * 180 - 90));
            double lon = random.nextInt(4) == 0 ? 180 - random.nextDouble() / 100 : random.nextDouble() * 720 - 360;
            double spread = metres / 111_000 * 1.3;
            double lat2 = Math.max(-90, Math.min(90, lat + (random.nextDouble() * 2 - 1) * spread));
            double east = (random.nextDouble() * 2 - 1)
                    * Math.min(180, spread / Math.max(1e-3, Math.cos(Math.toRadians(lat))));
            double lon2 = lon + east + 360 * (random.nextInt(3) - 1);
            long time = (long) (random.nextDouble() * 1e15);
            long time2 = time + (long) ((random.nextDouble() * 2 - 1) * Math.min(1e15, seconds * 1e6 * 1.2));
            boolean isNear =
                    Distance.greatCircle(lon, lat, lon2, lat2) <= metres && Math.abs(time2 - time) <= seconds * 1e6;
            if (isNear) {
                near++;
                Set<String> reached = new HashSet<>();
                cells.reached(
                        lat2,
                        lon2,
                        time2,
                        (band, turn, span) -> assertThat(reached.add(band + "/" + turn + "/" + span))
                                .isTrue());
                cells.home(
                        lat,
                        lon,
                        time,
                        (band, turn, span) -> assertThat(reached)
                                .as("%s,%s %s,%s", lat, lon, lat2, lon2)
                                .contains(band + "/" + turn + "/" + span));
                assertThat(reached.size()).isLessThanOrEqualTo(100);
            }
        }
        assertThat(near).isGreaterThan(100);
    }
}
