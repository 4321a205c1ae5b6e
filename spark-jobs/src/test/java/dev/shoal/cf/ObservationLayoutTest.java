package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.Attribute;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationLayoutTest {

    private static final Attribute UP = Attribute.of("positive", "up");

    private static MemoryFile mooring(String timeUnits, Attribute... ofTime) {
        Attribute[] attributes = java.util.Arrays.copyOf(ofTime, ofTime.length + 1);
        attributes[ofTime.length] = Attribute.of("units", timeUnits);
        return new MemoryFile("file:/data/mooring.nc")
                .attribute("featureType", "timeSeries")
                .dimension("time", 2)
                .variable("time", "time", new double[] {0, 1}, attributes)
                .variable("lat", "", new double[] {10}, Attribute.of("units", "degrees_north"))
                .variable("lon", "", new double[] {20}, Attribute.of("units", "degrees_east"));
    }

    @ParameterizedTest
    @CsvSource({
        "surface_upward_latent_heat_flux, W m-2",
        "upward_sea_water_velocity, m s-1",
        "sea_surface_height_above_geoid, m",
        "'', W m-2"
    })
    void aDirectionMakesNoVerticalCoordinateOfData(String standardName, String units) throws IOException {
        MemoryFile file = mooring("days since 2000-01-01")
                .variable(
                        "directed",
                        "time",
                        new double[] {1, 2},
                        UP,
                        Attribute.of("units", units),
                        Attribute.of("standard_name", standardName));
        ObservationLayout layout = CfDataset.of(file).observations().orElseThrow();

        assertThat(layout.variables()).extracting(ObservedVariable::column).containsExactly("directed");
        assertThat(layout.depth().vertical()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"depth_below_sea_surface, m, 1", "'', m, -1", "altitude_above_msl, m, -1", "pressure_level, dbar, NaN"})
    void aDirectionMakesAVerticalCoordinateOfAPlace(String standardName, String units, double factor)
            throws IOException {
        MemoryFile file = mooring("days since 2000-01-01")
                .variable("temp", "time", new double[] {1, 2}, Attribute.of("units", "degC"))
                .variable(
                        "where",
                        "time",
                        new double[] {1, 2},
                        factor == 1 ? Attribute.of("positive", "down") : UP,
                        Attribute.of("units", units),
                        Attribute.of("standard_name", standardName));
        ObservationLayout layout = CfDataset.of(file).observations().orElseThrow();

        assertThat(layout.depth().vertical().orElseThrow().name()).isEqualTo("where");
        assertThat(layout.depth().factor()).isEqualTo(Double.valueOf(factor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"uM", "microM", "M", "mM", "M s-1"})
    void unitsThatBeginWithAPrefixAloneAreKept(String units) throws IOException {
        MemoryFile file = mooring("days since 2000-01-01")
                .variable("nitrate", "time", new double[] {1, 2}, Attribute.of("units", units));
        CfDataset dataset = CfDataset.of(file);

        assertThat(dataset.observations().orElseThrow().variables().get(0).canonicalUnits())
                .isEqualTo(units);
        assertThat(dataset.problems())
                .contains("Units \"" + units + "\" of nitrate are not known to UDUNITS: they are kept as they are.");
    }

    @Test
    void timesWithoutTimestampsAreTold() throws IOException {
        assertThat(problems(mooring("days since 2000-01-01", Attribute.of("calendar", "noleap"))))
                .contains("Time time is in the calendar noleap, whose dates are no days that were: time is missing,"
                        + " its numbers are carried as a variable.");
        assertThat(problems(mooring("days since 2000-01-01", Attribute.of("calendar", "none"))))
                .contains("Variable time: Calendar \"none\" has no dates: times have no timestamps.");
        assertThat(problems(mooring("fortnights since 2000-01-01")))
                .contains("Variable time: Time units \"fortnights since 2000-01-01\" count in \"fortnights\","
                        + " which is no unit of time.");
    }

    private static java.util.List<String> problems(MemoryFile mooring) throws IOException {
        return CfDataset.of(mooring.variable("temp", "time", new double[] {1, 2}))
                .problems();
    }

    @ParameterizedTest
    @CsvSource({"2, what lies behind has no time, 5", "7, what is counted beyond is not there, 10"})
    void countsThatAreNotTheLengthOfWhatTheyCountAreTold(int second, String consequence, int sum) throws IOException {
        MemoryFile file = new MemoryFile("file:/data/casts.nc")
                .attribute("featureType", "profile")
                .dimension("cast", 2)
                .dimension("obs", 6)
                .variable("n", "cast", new int[] {3, second}, Attribute.of("sample_dimension", "obs"))
                .variable("time", "cast", new double[] {0, 1}, Attribute.of("units", "days since 2000-01-01"))
                .variable("lat", "cast", new double[] {0, 1}, Attribute.of("units", "degrees_north"))
                .variable("lon", "cast", new double[] {0, 1}, Attribute.of("units", "degrees_east"))
                .variable("depth", "obs", new double[] {1, 2, 3, 1, 2, 3}, Attribute.of("units", "m"))
                .variable("temp", "obs", new double[] {1, 2, 3, 4, 5, 6}, Attribute.of("units", "degC"));

        assertThat(CfDataset.of(file).problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("The counts of n are " + sum + " in all, and obs is 6 long: " + consequence));
    }
}
