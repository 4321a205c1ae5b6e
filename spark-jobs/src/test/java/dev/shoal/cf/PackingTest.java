package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.VariableHeader;
import java.math.BigInteger;
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
    void findsEveryMissingFloatWhereItLiesAsItDoesByDoubles() {
        float[] values = {0f, -0f, 1e20f, -999, 7, Float.NaN, Math.nextUp(1e20f), Float.POSITIVE_INFINITY, -7};
        for (Number[] missing : new Number[][] {{0f}, {-0f}, {1e20f}, {-999f, 1e20f, 0f}, {Float.NaN}, {-999.5f}}) {
            Packing packing = Packing.of(header(
                    ElementType.FLOAT,
                    number("missing_value", ElementType.FLOAT, missing),
                    number("valid_max", ElementType.FLOAT, missing.length == 3 ? 6f : Float.POSITIVE_INFINITY)));
            float[] floats = values.clone();
            ArrayBlock raw = new ArrayBlock(ElementType.FLOAT, new long[] {floats.length}, floats);
            double[] doubles = packing.decode(raw);
            packing.decode(raw, floats);
            double[] widened = new double[floats.length];
            Arrays.setAll(widened, i -> floats[i] + 0.0);
            assertThat(widened).as(Arrays.toString(missing)).containsExactly(doubles);
        }
    }

    @Test
    void boundsFloatsByDoublesAsPreciselyAsDoubles() {
        float[] values = {0.1f, Math.nextDown(0.1f), Math.nextUp(0.1f), 0.7f, Math.nextUp(0.7f), 1e20f, Float.NaN, 0.5f
        };
        Packing packing = Packing.of(header(
                ElementType.FLOAT,
                number("valid_min", ElementType.DOUBLE, 0.1),
                number("valid_max", ElementType.DOUBLE, 0.7),
                number("_FillValue", ElementType.FLOAT, 0.5f)));
        ArrayBlock raw = new ArrayBlock(ElementType.FLOAT, new long[] {values.length}, values);
        float[] floats = new float[values.length];
        packing.decode(raw, floats);
        double[] doubles = packing.decode(raw);
        double[] widened = new double[floats.length];
        for (int i = 0; i < widened.length; i++) {
            widened[i] = floats[i];
        }
        assertThat(widened).containsExactly(doubles);
        assertThat(floats[0]).isEqualTo(0.1f);
        assertThat(floats[7]).isNaN();
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
    void takesTheDefaultFillValueWhereNoneIsDeclared() {
        assertThat(decode(new short[] {-32767, 1}, ElementType.SHORT)).containsExactly(MISSING, 1);
        assertThat(decode(new short[] {-1, 1}, ElementType.USHORT)).containsExactly(MISSING, 1);
        assertThat(decode(new int[] {-2147483647, 1}, ElementType.INT)).containsExactly(MISSING, 1);
        assertThat(decode(new long[] {-9223372036854775806L, -9223372036854775807L}, ElementType.LONG))
                .containsExactly(MISSING, -0x1p63);
        assertThat(decode(new long[] {-2, 1}, ElementType.ULONG)).containsExactly(MISSING, 1);
        assertThat(decode(new float[] {9.96921e36f, 1}, ElementType.FLOAT)).containsExactly(MISSING, 1);
        assertThat(decode(new double[] {9.969209968386869e36, 1}, ElementType.DOUBLE))
                .containsExactly(MISSING, 1);
        assertThat(decode(new byte[] {-127, -1}, ElementType.BYTE)).containsExactly(MISSING, -1);
        assertThat(decode(new byte[] {-1, 127}, ElementType.UBYTE)).containsExactly(MISSING, 127);
    }

    @Test
    void hasNoDefaultFillValueWhereUnsignedChangesTheType() {
        Attribute unsigned = Attribute.of("_Unsigned", "true");
        assertThat(decode(new byte[] {-127, -1}, ElementType.BYTE, unsigned)).containsExactly(129, 255);
        assertThat(decode(new short[] {-32767, -1}, ElementType.SHORT, unsigned))
                .containsExactly(32769, 65535);
    }

    @Test
    void saysThatUnsignedBytesHaveADefaultFillValue() {
        List<String> problems = new ArrayList<>();
        Packing.of(header(ElementType.UBYTE), problems::add);
        Packing.of(header(ElementType.UBYTE, number("flag_values", ElementType.UBYTE, 1, 2)), problems::add);
        assertThat(problems)
                .containsExactly(
                        "Variable v of unsigned bytes declares no _FillValue: 255, netCDF's default, is taken as missing.");
    }

    @Test
    void comparesEveryBitOfLongIntegers() {
        long past = (1L << 53) + 1;
        assertThat(decode(
                        new long[] {past, past - 1, past + 1},
                        ElementType.LONG,
                        number("_FillValue", ElementType.LONG, past),
                        number("valid_max", ElementType.LONG, past)))
                .containsExactly(MISSING, 0x1p53, MISSING);
        assertThat(decode(
                        new long[] {-1, -2, -3},
                        ElementType.ULONG,
                        number("_FillValue", ElementType.ULONG, new BigInteger("18446744073709551615")),
                        number("valid_max", ElementType.ULONG, new BigInteger("18446744073709551614"))))
                .containsExactly(MISSING, 0x1p64, 0x1p64);
    }

    @Test
    void givesWholeNumbersExactly() {
        long past = (1L << 53) + 1;
        Packing longs = Packing.of(header(ElementType.LONG, number("_FillValue", ElementType.LONG, 7L)));
        assertThat(longs.isWhole()).isTrue();
        assertThat(longs.wholeNumbers(new ArrayBlock(ElementType.LONG, new long[] {3}, new long[] {past, 7, -past})))
                .containsExactly(past, Packing.NO_INTEGER, -past);
        Packing bytes = Packing.of(header(ElementType.UBYTE));
        assertThat(bytes.wholeNumbers(new ArrayBlock(ElementType.UBYTE, new long[] {2}, new byte[] {-2, 3})))
                .containsExactly(254, 3);
        Packing scaled = Packing.of(header(ElementType.INT, number("scale_factor", ElementType.DOUBLE, 2.0)));
        assertThat(scaled.isWhole()).isFalse();
        assertThatThrownBy(() -> scaled.wholeNumbers(new ArrayBlock(ElementType.INT, new long[] {1}, new int[] {1})))
                .hasMessage("Cannot take whole numbers from elements of type INT with scale 2.0 and offset 0.0,"
                        + " expected plain integers.");
    }

    @Test
    void doesNotApplyLimitsThatHoldNoNumber() {
        List<String> problems = new ArrayList<>();
        VariableHeader turned =
                header(ElementType.SHORT, number("valid_range", ElementType.SHORT, (short) 5, (short) 1));
        assertThat(Packing.of(turned, problems::add)
                        .decode(new ArrayBlock(ElementType.SHORT, new long[] {2}, new short[] {0, 3})))
                .containsExactly(0, 3);
        assertThat(problems).containsExactly("The valid range of v from 5 to 1 holds no number: it is not applied.");
    }

    @Test
    void appliesOneLimitInUnpackedUnitsBesideANegativeScale() {
        assertThat(decode(
                        new short[] {-1, 0, 1},
                        ElementType.SHORT,
                        number("valid_min", ElementType.DOUBLE, 0.0),
                        number("scale_factor", ElementType.DOUBLE, -0.5)))
                .containsExactly(0.5, 0, MISSING);
    }

    @Test
    void readsTheActualRangeAsADescriptionOnly() {
        assertThat(decode(
                        new short[] {-1, 5},
                        ElementType.SHORT,
                        number("actual_range", ElementType.SHORT, (short) 0, (short) 1)))
                .containsExactly(-1, 5);
    }

    @Test
    void takesTextsOfNumbersForFillValuesAndSaysWhichMarkNothing() {
        List<String> problems = new ArrayList<>();
        Packing packing = Packing.of(
                header(
                        ElementType.SHORT,
                        Attribute.of("missing_value", "-999, 12"),
                        number("_FillValue", ElementType.FLOAT, -99999f)),
                problems::add);
        assertThat(packing.decode(new ArrayBlock(ElementType.SHORT, new long[] {3}, new short[] {-999, 12, -32767})))
                .containsExactly(MISSING, MISSING, MISSING);
        assertThat(problems)
                .containsExactly("Attribute _FillValue of v is -99999.0, which no stored short can equal: it marks"
                        + " nothing as missing.");
        assertThat(decode(new float[] {Float.NaN, 1}, ElementType.FLOAT, Attribute.of("_FillValue", "NaN")))
                .containsExactly(MISSING, 1);
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
