package dev.shoal.qc;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known beside the values of a series: numbers and texts sampled with them, traits of the whole, and the series
 * before it.
 *
 * <p>Names are those of {@link Role}, or a variable's. The arrays are lent, as those of {@link Series} are.
 *
 * @param numbers by name, each as long as the series at least, NaN where missing
 * @param texts by name, each as long as the series at least
 * @param traits of the whole series by name, such as {@link Role#PLATFORM}
 * @param before the series that the same platform took before this one, such as a glider's last profile
 */
public record Companions(
        Map<String, double[]> numbers,
        Map<String, String[]> texts,
        Map<String, String> traits,
        Optional<Series> before) {

    /** Nothing beside the values. */
    public static final Companions NONE = new Companions(Map.of(), Map.of(), Map.of(), Optional.empty());

    /** Copies the maps in, not the arrays. */
    public Companions {
        numbers = Collections.unmodifiableMap(new HashMap<>(numbers));
        texts = Collections.unmodifiableMap(new HashMap<>(texts));
        traits = Collections.unmodifiableMap(new HashMap<>(traits));
    }

    /** Returns these with numbers of one name more, or in place of those of that name. */
    public Companions with(String name, double[] sampled) {
        Map<String, double[]> more = new HashMap<>(numbers);
        more.put(name, sampled);
        return new Companions(more, texts, traits, before);
    }

    /** Returns these with texts of one name more. */
    public Companions withTexts(String name, String[] sampled) {
        Map<String, String[]> more = new HashMap<>(texts);
        more.put(name, sampled);
        return new Companions(numbers, more, traits, before);
    }

    /** Returns these with one trait more. */
    public Companions withTrait(String name, String value) {
        Map<String, String> more = new HashMap<>(traits);
        more.put(name, value);
        return new Companions(numbers, texts, more, before);
    }

    /** Returns these with the series that the same platform took before. */
    public Companions after(Series earlier) {
        return new Companions(numbers, texts, traits, Optional.of(earlier));
    }

    /** Tells whether numbers, texts or a trait of a name are there. */
    public boolean has(String name) {
        return numbers.containsKey(name) || texts.containsKey(name) || traits.containsKey(name);
    }

    /**
     * Returns the numbers of a name.
     *
     * @throws IllegalStateException where there are none: a test that asks must have {@link QcTest#needs said so}
     */
    public double[] of(String name) {
        double[] sampled = numbers.get(name);
        if (sampled == null) {
            throw new IllegalStateException("Cannot read " + name + " beside a series: found only " + numbers.keySet()
                    + ". Name it among the test's needs.");
        }
        return sampled;
    }

    /** Returns the texts of a name; refuses as {@link #of} does. */
    public String[] textsOf(String name) {
        String[] sampled = texts.get(name);
        if (sampled == null) {
            throw new IllegalStateException("Cannot read the texts " + name + " beside a series: found only "
                    + texts.keySet() + ". Name them among the test's needs.");
        }
        return sampled;
    }

    /** Returns a trait of the whole series. */
    public Optional<String> trait(String name) {
        return Optional.ofNullable(traits.get(name));
    }

    void requireLength(int size) {
        numbers.forEach((name, sampled) -> requireLength(name, sampled.length, size));
        texts.forEach((name, sampled) -> requireLength(name, sampled.length, size));
    }

    private static void requireLength(String name, int length, int size) {
        if (length < size) {
            throw new IllegalArgumentException("Cannot put " + name + " beside a series of " + size + " samples: found "
                    + length + ", expected one for each.");
        }
    }

    Companions part(int start, int end) {
        Map<String, double[]> numbersThere = new HashMap<>();
        numbers.forEach((name, sampled) -> numbersThere.put(name, Arrays.copyOfRange(sampled, start, end)));
        Map<String, String[]> textsThere = new HashMap<>();
        texts.forEach((name, sampled) -> textsThere.put(name, Arrays.copyOfRange(sampled, start, end)));
        return new Companions(numbersThere, textsThere, traits, before);
    }
}
