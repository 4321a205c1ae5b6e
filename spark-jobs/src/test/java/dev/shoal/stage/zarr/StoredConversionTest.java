package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.UnreadableException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stored numbers in another type, with another number for what is missing. */
final class StoredConversionTest {

    private static StoredConversion to(ElementType type, List<Number> missing, List<Number> fill) {
        return new StoredConversion(type, missing, fill, "f.nc, variable v");
    }

    private static ArrayBlock shorts(short... values) {
        return new ArrayBlock(ElementType.SHORT, new long[] {values.length}, values);
    }

    @Test
    void widensAndTakesTheArraysFillValue() throws Exception {
        assertThat(to(ElementType.INT, List.of(-7L), List.of(-999_999L)).convert(shorts((short) 3, (short) -7)))
                .isEqualTo(new int[] {3, -999_999});
        assertThat(to(ElementType.FLOAT, List.of(-7L), List.of(Float.NaN)).convert(shorts((short) 3, (short) -7)))
                .isEqualTo(new float[] {3, Float.NaN});
    }

    @Test
    void leavesWhatIsOfTheSameForm() throws Exception {
        short[] values = {1, -9};
        assertThat(to(ElementType.SHORT, List.of(-9L), List.of(-9L)).convert(shorts(values)))
                .isSameAs(values);
    }

    @Test
    void refusesAValueThatWouldBeTakenForMissing() {
        assertThatThrownBy(() -> to(ElementType.SHORT, List.of(), List.of(-9L)).convert(shorts((short) -9)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(
                        "Cannot copy f.nc, variable v: found the value -9, which the other files take for");
    }

    @Test
    void refusesWholeNumbersThatADoubleDoesNotHold() {
        ArrayBlock longs = new ArrayBlock(ElementType.LONG, new long[] {1}, new long[] {(1L << 53) + 2});
        assertThatThrownBy(() -> to(ElementType.DOUBLE, List.of(), List.of()).convert(longs))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("expected at most 2^53 in elements of type DOUBLE");
    }
}
