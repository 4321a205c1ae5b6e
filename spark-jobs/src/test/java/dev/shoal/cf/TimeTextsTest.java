package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.Attribute;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeTextsTest {

    private static final long HOUR = 3_600_000_000L;

    @Test
    void readsTheTimesOfAGridWrittenAsCharacters() throws IOException {
        MemoryFile file = new MemoryFile("/archive/wrf.nc")
                .dimension("Time", 2)
                .dimension("DateStrLen", 19)
                .dimension("lat", 2)
                .dimension("lon", 2)
                .variable("lat", "lat", new double[] {0, 1}, Attribute.of("units", "degrees_north"))
                .variable("lon", "lon", new double[] {0, 1}, Attribute.of("units", "degrees_east"))
                .texts("Times", "Time DateStrLen", 19, List.of("1970-01-01_01:00:00", "1970-01-01_02:00:00"))
                .variable("sst", "Time lat lon", new float[8]);
        CfDataset dataset = CfDataset.of(file);
        GridVariable sst = dataset.grid("sst").orElseThrow();
        TimeAxis time = sst.time().orElseThrow();
        assertThat(sst.timeAxis()).hasValue(0);
        assertThat(time.units()).isEqualTo("microseconds since 1970-01-01T00:00:00Z");
        assertThat(time.micros().orElseThrow()).containsExactly(HOUR, 2 * HOUR);
    }

    @Test
    void readsTheTimesOfObservationsWrittenAsStrings() throws IOException {
        MemoryFile file = new MemoryFile("/archive/mooring.nc")
                .dimension("time", 3)
                .variable("time", "time", new String[] {"1970-01-01T01:00:00Z", "", "19700101030000"})
                .variable("lat", "", new double[] {5}, Attribute.of("units", "degrees_north"))
                .variable("lon", "", new double[] {6}, Attribute.of("units", "degrees_east"))
                .variable("temperature", "time", new float[] {1, 2, 3}, Attribute.of("units", "K"));
        CfDataset dataset = CfDataset.of(file);
        try (ObservationReader reader = ObservationReader.open(file, dataset)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.batch().timeMicros()).containsExactly(HOUR, TimeUnits.MISSING, 3 * HOUR);
        }
    }

    @Test
    void readsIntegersPast53BitsExactly() throws IOException {
        long odd = (1L << 55) + 1;
        MemoryFile file = new MemoryFile("/archive/mooring.nc")
                .dimension("time", 2)
                .variable(
                        "time",
                        "time",
                        new long[] {odd, odd + 1},
                        Attribute.of("units", "microseconds since 0001-01-01"),
                        Attribute.of("calendar", "proleptic_gregorian"))
                .variable("lat", "", new double[] {5}, Attribute.of("units", "degrees_north"))
                .variable("lon", "", new double[] {6}, Attribute.of("units", "degrees_east"))
                .variable("temperature", "time", new float[] {1, 2}, Attribute.of("units", "K"));
        long start = CfCalendar.PROLEPTIC_GREGORIAN.day(1, 1, 1) * TimeUnits.DAY_MICROS;
        try (ObservationReader reader = ObservationReader.open(file, CfDataset.of(file))) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.batch().timeMicros()).containsExactly(start + odd, start + odd + 1);
        }
    }

    @Test
    void carriesTimesOfModelCalendarsAsNumbers() throws IOException {
        MemoryFile file = new MemoryFile("/archive/model.nc")
                .dimension("time", 2)
                .variable(
                        "time",
                        "time",
                        new double[] {58.5, 59.5},
                        Attribute.of("units", "days since 2000-01-01"),
                        Attribute.of("calendar", "360_day"))
                .variable("lat", "", new double[] {5}, Attribute.of("units", "degrees_north"))
                .variable("lon", "", new double[] {6}, Attribute.of("units", "degrees_east"))
                .variable("temperature", "time", new float[] {1, 2}, Attribute.of("units", "K"));
        CfDataset dataset = CfDataset.of(file);
        assertThat(dataset.problems())
                .contains(
                        "Time time is in the calendar 360_day, whose dates are no days that were: time is missing, its"
                                + " numbers are carried as a variable.");
        assertThat(dataset.observations().orElseThrow().variables())
                .extracting(ObservedVariable::column)
                .containsExactly("time_2", "temperature");
        try (ObservationReader reader = ObservationReader.open(file, dataset)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.batch().values()[0]).containsExactly(58.5, 59.5);
        }
    }
}
