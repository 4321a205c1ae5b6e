package dev.shoal.catalog;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One execution of a specification.
 *
 * @param id unique
 * @param dataset that it worked for
 * @param spec YAML text, whole
 * @param configHash digest of the configuration in effect
 * @param shoalVersion of the code
 * @param startedAtMicros microseconds since 1970 UTC
 * @param endedAtMicros microseconds since 1970 UTC, absent while it runs and after it was killed
 * @param outcomes how many files or units ended in each way, by the name of the outcome
 * @param qc configuration of the tests as JSON, {@code {}} without tests
 */
public record Run(
        String id,
        String dataset,
        String spec,
        String configHash,
        String shoalVersion,
        long startedAtMicros,
        OptionalLong endedAtMicros,
        SortedMap<String, Long> outcomes,
        String qc) {

    /** Group of the outcomes that count values by variable and flag, {@code temp/GOOD}. */
    public static final String FLAGS = "flag/";

    /** Group of the outcomes that count values by variable and the test that raised a flag, {@code temp/spike}. */
    public static final String TESTS = "test/";

    /** Copies the counts. */
    public Run {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Long>) outcomes));
    }

    /** Returns the outcomes of a group, by their names in it. */
    public SortedMap<String, Long> outcomes(String group) {
        SortedMap<String, Long> members = new TreeMap<>();
        outcomes.forEach((name, count) -> {
            if (name.startsWith(group)) {
                members.put(name.substring(group.length()), count);
            }
        });
        return members;
    }
}
