package dev.shoal.spec;

import java.util.Map;
import java.util.TreeMap;

/**
 * One of the ways in which a run divides its fields into chunks; each is a store of its own with the same values.
 *
 * @param name of the layout: lower-case letters, digits, {@code -} and {@code _}
 * @param chunks as {@link OutputSpec#chunks}
 * @param shards as {@link OutputSpec#shards}
 * @param codec as {@link OutputSpec#codec}
 */
public record LayoutSpec(String name, Map<String, Integer> chunks, Map<String, Integer> shards, String codec) {

    /** Copies the maps. */
    public LayoutSpec {
        chunks = new TreeMap<>(chunks);
        shards = new TreeMap<>(shards);
    }

    /** Returns what decides how the cells of the store lie in its objects. */
    String canonical() {
        return name + " " + chunks + " in " + shards + " of '" + codec + "'";
    }
}
