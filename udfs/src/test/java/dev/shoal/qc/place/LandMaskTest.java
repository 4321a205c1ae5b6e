package dev.shoal.qc.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LandMaskTest {

    private final LandMask mask = LandMask.bundled();

    @Test
    void tellsLandFromWaterNearShores() {
        double[] lat = {61.4, 0, 38.045286, 38.244164, 29.282811};
        double[] lon = {87.4, 0, 141.287681, 140.838304, -94.779981};
        Surface[] expected = {Surface.LAND, Surface.WATER, Surface.WATER, Surface.LAND, Surface.WATER};
        for (int i = 0; i < lat.length; i++) {
            assertThat(mask.at(lon[i], lat[i])).isEqualTo(expected[i]);
            assertThat(mask.at(lon[i] + 360, lat[i])).isEqualTo(expected[i]);
            assertThat(mask.at(lon[i] - 360, lat[i])).isEqualTo(expected[i]);
        }
    }

    @Test
    void agreesWithGmtOnSeededPlaces() throws IOException {
        try (InputStream csv = LandMaskTest.class.getResourceAsStream("gmt_places.csv")) {
            GmtPlaces places =
                    new GmtPlaces(new InputStreamReader(Objects.requireNonNull(csv), StandardCharsets.UTF_8));
            assertThat(places.size()).isEqualTo(1500);
            assertThat(places.agreement(mask, 0)).isEqualTo(1);
            assertThat(places.agreement(mask, 10)).isGreaterThan(0.98);
            assertThat(places.agreement(mask, 1)).isGreaterThan(0.92);
            assertThat(places.agreement(LandMask.bundledAwayFromShores(), 1)).isGreaterThan(0.99);
        }
    }

    @Test
    void lakesAreWaterAndAntarcticaIsLand() {
        assertThat(mask.at(-87, 43.5)).isEqualTo(Surface.WATER);
        assertThat(mask.at(0, -90)).isEqualTo(Surface.LAND);
        assertThat(mask.at(123.4, 90)).isEqualTo(Surface.WATER);
        assertThat(mask.at(180, 68.9)).isEqualTo(Surface.LAND);
        assertThat(mask.at(-180, 68.9)).isEqualTo(Surface.LAND);
    }

    @Test
    void noPlaceIsUnknown() {
        assertThat(mask.at(Double.NaN, 0)).isEqualTo(Surface.UNKNOWN);
        assertThat(mask.at(Double.POSITIVE_INFINITY, 0)).isEqualTo(Surface.UNKNOWN);
        assertThat(mask.at(0, Double.NaN)).isEqualTo(Surface.UNKNOWN);
        assertThat(mask.at(0, 90.1)).isEqualTo(Surface.UNKNOWN);
    }

    @Test
    void awayFromShoresItGivesNoVerdictWhereItMayBeWrong() {
        LandMask cautious = LandMask.bundledAwayFromShores();
        assertThat(cautious.at(87.4, 61.4)).isEqualTo(Surface.LAND);
        assertThat(cautious.at(0, 0)).isEqualTo(Surface.WATER);
        assertThat(cautious.at(0, -90)).isEqualTo(Surface.LAND);
        int undecided = 0;
        for (double lon = 10.5; lon < 11.5; lon += 0.001) {
            undecided += cautious.at(lon, 59) == Surface.UNKNOWN ? 1 : 0;
        }
        assertThat(undecided).isBetween(5, 300);
    }

    @Test
    void aGridMayStandInForTheBundledOne() {
        Grid cells = new Grid(new double[] {0, 1}, new double[] {10, 11}, new float[] {0, 1, Float.NaN, 1});
        LandMask own = LandMask.of(cells);
        assertThat(own.at(0.4, 10.4)).isEqualTo(Surface.WATER);
        assertThat(own.at(360.6, 10.4)).isEqualTo(Surface.LAND);
        assertThat(own.at(0.1, 11)).isEqualTo(Surface.UNKNOWN);
        assertThat(own.at(20, 11)).isEqualTo(Surface.UNKNOWN);
    }
}
