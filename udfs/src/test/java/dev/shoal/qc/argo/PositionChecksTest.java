package dev.shoal.qc.argo;

import static dev.shoal.qc.argo.Floats.DAY;
import static dev.shoal.qc.argo.Floats.MIDDAY_2020_06_01;
import static dev.shoal.qc.argo.Floats.NAN;
import static dev.shoal.qc.argo.Floats.NOW;
import static dev.shoal.qc.argo.Floats.run;
import static dev.shoal.qc.argo.Floats.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.place.Surface;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tests 1 to 5: who, when and where. */
class PositionChecksTest {

    private static final Land EASTERN_LAND = (lon, lat) -> lon > 0 ? Surface.LAND : Surface.WATER;

    @Test
    void anyWmoNumberIsAPlatformWhereNoneIsListed() {
        PlatformCheck any = new PlatformCheck(Set.of());
        assertThat(run(any, named("6901234")).failed()).isEmpty();
        assertThat(run(any, named("13857   ")).failed()).isEmpty();
        assertThat(run(any, named("690123")).failed()).containsExactly(ArgoTest.PLATFORM);
        assertThat(run(any, named("ARGO123")).failed()).containsExactly(ArgoTest.PLATFORM);
    }

    @Test
    void onlyListedPlatformsPassWhereSomeAre() {
        PlatformCheck one = new PlatformCheck(Set.of("6901234"));
        assertThat(run(one, named("6901234")).failed()).isEmpty();
        assertThat(run(one, named("6901235")).failed()).containsExactly(ArgoTest.PLATFORM);
    }

    @Test
    void datesLieBetween1997AndNow() {
        long first = DateCheck.FIRST_FLOATS;
        assertThat(date(first)).isEqualTo(ArgoFlag.GOOD);
        assertThat(date(first - 1)).isEqualTo(ArgoFlag.BAD);
        assertThat(date(NOW)).isEqualTo(ArgoFlag.GOOD);
        assertThat(date(NOW + 1)).isEqualTo(ArgoFlag.BAD);
        assertThat(date(Station.NO_TIME)).isEqualTo(ArgoFlag.MISSING);
    }

    @Test
    void aFixOfAnImpossibleDateIsABadPosition() {
        Station future = new Station("6901234", 10, Station.Direction.ASCENDING, MIDDAY_2020_06_01, NOW + DAY, 30, -40);
        ArgoResult result = run(new DateCheck(DateCheck.FIRST_FLOATS), at(future));
        assertThat(result.dateFlag()).isEqualTo(ArgoFlag.GOOD);
        assertThat(result.positionFlag()).isEqualTo(ArgoFlag.BAD);
        assertThat(result.failed()).containsExactly(ArgoTest.DATE);
    }

    @Test
    void positionsLieOnEarth() {
        assertThat(location(90, 180)).isEqualTo(ArgoFlag.GOOD);
        assertThat(location(-90, -180)).isEqualTo(ArgoFlag.GOOD);
        assertThat(location(90.001, 0)).isEqualTo(ArgoFlag.BAD);
        assertThat(location(0, -180.001)).isEqualTo(ArgoFlag.BAD);
        assertThat(location(NAN, 0)).isEqualTo(ArgoFlag.MISSING);
        assertThat(run(new LocationCheck(), at(Floats.stationAt(NAN, 0))).performed())
                .isEmpty();
    }

    @Test
    void positionsLieAtSea() {
        assertThat(run(new LandCheck(EASTERN_LAND), at(Floats.stationAt(10, -1)))
                        .positionFlag())
                .isEqualTo(ArgoFlag.GOOD);
        assertThat(run(new LandCheck(EASTERN_LAND), at(Floats.stationAt(10, 1))).positionFlag())
                .isEqualTo(ArgoFlag.BAD);
    }

    @Test
    void theMaskInTheJarKnowsTheSaharaAndTheAtlantic() {
        LandCheck bundled = new LandCheck(Land.BUNDLED);
        assertThat(run(bundled, at(Floats.stationAt(25, 10))).failed()).containsExactly(ArgoTest.LAND);
        assertThat(run(bundled, at(Floats.station())).positionFlag()).isEqualTo(ArgoFlag.GOOD);
        assertThat(run(bundled, at(Floats.stationAt(95, 10))).performed()).isEmpty();
    }

    @Test
    void anEstimatedPositionOnLandIsGivenUp() {
        ArgoSurroundings estimated = ArgoSurroundings.at(NOW).withPositionFlag(ArgoFlag.ESTIMATED);
        assertThat(run(new LandCheck(EASTERN_LAND), at(Floats.stationAt(10, 1)), estimated)
                        .positionFlag())
                .isEqualTo(ArgoFlag.MISSING);
        assertThat(run(new LandCheck(EASTERN_LAND), at(Floats.stationAt(10, -1)), estimated)
                        .positionFlag())
                .isEqualTo(ArgoFlag.ESTIMATED);
    }

    /** A minute of latitude is 1853.2 m on a sphere of 6371 km: 3 m/s for 617.7 s. */
    @Test
    void floatsDriftNoFasterThanThreeMetresASecond() {
        double minuteNorth = 30 + 1.0 / 60;
        assertThat(speed(minuteNorth, 618)).isEqualTo(ArgoFlag.GOOD);
        assertThat(speed(minuteNorth, 617)).isEqualTo(ArgoFlag.BAD);
        assertThat(speed(30, 0)).isEqualTo(ArgoFlag.GOOD);
    }

    @Test
    void speedNeedsAPositionBefore() {
        ArgoResult result = run(SpeedCheck.MANUAL, at(Floats.station()));
        assertThat(result.performed()).isEmpty();
        assertThat(result.positionFlag()).isEqualTo(ArgoFlag.NO_QC);
    }

    private static byte speed(double latitude, long seconds) {
        ArgoSummary before = new ArgoSummary(
                9, MIDDAY_2020_06_01 - seconds * 1_000_000, latitude, -40, new TreeMap<>(), new TreeMap<>());
        return run(
                        SpeedCheck.MANUAL,
                        at(Floats.station()),
                        ArgoSurroundings.at(NOW).after(before))
                .positionFlag();
    }

    private static byte date(long micros) {
        Station station = new Station("6901234", 10, Station.Direction.ASCENDING, micros, micros, 30, -40);
        return run(new DateCheck(DateCheck.FIRST_FLOATS), at(station)).dateFlag();
    }

    private static byte location(double latitude, double longitude) {
        return run(new LocationCheck(), at(Floats.stationAt(latitude, longitude)))
                .positionFlag();
    }

    private static ArgoProfile named(String platform) {
        return at(
                new Station(platform, 10, Station.Direction.ASCENDING, MIDDAY_2020_06_01, MIDDAY_2020_06_01, 30, -40));
    }

    private static ArgoProfile at(Station station) {
        return Floats.profileAt(station, "PRES", values(5, 10));
    }
}
