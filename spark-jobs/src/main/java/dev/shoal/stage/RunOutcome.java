package dev.shoal.stage;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a run ended.
 *
 * @param run its id
 * @param dataset that it worked for
 * @param action what it did
 * @param kind {@code grid} or {@code observations}; empty where nothing was read
 * @param location table or store; empty where there is none
 * @param layouts stores with the same values in other chunks, by the names of their layouts; empty where nothing was
 *     done
 * @param files listed
 * @param read files whose data were read
 * @param rejected files that were refused, with the reasons
 * @param amount observations, or cells, that were written
 * @param decodedBytes of source values
 * @param flags number of values by variable and flag, as {@code variable/flag}
 * @param tests number of values that a test called suspect or failed, by variable and test, as {@code variable/test}
 * @param unrun number of series that a test could not judge by variable, test and reason, as {@code variable/test: why}
 * @param seconds that it took, without the start of Spark
 */
public record RunOutcome(
        String run,
        String dataset,
        Action action,
        String kind,
        String location,
        Map<String, String> layouts,
        long files,
        long read,
        Map<String, String> rejected,
        long amount,
        long decodedBytes,
        Map<String, Long> flags,
        Map<String, Long> tests,
        Map<String, Long> unrun,
        double seconds) {

    /** What a run did. */
    public enum Action {
        /** Nothing: the dataset holds the archive as it is. */
        NOTHING("nothing to do"),
        /** It made the dataset. */
        CREATED("created"),
        /** It added files to the dataset. */
        EXTENDED("extended"),
        /** It put other tests to what the dataset holds. */
        JUDGED("judged again"),
        /** It made the dataset anew and published it in place of the old one. */
        REBUILT("rebuilt");

        private final String title;

        Action(String title) {
            this.title = title;
        }

        /** Returns the words for people. */
        public String title() {
            return title;
        }
    }

    /** Copies the maps. */
    public RunOutcome {
        layouts = new TreeMap<>(layouts);
        rejected = new TreeMap<>(rejected);
        flags = new TreeMap<>(flags);
        tests = new TreeMap<>(tests);
        unrun = new TreeMap<>(unrun);
    }

    /** Returns the outcome of a run that had nothing to do. */
    static RunOutcome nothing(String run, String dataset, Situation situation, Refusals refused) {
        return new RunOutcome(
                run,
                dataset,
                Action.NOTHING,
                situation.kind(),
                situation.location(),
                Map.of(),
                situation.files().size(),
                0,
                refused.all(),
                0,
                0,
                Map.of(),
                Map.of(),
                Map.of(),
                0);
    }

    /** Returns the same outcome with the time that it took. */
    RunOutcome after(double elapsedSeconds) {
        return new RunOutcome(
                run,
                dataset,
                action,
                kind,
                location,
                layouts,
                files,
                read,
                rejected,
                amount,
                decodedBytes,
                flags,
                tests,
                unrun,
                elapsedSeconds);
    }
}
