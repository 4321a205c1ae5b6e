package dev.shoal.qc;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The values given for a test's parameters, each of its parameter's kind.
 *
 * @param values by parameter name; those left out are not there
 */
record Arguments(Map<String, Object> values) {

    boolean has(String name) {
        return values.containsKey(name);
    }

    double number(String name) {
        return ((Number) required(name)).doubleValue();
    }

    double number(String name, double otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    int whole(String name) {
        return ((Number) required(name)).intValue();
    }

    int whole(String name, int otherwise) {
        return has(name) ? whole(name) : otherwise;
    }

    Span span(String name) {
        double[] ends = numbers(name);
        return new Span(ends[0], ends[1]);
    }

    Span span(String name, Span otherwise) {
        return has(name) ? span(name) : otherwise;
    }

    double[] numbers(String name) {
        return ((List<?>) required(name))
                .stream().mapToDouble(number -> ((Number) number).doubleValue()).toArray();
    }

    String text(String name) {
        return (String) required(name);
    }

    List<String> texts(String name) {
        return ((List<?>) required(name)).stream().map(String::valueOf).toList();
    }

    String word(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    /** Returns the constant that a word names in small letters. */
    <E extends Enum<E>> E word(String name, E otherwise) {
        return has(name)
                ? Enum.valueOf(otherwise.getDeclaringClass(), text(name).toUpperCase(Locale.ROOT))
                : otherwise;
    }

    boolean isOn(String name) {
        return values.get(name) instanceof Boolean given && given;
    }

    boolean isOff(String name) {
        return values.get(name) instanceof Boolean given && !given;
    }

    /** Returns a time as microseconds since 1970 UTC. */
    long time(String name) {
        return TimeValue.micros(required(name)).orElseThrow();
    }

    long time(String name, long otherwise) {
        return has(name) ? time(name) : otherwise;
    }

    /** Returns two times as microseconds since 1970 UTC. */
    long[] times(String name) {
        return ((List<?>) required(name))
                .stream()
                        .mapToLong(time -> TimeValue.micros(time).orElseThrow())
                        .toArray();
    }

    /** Returns maps, lists and texts as the configuration has them. */
    Object tree(String name) {
        return required(name);
    }

    Optional<Object> any(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private Object required(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "Cannot read parameter " + name + ": found none, expected it checked before.");
        }
        return value;
    }
}
