package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureClaimTest {

    @ParameterizedTest
    @CsvSource({
        "featureType, timeSeries, TIME_SERIES",
        "featureType, timeseries, TIME_SERIES",
        "feature_type, TimeSeries, TIME_SERIES",
        "CF:featureType, profile, PROFILE",
        "cdm_data_type, Station, TIME_SERIES",
        "cdm_data_type, Time-series, TIME_SERIES",
        "cdm_data_type, vertical profile, PROFILE",
        "cdm_data_type, TimeSeriesProfile, TIME_SERIES_PROFILE",
        "featureType, trajectoryprofile, TRAJECTORY_PROFILE",
        "cdm_data_type, Trajectory, TRAJECTORY",
        "cdm_data_type, grid, GRID",
        "cdm_data_type, swath, SWATH",
        "featureType, pointzz, POINT",
        "featureType, trajectroy, TRAJECTORY",
        "data_type, OceanSITES time-series data, TIME_SERIES",
        "data_type, OceanSITES vertical profile, PROFILE",
        "data_type, OceanSITES trajectory data, TRAJECTORY"
    })
    void readsTheTypesThatArchivesDeclare(String name, String text, FeatureType type) {
        FeatureClaim claim = FeatureClaim.of(new Attributes(List.of(Attribute.of(name, text))), new Problems())
                .orElseThrow();
        assertThat(claim.type()).isEqualTo(type);
        assertThat(claim.reason()).contains(name).contains(text);
    }

    @Test
    void prefersTheFeatureTypeAndReportsWhatIsNoType() {
        Problems problems = new Problems();
        Attributes attributes = new Attributes(
                List.of(Attribute.of("cdm_data_type", "Station"), Attribute.of("featureType", "everything")));
        assertThat(FeatureClaim.of(attributes, problems).orElseThrow().type()).isEqualTo(FeatureType.TIME_SERIES);
        assertThat(problems.list())
                .containsExactly("Attribute featureType is \"everything\", which is no feature type.");
    }
}
