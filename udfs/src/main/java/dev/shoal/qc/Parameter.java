package dev.shoal.qc;

import java.util.List;
import java.util.Optional;

/**
 * One parameter a test takes from a configuration.
 *
 * @param name key in the configuration, ioos_qc's where it has the test
 * @param kind what the value must be
 * @param need whether it may be left out
 */
record Parameter(String name, Kind kind, Need need) {

    /** Whether a parameter may be left out. */
    enum Need {
        REQUIRED,
        OPTIONAL
    }

    /** What a value must be. */
    sealed interface Kind {

        /** One number. */
        Kind NUMBER = new NumberKind();

        /** Two numbers. */
        Kind SPAN = new SpanKind();

        /** Tells whether the value is of this kind. */
        boolean accepts(Object value);

        /** Says in words what is expected. */
        String expected();
    }

    private record NumberKind() implements Kind {
        @Override
        public boolean accepts(Object value) {
            return value instanceof Number number && !Double.isNaN(number.doubleValue());
        }

        @Override
        public String expected() {
            return "a number";
        }
    }

    private record SpanKind() implements Kind {
        @Override
        public boolean accepts(Object value) {
            return value instanceof List<?> ends
                    && ends.size() == 2
                    && ends.stream().allMatch(NUMBER::accepts);
        }

        @Override
        public String expected() {
            return "a list of two numbers";
        }
    }

    private record WordKind(List<String> words) implements Kind {
        @Override
        public boolean accepts(Object value) {
            return value instanceof String word && words.contains(word);
        }

        @Override
        public String expected() {
            return "one of " + String.join(", ", words);
        }
    }

    static Parameter required(String name, Kind kind) {
        return new Parameter(name, kind, Need.REQUIRED);
    }

    static Parameter optional(String name, Kind kind) {
        return new Parameter(name, kind, Need.OPTIONAL);
    }

    static Kind wordOf(String... words) {
        return new WordKind(List.of(words));
    }

    /** Returns what is wrong with a value, beginning with a colon's worth of context left to the caller. */
    Optional<String> problem(Object value) {
        return kind.accepts(value)
                ? Optional.empty()
                : Optional.of("found " + value + ", expected " + kind.expected() + ".");
    }
}
