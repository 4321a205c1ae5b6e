package dev.shoal.qc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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
        OPTIONAL,
        /** May be left out, but is not null where it is there. */
        DEFAULTED
    }

    /** What a value must be. */
    sealed interface Kind {

        /** One number. */
        Kind NUMBER = new NumberKind();

        /** One number, or a percentage as text. */
        Kind SHARE = new ShareKind();

        /** One number without a fraction. */
        Kind WHOLE = new WholeKind();

        /** Two numbers. */
        Kind SPAN = new ListKind(NUMBER, 2, "a list of two numbers");

        /** A list of numbers. */
        Kind NUMBERS = new ListKind(NUMBER, -1, "a list of numbers");

        /** Any text. */
        Kind TEXT = new TextKind();

        /** A list of texts. */
        Kind TEXTS = new ListKind(TEXT, -1, "a list of texts");

        /** True or false. */
        Kind SWITCH = new SwitchKind();

        /** A time in ISO 8601. */
        Kind TIME = new TimeKind();

        /** Two times in ISO 8601. */
        Kind TIMES = new ListKind(TIME, 2, "a list of two times such as 2020-01-31T00:00:00");

        /** What the test itself takes apart: maps and lists. */
        Kind TREE = new TreeKind();

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

    private record ShareKind() implements Kind {
        private static final Pattern PERCENTAGE = Pattern.compile("[0-9]+(\\.[0-9]+)?%");

        @Override
        public boolean accepts(Object value) {
            return NUMBER.accepts(value)
                    || (value instanceof String text && PERCENTAGE.matcher(text).matches());
        }

        @Override
        public String expected() {
            return "a number, or a percentage such as \"30%\"";
        }
    }

    private record WholeKind() implements Kind {
        @Override
        public boolean accepts(Object value) {
            return value instanceof Number number && number.doubleValue() == number.intValue();
        }

        @Override
        public String expected() {
            return "a whole number";
        }
    }

    private record TextKind() implements Kind {
        @Override
        public boolean accepts(Object value) {
            return value instanceof String;
        }

        @Override
        public String expected() {
            return "a text";
        }
    }

    private record SwitchKind() implements Kind {
        @Override
        public boolean accepts(Object value) {
            return value instanceof Boolean;
        }

        @Override
        public String expected() {
            return "true or false";
        }
    }

    private record TimeKind() implements Kind {
        @Override
        public boolean accepts(Object value) {
            return TimeValue.micros(value).isPresent();
        }

        @Override
        public String expected() {
            return "a time such as 2020-01-31T00:00:00";
        }
    }

    private record TreeKind() implements Kind {
        @Override
        public boolean accepts(Object value) {
            return value instanceof List<?> || value instanceof Map<?, ?> || value instanceof String;
        }

        @Override
        public String expected() {
            return "a list, keys with values, or a text";
        }
    }

    private record ListKind(Kind of, int size, String expected) implements Kind {
        @Override
        public boolean accepts(Object value) {
            return value instanceof List<?> list
                    && (size < 0 || list.size() == size)
                    && list.stream().allMatch(of::accepts);
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

    static Parameter defaulted(String name, Kind kind) {
        return new Parameter(name, kind, Need.DEFAULTED);
    }

    static Kind wordOf(String... words) {
        return new WordKind(List.of(words));
    }

    /** Returns the kind of a parameter that names a constant in small letters. */
    static Kind wordOf(Class<? extends Enum<?>> constants) {
        return new WordKind(Arrays.stream(constants.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList());
    }

    /** Returns what is wrong with a value, beginning with a colon's worth of context left to the caller. */
    Optional<String> problem(Object value) {
        return kind.accepts(value)
                ? Optional.empty()
                : Optional.of("found " + value + ", expected " + kind.expected() + ".");
    }
}
