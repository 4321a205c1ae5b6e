package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.plan.Window;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClassicFileTest {

    @Test
    void readsCdf5WithItsUnsignedTypesAndRecords() throws IOException {
        try (ArrayFile file = ArrayFiles.open(new MemoryBytes("five.nc", Cdf5Files.cdf5()))) {
            Header header = file.header();
            VariableHeader wide = header.variable("wide").orElseThrow();
            VariableHeader thin = header.variable("thin").orElseThrow();

            assertThat(header.format()).isEqualTo(FileFormat.NETCDF5);
            assertThat(header.dimensions()).containsExactly(new Dimension("t", 2, true), new Dimension("x", 3, false));
            assertThat(header.attributes().list())
                    .containsExactly(new Attribute(
                            "limit", ElementType.ULONG, java.util.List.of(new BigInteger("18446744073709551615"))));
            assertThat(wide.type()).isEqualTo(ElementType.ULONG);
            assertThat(wide.storage().chunk()).containsExactly(1, 3);
            assertThat(file.read(wide, new Window(new long[] {0, 1}, new long[] {2, 2}))
                            .values())
                    .isEqualTo(new long[] {Long.MIN_VALUE + 1, Long.MIN_VALUE + 11});
            assertThat(file.read(thin).values()).isEqualTo(new short[] {0, -1, -2, -10, -11, -12});
        }
    }

    @Test
    void refusesFewerRecordsThanTheHeaderTells() throws IOException {
        byte[] bytes = Cdf5Files.cdf5();
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 8);

        assertThatThrownBy(() -> ArrayFiles.open(new MemoryBytes("five.nc", cut)))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("Cannot read five.nc: found " + cut.length + " bytes, expected " + (bytes.length - 2)
                        + " by the netCDF-3 64-bit data (CDF-5) header. The file was cut; fetch it again.");
    }
}
