package dev.shoal.qc;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parameters of a {@link QartodTest}.
 *
 * @param numbers by parameter; a single number is a list of one
 * @param words by parameter; a single word is a list of one
 */
public record QartodSettings(SortedMap<String, List<Double>> numbers, SortedMap<String, List<String>> words)
        implements Serializable {

    /** Copies the maps in. */
    public QartodSettings {
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
    }

    boolean has(String name) {
        return numbers.containsKey(name) || words.containsKey(name);
    }

    double number(String name) {
        double[] found = numbers(name);
        if (found.length == 0) {
            throw new IllegalArgumentException("found no " + name + ", expected a number.");
        }
        return found[0];
    }

    int whole(String name) {
        return (int) number(name);
    }

    double[] numbers(String name) {
        List<Double> found = numbers.getOrDefault(name, List.of());
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double suspect() {
        return number(QartodCheck.SUSPECT);
    }

    double fail() {
        return number(QartodCheck.FAIL);
    }
}
