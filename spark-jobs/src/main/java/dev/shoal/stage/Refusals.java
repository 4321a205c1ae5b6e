package dev.shoal.stage;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files that a run does not take, with the reasons. Those that are among the catalogue's rejects already are told
 * apart.
 */
final class Refusals {

    private final Map<String, String> reasons;
    private final Set<String> known;

    /** Begins with files that were refused before. */
    Refusals(Map<String, String> before) {
        this.reasons = new TreeMap<>(before);
        this.known = new TreeSet<>(before.keySet());
    }

    /** Takes a file up. */
    void put(String path, String reason) {
        reasons.put(path, reason);
        known.remove(path);
    }

    /** Takes a file up that is among the catalogue's rejects. */
    void putKnown(String path, String reason) {
        reasons.put(path, reason);
        known.add(path);
    }

    /** Takes files up. */
    void putAll(Map<String, String> more) {
        more.forEach(this::put);
    }

    /** Returns every file with the reason. */
    Map<String, String> all() {
        return reasons;
    }

    /** Returns the files that the catalogue does not know of. */
    Map<String, String> unknown() {
        Map<String, String> unknown = new TreeMap<>(reasons);
        unknown.keySet().removeAll(known);
        return unknown;
    }
}
