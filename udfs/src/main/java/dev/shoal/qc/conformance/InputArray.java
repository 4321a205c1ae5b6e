package dev.shoal.qc.conformance;

import dev.shoal.qc.Series;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An array of a call, flat in row order.
 *
 * @param dtype numpy's name of what it holds
 * @param data numbers, texts, or null where missing
 */
record InputArray(String dtype, List<? extends @Nullable Object> data) {

    private static final long NANOS_PER_MICRO = 1000;

    static InputArray of(String name, Object tree) {
        Map<String, @Nullable Object> keys = PeerCase.map(tree);
        if (keys.get("dtype") instanceof String dtype && keys.get("data") instanceof List<?> data) {
            return new InputArray(dtype, data);
        }
        throw new IllegalArgumentException("Cannot read the input " + name + " of a conformance vector: found " + tree
                + ", expected dtype and data.");
    }

    int size() {
        return data.size();
    }

    boolean isTimes() {
        return dtype.startsWith("datetime64");
    }

    boolean isTexts() {
        return dtype.equals("str");
    }

    double[] numbers() {
        return data.stream().mapToDouble(InputArray::number).toArray();
    }

    static double number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return value instanceof String text ? Double.parseDouble(text) : Double.NaN;
    }

    /** Returns times as microseconds, from nanoseconds. */
    long[] micros() {
        return data.stream()
                .mapToLong(nanos -> nanos instanceof Number number
                        ? Math.floorDiv(number.longValue(), NANOS_PER_MICRO)
                        : Series.NO_TIME)
                .toArray();
    }

    String[] texts() {
        return data.stream().map(String::valueOf).toArray(String[]::new);
    }

    byte[] codes() {
        return codes(data);
    }

    static byte[] codes(List<? extends @Nullable Object> numbers) {
        byte[] codes = new byte[numbers.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = numbers.get(i) instanceof Number number ? number.byteValue() : 0;
        }
        return codes;
    }
}
