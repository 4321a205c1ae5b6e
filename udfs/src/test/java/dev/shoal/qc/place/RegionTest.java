package dev.shoal.qc.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    private static final Ring ARROW =
            Ring.of(new double[][] {{-10, -10}, {10, -10}, {0, 0}, {10, 10}, {-10, 10}, {-10, -10}});

    @Test
    void bordersAreOutside() {
        Polygon arrow = new Polygon(ARROW);
        assertThat(arrow.contains(-5, 0)).isTrue();
        assertThat(arrow.contains(5, 0)).isFalse();
        assertThat(arrow.contains(5, 5)).isFalse();
        assertThat(arrow.contains(-10, 3)).isFalse();
        assertThat(arrow.contains(3, -10)).isFalse();
        assertThat(arrow.contains(0, 0)).isFalse();
        assertThat(arrow.contains(Double.NaN, 0)).isFalse();
        assertThat(arrow.contains(0, Double.NaN)).isFalse();
    }

    @Test
    void holesAndTheirBordersAreOutside() {
        Polygon holed = new Polygon(ARROW, List.of(Polygon.box(-8, -2, -4, 2).outer()));
        assertThat(holed.contains(-6, 0)).isFalse();
        assertThat(holed.contains(-8, 0)).isFalse();
        assertThat(holed.contains(-9, 0)).isTrue();
    }

    @Test
    void noRoundingDecidesNearAnEdge() {
        Polygon sliver = new Polygon(Ring.of(new double[][] {{0, 0}, {1, 0.1}, {0, 0.3}}));
        double onEdge = 0.1 * 0.5;
        assertThat(sliver.contains(0.5, Math.nextUp(onEdge))).isTrue();
        assertThat(sliver.contains(0.5, Math.nextDown(onEdge))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void polygonsThatTileAPlaneShareNoPointAndMissNone(int seed) {
        Random random = new Random(seed);
        double[] middle = {random.nextDouble(-1, 1), random.nextDouble(-1, 1)};
        double[][] corners = {{-2, -2}, {2, -2}, {2, 2}, {-2, 2}};
        for (int i = 0; i < 5_000; i++) {
            double x = random.nextDouble(-2, 2);
            double y = random.nextDouble(-2, 2);
            int holders = 0;
            for (int k = 0; k < 4; k++) {
                Polygon part = new Polygon(Ring.of(corners[k], corners[(k + 1) % 4], middle));
                holders += part.contains(x, y) ? 1 : 0;
            }
            assertThat(holders).isEqualTo(1);
        }
    }

    @Test
    void regionsGoRoundTheGlobe() {
        Region pacific = Region.of(Polygon.box(170, -10, 190, 10));
        for (double turn = -720; turn <= 720; turn += 360) {
            assertThat(pacific.contains(180 + turn, 0)).isTrue();
            assertThat(pacific.contains(-171 + turn, 0)).isTrue();
            assertThat(pacific.contains(-169 + turn, 0)).isFalse();
            assertThat(pacific.contains(-170 + turn, 0)).isFalse();
            assertThat(pacific.contains(170 + turn, 0)).isFalse();
        }
        assertThat(pacific.contains(Double.NaN, 0)).isFalse();
        assertThat(pacific.contains(Double.POSITIVE_INFINITY, 0)).isFalse();
    }

    @Test
    void boxesMayCrossTheAntimeridian() {
        Region box = Region.box(170, -10, -170, 10);
        assertThat(box.contains(180, 0)).isTrue();
        assertThat(box.contains(-180, 0)).isTrue();
        assertThat(box.contains(-170, 0)).isFalse();
        assertThat(box.contains(0, 0)).isFalse();
        Region globe = Region.box(-180, -90, 180, 90);
        assertThat(globe.contains(180, 0)).isTrue();
        assertThat(globe.contains(Double.NaN, 0)).isFalse();
        assertThat(globe.contains(0, Double.NaN)).isFalse();
        assertThatThrownBy(() -> Region.box(0, 10, 1, -10))
                .hasMessageContaining("expected numbers, and the south below");
    }

    @Test
    void anEdgeThatMayMeanTwoThingsIsRefused() {
        assertThatThrownBy(() -> Region.of(Polygon.box(-179, 0, 179, 1)))
                .hasMessage(
                        "Cannot make a region: found an edge from -179.0 to 179.0 degrees east, expected edges that span"
                                + " at most 180 degrees. To cross the antimeridian let the longitudes go on beyond 180 (or -180);"
                                + " for a wide region put corners between.");
        assertThat(Region.of(Polygon.box(-180, -90, 180, 90)).contains(200, 0)).isTrue();
    }

    @Test
    void readsGeoJson() {
        Map<String, Object> polygon = Map.of(
                "type",
                "Polygon",
                "coordinates",
                List.of(List.of(List.of(0, 0), List.of(2, 0), List.of(2, 2.0, 7), List.of(0, 2), List.of(0, 0))));
        Map<String, Object> far = Map.of(
                "type",
                "MultiPolygon",
                "coordinates",
                List.of(List.of(List.of(List.of(50, 0), List.of(52, 0), List.of(52, 2), List.of(50, 2)))));
        Map<String, Object> features = Map.of(
                "type",
                "FeatureCollection",
                "features",
                List.of(Map.of("type", "Feature", "geometry", polygon), Map.of("type", "Feature", "geometry", far)));
        Region region = GeoJson.region(features);
        assertThat(region.contains(1, 1)).isTrue();
        assertThat(region.contains(361, 1)).isTrue();
        assertThat(region.contains(51, 1)).isTrue();
        assertThat(region.contains(25, 1)).isFalse();
        assertThatThrownBy(() -> GeoJson.region(Map.of("type", "Point", "coordinates", List.of(1, 2))))
                .hasMessage("Cannot read a region of GeoJSON: found Point, expected the type Polygon, MultiPolygon,"
                        + " GeometryCollection, Feature or FeatureCollection.");
        assertThatThrownBy(() -> GeoJson.ring(List.of(List.of(1))))
                .hasMessage("Cannot read a region of GeoJSON: found [1], expected a longitude and a latitude.");
        assertThatThrownBy(() -> GeoJson.region(Map.of("type", "FeatureCollection", "features", List.of())))
                .hasMessageContaining("found no polygon");
    }

    @Test
    void readsWellKnownText() {
        Region region = Wkt.region("POLYGON ((40 10, 50 20, 30 30, 40 10), (40 19, 41 19, 41 20))");
        assertThat(region.contains(40, 15)).isTrue();
        assertThat(region.contains(40.7, 19.4)).isFalse();
        assertThat(region.contains(0, 0)).isFalse();
        assertThat(Wkt.polygons("MultiPolygon(((0 0,1 0,1 1)),((-5e0 .5,1 0,1 1)))"))
                .hasSize(2);
        assertThatThrownBy(() -> Wkt.polygons("POLYGON ((40 10, 50 20, 30 x))"))
                .hasMessage("Cannot read the polygon \"POLYGON ((40 10, 50 20, 30 x))\": found x, expected a number of"
                        + " degrees.");
        assertThatThrownBy(() -> Wkt.polygons("POINT (1 2)")).hasMessageContaining("expected POLYGON or MULTIPOLYGON");
        assertThatThrownBy(() -> Wkt.polygons("POLYGON ((0 0, 1 1, 2 2")).hasMessageContaining("found the end");
    }

    @Test
    void ringsNeedThreeCorners() {
        assertThatThrownBy(() -> Ring.of(new double[][] {{0, 0}, {1, 1}, {0, 0}}))
                .hasMessage("Cannot make a polygon: found 2 corners, expected at least 3.");
        assertThatThrownBy(() -> Ring.of(new double[][] {{0, 0}, {1, Double.NaN}, {0, 1}}))
                .hasMessageContaining("found the corner 1.0 NaN at index 1");
    }
}
