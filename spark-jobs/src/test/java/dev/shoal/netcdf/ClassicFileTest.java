package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.plan.Window;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ucar.nc2.write.NetcdfFileFormat;

class ClassicFileTest {

    @TempDir
    Path folder;

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

    @Test
    void refusesTwoThingsOfOneName() throws IOException {
        assertDamaged(
                tiny().put("x\0\0\0", "y\0\0\0"), "found two dimensions of the name y in the header, expected one.");
        assertDamaged(tiny().put("top\0", "sst\0"), "found two variables of the name sst in the header, expected one.");
    }

    @Test
    void refusesVariablesThatLieInEachOther() throws IOException {
        Bytes bytes = tiny();
        int begin = bytes.find("number\0\0") + 8 + 4 + 4 + 8 + 4 + 4;
        ByteBuffer.wrap(bytes.bytes())
                .putInt(begin, ByteBuffer.wrap(bytes.bytes()).getInt(begin) - 4);
        assertDamaged(bytes, "found variable number that begins at byte ");
    }

    @Test
    void refusesAListOfVariablesThatWasOverwritten() throws IOException {
        Bytes bytes = tiny();
        Arrays.fill(bytes.bytes(), bytes.find("\0\0\0\13\0\0\0\6"), bytes.find("sst\0"), (byte) 0);
        assertDamaged(bytes, "found no variables, and more behind the header, which ends at byte ");
    }

    @Test
    void refusesAControlCharacterInAName() throws IOException {
        assertDamaged(tiny().put("station\0", "sta\0ion\0"), "found a control character in the name at byte ");
        assertDamaged(tiny().put("units", "un\tts"), "found a control character in the name at byte ");
    }

    @Test
    void leavesNamesAsTheyAre() throws IOException {
        byte[] bytes = tiny().put("depth\0", "d/ pt\0").bytes();

        try (ArrayFile file = ArrayFiles.open(new MemoryBytes("three.nc", bytes))) {
            assertThat(file.header().variable("d/ pt")).isPresent();
        }
    }

    private Bytes tiny() throws IOException {
        return new Bytes(Files.readAllBytes(TinyFiles.classic(folder, NetcdfFileFormat.NETCDF3, 1)));
    }

    private static void assertDamaged(Bytes bytes, String reason) {
        assertThatThrownBy(() -> ArrayFiles.open(new MemoryBytes("three.nc", bytes.bytes())))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("Cannot read three.nc: " + reason)
                .hasMessageEndingWith(" The header is damaged; fetch the file again.");
    }

    /** A file's bytes, found and changed by what is written there. */
    private record Bytes(byte[] bytes) {

        int find(String text) {
            int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
            assertThat(at).as(text).isPositive();
            return at;
        }

        Bytes put(String text, String other) {
            System.arraycopy(other.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, find(text), other.length());
            return this;
        }
    }
}
