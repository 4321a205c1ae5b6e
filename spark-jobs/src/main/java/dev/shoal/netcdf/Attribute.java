package dev.shoal.netcdf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A named attribute of a file, group or variable.
 *
 * @param name as stored
 * @param type {@link ElementType#STRING} for text of either kind, else the numbers' own type
 * @param values {@code String}s, or {@code Number}s of the stored width (unsigned ones widened); may be empty
 */
public record Attribute(String name, ElementType type, List<?> values) implements Serializable {

    /** Copies the values. */
    public Attribute {
        values = new ArrayList<>(values);
    }

    /** Makes a text attribute. */
    public static Attribute of(String name, String text) {
        return new Attribute(name, ElementType.STRING, List.of(text));
    }

    /** Makes an attribute of doubles. */
    public static Attribute of(String name, double... numbers) {
        List<Double> values = new ArrayList<>();
        for (double number : numbers) {
            values.add(number);
        }
        return new Attribute(name, ElementType.DOUBLE, values);
    }

    /** Tells whether the values are text. */
    public boolean isText() {
        return type == ElementType.STRING;
    }

    /** Returns the text, several texts joined by a space; numbers as written; nothing where there is no value. */
    public Optional<String> text() {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() == 1) {
            return Optional.of(String.valueOf(values.get(0)));
        }
        return Optional.of(values.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    /** Returns the numbers, or an empty array for text. */
    public double[] numbers() {
        if (isText()) {
            return new double[0];
        }
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ((Number) values.get(i)).doubleValue();
        }
        return numbers;
    }

    /** Returns the first number, or nothing for text and for no value. */
    public Optional<Double> number() {
        return isText() || values.isEmpty() ? Optional.empty() : Optional.of(((Number) values.get(0)).doubleValue());
    }
}
