package dev.shoal.spec;

import java.util.ArrayList;
import java.util.List;

/** A run's configuration that cannot be used: a fault of the configuration, found before any task starts. */
public final class SpecException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ArrayList<String> problems;

    /**
     * Makes the error.
     *
     * @param origin file the configuration was read from
     * @param problems each a whole sentence, every one that was found
     */
    public SpecException(String origin, List<String> problems) {
        super("Cannot use " + origin + ": " + problems.size() + (problems.size() == 1 ? " problem." : " problems.")
                + problems.stream().map(problem -> "\n  - " + problem).reduce("", String::concat));
        this.problems = new ArrayList<>(problems);
    }

    /** Returns each problem, in the order of the file. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
