package dev.shoal.udf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.qc.Vector;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FunctionVectorTest {

    private static final String[] SETS = {"ioos_qc.suite", "ioos_qc.fuzz"};

    @Test
    void flagsPlacesAsIoosQcDoesWithoutADistance() {
        List<Vector> vectors = Vector.of(SETS).stream()
                .filter(vector -> vector.test().equals("qartod.location_test") && vector.mustMatch())
                .filter(vector -> !vector.params().containsKey("range_max") && !vector.expectsError())
                .toList();
        assertThat(vectors).hasSizeGreaterThan(10).allSatisfy(vector -> {
            double[] lat = vector.doubles("lat");
            double[] lon = vector.doubles("lon");
            byte[] flags = new byte[lat.length];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = LocationFunction.invoke(lat[i], lon[i]);
            }
            assertThat(flags).isEqualTo(vector.expectedFlags());
        });
    }

    @Test
    void flagsByValidRangeAsIoosQcDoesByDefault() {
        List<Vector> vectors = Vector.of(SETS).stream()
                .filter(vector -> vector.test().equals("axds.valid_range_test") && vector.mustMatch())
                .filter(vector -> vector.params().keySet().equals(Set.of("valid_span")) && !vector.expectsError())
                .filter(vector -> vector.input("inp").path("dtype").asText().equals("float64"))
                .toList();
        assertThat(vectors).hasSizeGreaterThan(5).allSatisfy(vector -> {
            double[] values = vector.doubles("inp");
            JsonNode span = vector.line().path("params").path("valid_span");
            double min = span.get(0).asDouble(Double.NaN);
            double max = span.get(1).asDouble(Double.NaN);
            byte[] flags = new byte[values.length];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = ValidRangeFunction.invoke(values[i], min, max);
            }
            assertThat(flags).isEqualTo(vector.expectedFlags());
        });
    }
}
