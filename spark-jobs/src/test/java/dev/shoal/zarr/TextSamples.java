package dev.shoal.zarr;

import dev.shoal.netcdf.ElementType;
import java.util.ArrayList;
import java.util.List;

/** Arrays of the types that are not plain numbers, 7 x 5 in chunks of 3 x 2, and what they hold. */
final class TextSamples {

    private static final String[] WORDS = {"", "a", "Öl", "sea water", "温度", "x".repeat(11), "😀"};

    private TextSamples() {}

    /** Returns one array for each type. */
    static List<ZarrArray> everyType() {
        return List.of(
                array("truth", ElementType.UBYTE, DataType.truth()),
                array("half", ElementType.FLOAT, DataType.half()).withFill(Float.NaN),
                array("halfbig", ElementType.FLOAT, DataType.half()).withEndian(Endian.BIG),
                array("bytes", ElementType.CHAR, DataType.bytesOfText(12)),
                array("points", ElementType.CHAR, DataType.codePoints(11)),
                array("pointsbig", ElementType.CHAR, DataType.codePoints(11)).withEndian(Endian.BIG),
                array("texts", ElementType.CHAR, DataType.of(ElementType.STRING)),
                array("char", ElementType.CHAR, DataType.of(ElementType.CHAR)));
    }

    /** Returns the same in v3, as chunks and in shards. */
    static List<ZarrArray> everyTypeOfV3() {
        List<ZarrArray> arrays = new ArrayList<>();
        for (ZarrArray array : everyType()) {
            arrays.add(array.withFormat(ZarrFormat.V3));
        }
        return arrays;
    }

    private static ZarrArray array(String path, ElementType plain, DataType type) {
        return ZarrArray.of(path, new long[] {7, 5}, new long[] {3, 2}, plain)
                .withDataType(type)
                .withDimensions("y", "x");
    }

    /** Element n is the same in every language, see samples of the scripts. */
    static Object values(ZarrArray array) {
        Object values = ElementBytes.allocate(array.type(), 35);
        for (int n = 0; n < 35; n++) {
            if (values instanceof String[] texts) {
                texts[n] = WORDS[n % WORDS.length];
            } else if (values instanceof float[] reals) {
                reals[n] = n == 13 ? Float.NaN : n * 0.25f - 3;
            } else {
                ((byte[]) values)[n] = (byte) (array.type() == ElementType.CHAR ? 'A' + n % 26 : n % 3 == 0 ? 1 : 0);
            }
        }
        return values;
    }

    /** Makes a store of them. */
    static void write(String root, List<ZarrArray> arrays) throws Exception {
        ZarrStore store = ZarrStore.create(root, Samples.CONF, dev.shoal.netcdf.Attributes.NONE, arrays);
        for (ZarrArray array : arrays) {
            Samples.write(store, array, values(array));
        }
        store.consolidate();
    }
}
