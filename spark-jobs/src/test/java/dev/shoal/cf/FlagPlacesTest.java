package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.VariableHeader;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FlagPlacesTest {

    private static final Attribute NORTH = Attribute.of("units", "degrees_north");
    private static final Attribute EAST = Attribute.of("units", "degrees_east");
    private static final Attribute SECONDS = Attribute.of("units", "seconds since 1970-01-01");

    private static byte[] laid(MemoryFile file, String variable, int... flags) throws IOException {
        byte[] bytes = new byte[flags.length];
        for (int i = 0; i < flags.length; i++) {
            bytes[i] = (byte) flags[i];
        }
        VariableHeader header = file.header().variable(variable).orElseThrow();
        return new FlagPlaces(file, CfDataset.of(file).observations().orElseThrow()).flags(header, bytes);
    }

    private static MemoryFile stations() {
        return new MemoryFile("stations.nc")
                .attribute("featureType", "timeSeries")
                .dimension("time", 3)
                .dimension("station", 2)
                .variable("name", "station", new String[] {"A", "B"}, Attribute.of("cf_role", "timeseries_id"))
                .variable("lat", "station", new float[] {10, 20}, NORTH)
                .variable("lon", "station", new float[] {30, 40}, EAST)
                .variable("time", "time", new int[] {0, 60, 120}, SECONDS)
                .variable("sst", "time station", new double[] {1, 2, 3, 4, 5, 6}, Attribute.of("units", "degC"))
                .variable("turned", "station time", new double[] {1, 3, 5, 2, 4, 6}, Attribute.of("units", "degC"))
                .variable("shared", "station", new double[] {1, 2}, Attribute.of("units", "degC"));
    }

    @Test
    void followsTheAxesOfEachVariable() throws IOException {
        assertThat(laid(stations(), "sst", 1, 2, 3, 4, 9, 1)).containsExactly(1, 2, 3, 4, 9, 1);
        assertThat(laid(stations(), "turned", 1, 2, 3, 4, 9, 1)).containsExactly(1, 3, 9, 2, 4, 1);
    }

    @Test
    void givesASharedElementTheWorstFlagAndAllBits() throws IOException {
        MemoryFile file = stations();
        assertThat(laid(file, "shared", 1, 2, 3, 4, 9, 1)).containsExactly(3, 4);
        VariableHeader shared = file.header().variable("shared").orElseThrow();
        FlagPlaces places =
                new FlagPlaces(file, CfDataset.of(file).observations().orElseThrow());
        assertThat(places.bits(shared, new int[] {1, 0, 4, 2, 0, 8})).containsExactly(5, 10);
    }

    @Test
    void leavesPlacesWithoutObservationsMissing() throws IOException {
        assertThat(laid(stations(), "sst", 0, 2, 3, 0, 9, 1)).containsExactly(9, 2, 3, 9, 9, 1);
    }

    @Test
    void followsRaggedArraysOfOneParent() throws IOException {
        MemoryFile file = new MemoryFile("casts.nc")
                .attribute("featureType", "profile")
                .dimension("casts", 3)
                .dimension("z_obs", 5)
                .dimension("s_obs", 3)
                .variable("lat", "casts", new double[] {1, 2, 3}, NORTH)
                .variable("lon", "casts", new double[] {1, 2, 3}, EAST)
                .variable("time", "casts", new double[] {1, 2, 3}, SECONDS)
                .variable("z_row_size", "casts", new int[] {2, 2, 1}, Attribute.of("sample_dimension", "z_obs"))
                .variable("s_row_size", "casts", new int[] {0, 2, 1}, Attribute.of("sample_dimension", "s_obs"))
                .variable(
                        "z",
                        "z_obs",
                        new float[] {0, 1, 0, 1, 0},
                        Attribute.of("units", "m"),
                        Attribute.of("positive", "down"))
                .variable("salt", "s_obs", new float[] {34, 35, 36}, Attribute.of("coordinates", "time lat lon z"));
        assertThat(laid(file, "salt", 9, 9, 1, 3, 4)).containsExactly(1, 3, 4);
    }
}
