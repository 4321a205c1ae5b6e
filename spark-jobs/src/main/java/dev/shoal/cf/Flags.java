package dev.shoal.cf;

import dev.shoal.netcdf.Attributes;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the numbers of a flag variable mean (CF 1.11, section 3.5).
 *
 * @param values one per meaning, or empty where the masks stand alone
 * @param masks one per meaning, or empty where the values stand alone
 * @param meanings words joined by underscores
 */
public record Flags(List<Long> values, List<Long> masks, List<String> meanings) implements Serializable {

    /** No flags. */
    public static final Flags NONE = new Flags(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Flags {
        values = new ArrayList<>(values);
        masks = new ArrayList<>(masks);
        meanings = new ArrayList<>(meanings);
    }

    /**
     * Reads the flag attributes of a variable.
     *
     * @param problems gets a sentence where values, masks and meanings are not as many as each other
     */
    static Flags of(String variable, Attributes attributes, Consumer<String> problems) {
        Optional<String> words = attributes.text("flag_meanings");
        List<Long> values = numbers(attributes, "flag_values");
        List<Long> masks = numbers(attributes, "flag_masks");
        if (words.isEmpty() || (values.isEmpty() && masks.isEmpty())) {
            return NONE;
        }
        List<String> meanings = List.of(words.get().split("[\\s,]+", -1));
        boolean matching = (values.isEmpty() || values.size() == meanings.size())
                && (masks.isEmpty() || masks.size() == meanings.size());
        if (!matching) {
            problems.accept("Variable " + variable + " has " + Math.max(values.size(), masks.size()) + " flags and "
                    + meanings.size() + " flag_meanings: their meaning is not read.");
            return NONE;
        }
        return new Flags(values, masks, meanings);
    }

    /** Returns every meaning that a stored number has. */
    public List<String> meanings(long number) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < meanings.size(); i++) {
            boolean alone = masks.isEmpty() && number == values.get(i);
            boolean masked = !masks.isEmpty()
                    && (values.isEmpty() ? (number & masks.get(i)) != 0 : (number & masks.get(i)) == values.get(i));
            if (alone || masked) {
                found.add(meanings.get(i));
            }
        }
        return found;
    }

    private static List<Long> numbers(Attributes attributes, String name) {
        List<Long> numbers = new ArrayList<>();
        attributes.find(name).ifPresent(attribute -> {
            for (Object value : attribute.values()) {
                if (value instanceof Number number) {
                    numbers.add(number.longValue());
                } else {
                    words(value.toString(), numbers);
                }
            }
        });
        return numbers;
    }

    /** Archives also write flag values as a text of numbers, with {@code b} for bytes. */
    private static void words(String text, List<Long> numbers) {
        for (String word : text.trim().split("[\\s,]+", -1)) {
            if (word.matches("[+-]?\\d{1,18}[bBsSlL]?")) {
                numbers.add(Long.parseLong(word.replaceAll("[A-Za-z+]", "")));
            }
        }
    }
}
