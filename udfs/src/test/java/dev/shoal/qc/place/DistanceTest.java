package dev.shoal.qc.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistanceTest {

    @Test
    void measuresADegreeOfTheSphere() {
        assertThat(Distance.greatCircle(0, 0, 1, 0)).isCloseTo(6371e3 * Math.PI / 180, within(1e-6));
        assertThat(Distance.greatCircle(179.5, 0, -179.5, 0)).isCloseTo(6371e3 * Math.PI / 180, within(1e-6));
        assertThat(Distance.greatCircle(Double.NaN, 0, 1, 0)).isNaN();
    }

    @Test
    void measuresAQuarterOfTheMeridian() {
        assertThat(Distance.geodesic(0, 0, 77, 90)).isCloseTo(10001965.729, within(1e-3));
        assertThat(Distance.geodesic(0, 91, 0, 0)).isNaN();
        assertThat(Distance.geodesic(200, 10, -160, 10)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void stepsDecideAsTheGeodesicDoes(int seed) {
        decideAlike(seed, GeodesicSteps.onEllipsoid(), Distance::geodesic);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void stepsDecideAsTheGreatCircleDoes(int seed) {
        decideAlike(seed, GeodesicSteps.onSphere(), Distance::greatCircle);
    }

    @FunctionalInterface
    private interface Metres {
        double between(double lon1, double lat1, double lon2, double lat2);
    }

    private static void decideAlike(int seed, GeodesicSteps steps, Metres metres) {
        Random random = new Random(seed);
        double lon = 0;
        double lat = 0;
        steps.stepTo(lon, lat);
        for (int i = 0; i < 20_000; i++) {
            double reach = Math.pow(10, random.nextDouble(-6, 2.3));
            double nextLon = lon + reach * random.nextGaussian();
            double nextLat = Math.max(-90, Math.min(90, lat + reach * random.nextGaussian()));
            double exact = metres.between(lon, lat, nextLon, nextLat);
            double seconds = random.nextInt(1, 100_000);
            double limit = exact / seconds * (1 + random.nextGaussian() * Math.pow(10, random.nextDouble(-16, 1)));
            assertThat(steps.stepTo(nextLon, nextLat)).isTrue();
            assertThat(steps.exceeds(seconds, limit))
                    .as(lon + " " + lat + " to " + nextLon + " " + nextLat + " within " + limit * seconds)
                    .isEqualTo(exact / seconds > limit);
            lon = nextLon % 360;
            lat = nextLat;
            steps.restart();
            steps.stepTo(lon, lat);
        }
    }

    @Test
    void seriesAgreeWithTheLibrary() {
        for (double degrees = -90; degrees <= 90; degrees += 0.01) {
            assertThat(SineCosine.sine(degrees)).isCloseTo(Math.sin(Math.toRadians(degrees)), within(4e-16));
            assertThat(SineCosine.cosine(degrees)).isCloseTo(Math.cos(Math.toRadians(degrees)), within(4e-16));
        }
    }

    @Test
    void aMissingPlaceMakesNoStep() {
        GeodesicSteps steps = GeodesicSteps.onEllipsoid();
        assertThat(steps.stepTo(0, 0)).isFalse();
        assertThat(steps.stepTo(0, 1)).isTrue();
        assertThat(steps.stepTo(Double.NaN, 1)).isFalse();
        assertThat(steps.stepTo(0, 1)).isFalse();
        assertThat(steps.stepTo(0, 91)).isFalse();
        assertThat(steps.stepTo(0, 1)).isFalse();
        assertThat(steps.stepTo(0, 1)).isTrue();
        assertThat(steps.exact()).isZero();
    }
}
