package dev.shoal.qc;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parameters of an {@link ArgoSeriesTest}, those left out at their defaults.
 *
 * @param numbers by parameter
 * @param words by parameter; a single word is a list of one
 */
public record ArgoSettings(SortedMap<String, Double> numbers, SortedMap<String, List<String>> words)
        implements Serializable {

    /** Copies the maps in. */
    public ArgoSettings {
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
    }

    double number(String name) {
        return numbers.getOrDefault(name, Double.NaN);
    }

    List<String> words(String name) {
        return words.getOrDefault(name, List.of());
    }

    String word(String name) {
        return words(name).isEmpty() ? "" : words(name).get(0);
    }
}
