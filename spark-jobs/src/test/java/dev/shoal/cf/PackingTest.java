package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.VariableHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackingTest {

    private static final double MISSING = Double.NaN;

    private static VariableHeader header(ElementType type, Attribute... attributes) {
        return new VariableHeader(
                "v",
                type,
                List.of(),
                new long[0],
                new Attributes(Arrays.asList(attributes)),
                new Storage(false, new long[0], List.of()));
    }

    private static Attribute number(String name, ElementType type, Number... values) {
        return new Attribute(name, type, Arrays.asList(values));
    }

    private static double[] decode(Object values, ElementType type, Attribute... attributes) {
        int length = java.lang.reflect.Array.getLength(values);
        return Packing.of(header(type, attributes)).decode(new ArrayBlock(type, new long[] {length}, values));
    }

    @Test
    void scalesShortsAndLeavesOutTheFillValue() {
        assertThat(decode(
                        new short[] {-32768, 0, 2000, -150},
                        ElementType.SHORT,
                        number("_FillValue", ElementType.SHORT, (short) -32768),
                        number("scale_factor", ElementType.DOUBLE, 0.01),
                        number("add_offset", ElementType.DOUBLE, 10.0)))
                .containsExactly(MISSING, 10, 30, 8.5);
    }

    @Test
    void comparesTheFillValueBeforeScaling() {
        assertThat(decode(
                        new byte[] {10, 20},
                        ElementType.BYTE,
                        number("_FillValue", ElementType.BYTE, (byte) 20),
                        number("scale_factor", ElementType.DOUBLE, 2.0)))
                .containsExactly(20, MISSING);
    }

    @Test
    void takesEveryMissingValueOfAVector() {
        assertThat(decode(
                        new int[] {1, 2, 3, 4, -2147483647},
                        ElementType.INT,
                        number("missing_value", ElementType.INT, 2, 4)))
                .containsExactly(1, MISSING, 3, MISSING, MISSING);
    }

    @Test
    void convertsAFillValueOfAnotherTypeToTheVariables() {
        assertThat(decode(
                        new float[] {-999.9f, 1},
                        ElementType.FLOAT,
                        number("missing_value", ElementType.DOUBLE, -999.9)))
                .containsExactly(MISSING, 1);
        assertThat(decode(
                        new short[] {-999, 1}, ElementType.SHORT, number("missing_value", ElementType.DOUBLE, -999.0)))
                .containsExactly(MISSING, 1);
        assertThat(decode(new double[] {-32767, 1}, ElementType.DOUBLE, number("_FillValue", ElementType.SHORT, (short)
                        -32767)))
                .containsExactly(MISSING, 1);
    }

    @Test
    void neverMeetsAFillValueThatNoStoredIntegerCanBe() {
        assertThat(decode(
                        new int[] {-9999, -10000}, ElementType.INT, number("_FillValue", ElementType.FLOAT, -9999.9f)))
                .containsExactly(-9999, -10000);
        assertThat(decode(new short[] {0}, ElementType.SHORT, number("_FillValue", ElementType.DOUBLE, Double.NaN)))
                .containsExactly(0);
    }

    @Test
    void takesTheDefaultFillValueWhereNoneIsDeclaredExceptForBytes() {
        assertThat(decode(new short[] {-32767, 1}, ElementType.SHORT)).containsExactly(MISSING, 1);
        assertThat(decode(new short[] {-1, 1}, ElementType.USHORT)).containsExactly(MISSING, 1);
        assertThat(decode(new int[] {-2147483647, 1}, ElementType.INT)).containsExactly(MISSING, 1);
        assertThat(decode(new long[] {-9223372036854775806L, -9223372036854775807L}, ElementType.LONG))
                .containsExactly(MISSING, -0x1p63);
        assertThat(decode(new long[] {-2, 1}, ElementType.ULONG)).containsExactly(MISSING, 1);
        assertThat(decode(new float[] {9.96921e36f, 1}, ElementType.FLOAT)).containsExactly(MISSING, 1);
        assertThat(decode(new double[] {9.969209968386869e36, 1}, ElementType.DOUBLE))
                .containsExactly(MISSING, 1);
        assertThat(decode(new byte[] {-127}, ElementType.BYTE)).containsExactly(-127);
        assertThat(decode(new byte[] {-1}, ElementType.UBYTE)).containsExactly(255);
    }

    @Test
    void keepsTheDefaultFillValueWhereAnotherIsDeclared() {
        assertThat(decode(new short[] {-32767}, ElementType.SHORT, number("_FillValue", ElementType.SHORT, (short) 0)))
                .containsExactly(-32767);
    }

    @Test
    void takesNaNForMissing() {
        assertThat(decode(new double[] {Double.NaN, Double.POSITIVE_INFINITY}, ElementType.DOUBLE))
                .containsExactly(MISSING, Double.POSITIVE_INFINITY);
    }

    @Test
    void leavesOutStoredNumbersOutsideTheValidRange() {
        assertThat(decode(
                        new short[] {-1, 0, 100, 101},
                        ElementType.SHORT,
                        number("valid_range", ElementType.SHORT, (short) 0, (short) 100),
                        number("scale_factor", ElementType.DOUBLE, 0.5)))
                .containsExactly(MISSING, 0, 50, MISSING);
        assertThat(decode(new float[] {-3, 40.1f}, ElementType.FLOAT, number("valid_min", ElementType.DOUBLE, -2.5)))
                .containsExactly(MISSING, 40.1f);
        assertThat(decode(new int[] {9, 10}, ElementType.INT, number("valid_max", ElementType.DOUBLE, 9.0)))
                .containsExactly(9, MISSING);
    }

    @Test
    void takesAValidRangeOfTheUnpackedTypeInUnpackedUnits() {
        assertThat(decode(
                        new short[] {-1, 0, 3500, 3501},
                        ElementType.SHORT,
                        number("valid_range", ElementType.FLOAT, 0f, 35f),
                        number("scale_factor", ElementType.FLOAT, 0.01f)))
                .containsExactly(MISSING, 0, 35, MISSING);
        assertThat(decode(
                        new short[] {-1, 0, 10, 11},
                        ElementType.SHORT,
                        number("valid_min", ElementType.DOUBLE, -1.0),
                        number("valid_max", ElementType.DOUBLE, 0.0),
                        number("scale_factor", ElementType.DOUBLE, -0.1)))
                .containsExactly(MISSING, 0, -1, MISSING);
    }

    @Test
    void readsUnsignedNumbersWithFillValuesOfEitherSign() {
        Attribute unsigned = Attribute.of("_Unsigned", "true");
        assertThat(decode(
                        new byte[] {-1, -2, 5},
                        ElementType.BYTE,
                        unsigned,
                        number("_FillValue", ElementType.BYTE, (byte) -1)))
                .containsExactly(MISSING, 254, 5);
        assertThat(decode(
                        new short[] {-1, -2},
                        ElementType.SHORT,
                        unsigned,
                        number("_FillValue", ElementType.INT, 65534)))
                .containsExactly(65535, MISSING);
        assertThat(decode(new int[] {-3}, ElementType.UINT)).containsExactly(4294967293.0);
    }

    @Test
    void roundsToAFloatWhereScaleAndOffsetAreFloats() {
        assertThat(decode(new short[] {30000}, ElementType.SHORT, number("scale_factor", ElementType.FLOAT, 0.01f)))
                .containsExactly(300.0);
        assertThat(decode(new short[] {30000}, ElementType.SHORT, number("scale_factor", ElementType.DOUBLE, (double)
                        0.01f)))
                .containsExactly(30000 * (double) 0.01f);
    }

    @Test
    void decodesToFloatsAsToDoubles() {
        Packing packing = Packing.of(header(
                ElementType.FLOAT,
                number("_FillValue", ElementType.FLOAT, -1f),
                number("valid_max", ElementType.FLOAT, 5f)));
        float[] floats = new float[4];
        packing.decode(new ArrayBlock(ElementType.FLOAT, new long[] {4}, new float[] {1, -1, 6, Float.NaN}), floats);
        assertThat(floats).containsExactly(1, Float.NaN, Float.NaN, Float.NaN);
        Packing scaled = Packing.of(header(ElementType.SHORT, number("scale_factor", ElementType.DOUBLE, 0.5)));
        scaled.decode(new ArrayBlock(ElementType.SHORT, new long[] {2}, new short[] {3, -32767}), floats);
        assertThat(floats).startsWith(1.5f, Float.NaN);
    }

    @ParameterizedTest
    @EnumSource(names = {"SHORT", "USHORT"})
    void decodesManyShortsAsItDecodesFew(ElementType type) {
        Packing packing = Packing.of(header(
                type,
                number("_FillValue", type, (short) -999),
                number("missing_value", type, (short) 7),
                number("valid_max", type, (short) 30_000),
                number("scale_factor", ElementType.FLOAT, 0.01f),
                number("add_offset", ElementType.FLOAT, 1.7f)));
        short[] many = new short[3 * 65_536];
        for (int i = 0; i < many.length; i++) {
            many[i] = (short) (i * 31);
        }
        double[] wide = packing.decode(new ArrayBlock(type, new long[] {many.length}, many));
        float[] narrow = new float[many.length];
        packing.decode(new ArrayBlock(type, new long[] {many.length}, many), narrow);
        for (int start = 0; start < many.length; start += 4096) {
            short[] few = Arrays.copyOfRange(many, start, start + 4096);
            float[] floats = new float[few.length];
            packing.decode(new ArrayBlock(type, new long[] {few.length}, few), floats);
            assertThat(Arrays.copyOfRange(wide, start, start + 4096))
                    .containsExactly(packing.decode(new ArrayBlock(type, new long[] {few.length}, few)));
            assertThat(Arrays.copyOfRange(narrow, start, start + 4096)).containsExactly(floats);
        }
    }

    @Test
    void saysTheNarrowestTypeThatHoldsEveryValue() {
        assertThat(Packing.of(header(ElementType.SHORT)).unpacked()).isEqualTo(ElementType.FLOAT);
        assertThat(Packing.of(header(ElementType.INT)).unpacked()).isEqualTo(ElementType.DOUBLE);
        assertThat(Packing.of(header(ElementType.FLOAT)).unpacked()).isEqualTo(ElementType.FLOAT);
        assertThat(Packing.of(header(ElementType.SHORT, number("add_offset", ElementType.DOUBLE, 1.0)))
                        .unpacked())
                .isEqualTo(ElementType.DOUBLE);
    }

    @Test
    void readsNumbersWrittenAsTextAndReportsOtherText() {
        List<String> problems = new ArrayList<>();
        Packing packing = Packing.of(
                header(ElementType.FLOAT, Attribute.of("valid_min", "-90.0"), Attribute.of("add_offset", "c")),
                problems::add);
        assertThat(packing.validMin()).isEqualTo(-90);
        assertThat(packing.offset()).isZero();
        assertThat(problems)
                .containsExactly("Attribute add_offset of v is the text \"c\", expected a number: it is not applied.");
    }
}
