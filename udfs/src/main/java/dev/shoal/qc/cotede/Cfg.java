package dev.shoal.qc.cotede;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one test in a configuration of CoTeDe, as a JSON or YAML parser gives them.
 *
 * @param test name of the test, for messages
 * @param keys what stands under it
 */
record Cfg(String test, Map<?, ?> keys) {

    boolean has(String key) {
        return keys.containsKey(key);
    }

    /** Returns a number that must be there; NaN and infinities are numbers. */
    double number(String key) {
        return number(key, keys.get(key));
    }

    double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    /** Returns a number that must be there and be finite, as CoTeDe asks of most thresholds. */
    double finite(String key) {
        double number = number(key);
        if (!Double.isFinite(number)) {
            throw refused(key, number, "a finite number");
        }
        return number;
    }

    /** Reads what stands somewhere under a key; true is 1, as in Python. */
    double number(String key, @Nullable Object found) {
        if (found instanceof Number number) {
            return number.doubleValue();
        }
        if (found instanceof Boolean on) {
            return on ? 1 : 0;
        }
        throw refused(key, found, "a number");
    }

    String text(String key, String otherwise) {
        return has(key) ? String.valueOf(keys.get(key)) : otherwise;
    }

    /** Tells whether something stands under a key that Python takes for true. */
    boolean isTrue(String key) {
        Object found = keys.get(key);
        boolean zero = found instanceof Number number && number.doubleValue() == 0;
        return found != null && !zero && !Boolean.FALSE.equals(found) && !"".equals(found);
    }

    List<?> list(String key) {
        if (keys.get(key) instanceof List<?> list) {
            return list;
        }
        throw refused(key, keys.get(key), "a list");
    }

    Cfg under(String key) {
        return of(test + "." + key, keys.get(key));
    }

    /** Takes what stands somewhere for keys. */
    static Cfg of(String test, @Nullable Object found) {
        if (found instanceof Map<?, ?> map) {
            return new Cfg(test, map);
        }
        throw new IllegalArgumentException(
                "Cannot read CoTeDe's " + test + ": found " + found + ", expected keys and values.");
    }

    Grades grades(Grades otherwise) {
        return new Grades((byte) number("flag_good", otherwise.good()), (byte) number("flag_bad", otherwise.bad()));
    }

    IllegalArgumentException refused(String key, @Nullable Object found, String expected) {
        return new IllegalArgumentException(
                "Cannot read " + key + " of CoTeDe's " + test + ": found " + found + ", expected " + expected + ".");
    }
}
