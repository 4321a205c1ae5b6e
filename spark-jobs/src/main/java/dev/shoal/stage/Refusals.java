package dev.shoal.stage;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files that a run does not take, with the reasons. Those that are among the catalogue's rejects already are told
 * apart.
 */
final class Refusals {

    private final Map<String, String> reasons;
    private Set<String> known = Set.of();

    /** Begins with files that were refused before. */
    Refusals(Map<String, String> before) {
        this.reasons = new TreeMap<>(before);
    }

    /** Takes a file up. */
    void put(String path, String reason) {
        reasons.put(path, reason);
    }

    /** Takes files up. */
    void putAll(Map<String, String> more) {
        reasons.putAll(more);
    }

    /** Says that the catalogue knows of every file that was taken up until now. */
    void areKnown() {
        known = Set.copyOf(reasons.keySet());
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
