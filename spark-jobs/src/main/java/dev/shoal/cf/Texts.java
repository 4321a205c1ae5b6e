package dev.shoal.cf;

import dev.shoal.netcdf.ArrayBlock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Texts, and digits, out of stored characters. */
final class Texts {

    private Texts() {}

    /**
     * Returns the texts of a block, trimmed, each cut at its first NUL.
     *
     * @param length characters of one text; not used for {@code String} elements
     */
    static String[] of(ArrayBlock block, int length) {
        if (block.values() instanceof String[] strings) {
            String[] texts = new String[strings.length];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = strings[i].trim();
            }
            return texts;
        }
        byte[] bytes = (byte[]) block.values();
        String[] texts = new String[bytes.length / Math.max(1, length)];
        for (int i = 0; i < texts.length; i++) {
            int end = i * length;
            while (end < (i + 1) * length && bytes[end] != 0) {
                end++;
            }
            texts[i] = new String(bytes, i * length, end - i * length, StandardCharsets.UTF_8).trim();
        }
        return texts;
    }

    /** Returns a number without needless digits; empty for NaN. */
    static String of(double number) {
        return Double.isNaN(number) || Double.isInfinite(number)
                ? ""
                : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    /** Returns a number as short as it can be read back, 0 and not 0.0. */
    static String shortest(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /** Returns the digit that each character is, or NaN. */
    static double[] digits(byte[] characters) {
        double[] digits = new double[characters.length];
        for (int i = 0; i < digits.length; i++) {
            boolean digit = characters[i] >= '0' && characters[i] <= '9';
            digits[i] = digit ? characters[i] - '0' : Double.NaN;
        }
        return digits;
    }
}
