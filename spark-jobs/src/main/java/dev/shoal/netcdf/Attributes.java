package dev.shoal.netcdf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The attributes of one thing, in stored order.
 *
 * @param list no name twice
 */
public record Attributes(List<Attribute> list) implements Serializable {

    /** No attributes. */
    public static final Attributes NONE = new Attributes(List.of());

    /** Copies the list. */
    public Attributes {
        list = new ArrayList<>(list);
    }

    /** Returns the attribute of this exact name. */
    public Optional<Attribute> find(String name) {
        for (int i = 0; i < list.size(); i++) { // Asked dozens of times a variable: no iterator, no stream.
            Attribute attribute = list.get(i);
            if (attribute.name().equals(name)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    /** Returns the trimmed text of an attribute, or nothing where it is absent or blank. */
    public Optional<String> text(String name) {
        return find(name).flatMap(Attribute::text).map(String::trim).filter(text -> !text.isEmpty());
    }

    /** Returns the first number of an attribute, or nothing where it is absent or text. */
    public Optional<Double> number(String name) {
        return find(name).flatMap(Attribute::number);
    }
}
