package dev.shoal.qc.flag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table that turns the flags of one scheme into those of another, row by row, and says what each row loses.
 *
 * <p>Laws: every code of the first scheme has a row; a table from a scheme to itself changes and loses nothing; where a
 * row loses nothing, the table back returns its code. A table is known by its {@link #name} and {@link #version}, and a
 * row never changes under the same version. Converting makes a new array: the provider's own flags are to be kept
 * beside it. Safe for any number of threads.
 */
public final class FlagConversion {

    private static final String VERSION = "1";

    private static final Pattern NAME = Pattern.compile("(?<from>.+)-to-(?<to>[^/]+)(/(?<reading>lenient|cautious))?");

    private static final int UNKNOWN = -1;

    private final FlagScheme from;
    private final FlagScheme to;
    private final Reading reading;
    private final List<Row> rows;
    private final int[] byFlag = new int[256];

    /**
     * One code, what becomes of it, and what is lost by that.
     *
     * @param from code of the first scheme
     * @param to code of the second scheme
     * @param loses what the second code does not say, or says without ground; empty where nothing is lost
     */
    public record Row(FlagCode from, FlagCode to, String loses) {

        /** Tells whether the second code says all that the first says, and no more. */
        public boolean losesNothing() {
            return loses.isEmpty();
        }
    }

    private FlagConversion(FlagScheme from, FlagScheme to, Reading reading) {
        this.from = from;
        this.to = to;
        this.reading = reading;
        this.rows = from.codes().stream().map(this::row).toList();
        Arrays.fill(byFlag, UNKNOWN);
        for (int flag = 0; flag < byFlag.length; flag++) {
            byte read = (byte) flag;
            byFlag[flag] = from.knows(read) ? to.stored(row(from.code(read)).to) & 0xFF : UNKNOWN;
        }
    }

    /** Returns the cautious table from one scheme to another. */
    public static FlagConversion of(FlagScheme from, FlagScheme to) {
        return of(from, to, Reading.CAUTIOUS);
    }

    /**
     * Returns the table from one scheme to another in a reading; both readings give the same table where the second
     * scheme has a word for every finding of the first.
     *
     * @throws IllegalArgumentException where the codes of the second scheme say what no flag of the first can tell,
     *     such as which check a value failed
     */
    public static FlagConversion of(FlagScheme from, FlagScheme to, Reading reading) {
        return new FlagConversion(from, to, reading);
    }

    /**
     * Returns the table of a {@link #name}, such as {@code argo-to-qartod/lenient}; without a reading, the cautious
     * one.
     */
    public static FlagConversion named(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Cannot find the conversion of flags " + name
                    + ": expected a name such as argo-to-qartod/lenient or argo-to-qartod/cautious.");
        }
        Reading reading = "lenient".equals(parts.group("reading")) ? Reading.LENIENT : Reading.CAUTIOUS;
        return of(FlagScheme.named(parts.group("from")), FlagScheme.named(parts.group("to")), reading);
    }

    /** Returns the table's name, such as {@code argo-to-qartod/cautious}. */
    public String name() {
        return from.name() + "-to-" + to.name() + "/" + reading.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the version of the table; it rises with any change to a row. */
    public String version() {
        return VERSION;
    }

    /** Returns the scheme that is read. */
    public FlagScheme from() {
        return from;
    }

    /** Returns the scheme that is written. */
    public FlagScheme to() {
        return to;
    }

    /** Returns a row for each code of the first scheme. */
    public List<Row> rows() {
        return rows;
    }

    /** Returns the rows that lose something. */
    public List<Row> losses() {
        return rows.stream().filter(row -> !row.losesNothing()).toList();
    }

    /**
     * Converts one flag.
     *
     * @param flag in either {@link FlagForm}
     * @return in the second scheme's own form
     */
    public byte convert(byte flag) {
        return converted(flag, "");
    }

    /**
     * Converts flags.
     *
     * @param flags shape {@code (n)}, each in either {@link FlagForm}; not changed, and worth keeping
     * @return shape {@code (n)}, a new array in the second scheme's own form
     * @throws IllegalArgumentException where a flag is not a code of the first scheme
     */
    public byte[] convert(byte[] flags) {
        byte[] converted = new byte[flags.length];
        for (int i = 0; i < flags.length; i++) {
            int code = byFlag[flags[i] & 0xFF];
            converted[i] = code == UNKNOWN ? converted(flags[i], " at index " + i) : (byte) code;
        }
        return converted;
    }

    /**
     * Converts flags that are written as characters one behind the other, such as those of an Argo profile.
     *
     * @return as many characters, whatever the second scheme's own form
     * @throws IllegalArgumentException where a character is not a code of the first scheme
     */
    public String convert(String flags) {
        StringBuilder converted = new StringBuilder(flags.length());
        for (int i = 0; i < flags.length(); i++) {
            char flag = flags.charAt(i);
            converted.append(rows.stream()
                    .filter(row -> row.from().code() == flag)
                    .findFirst()
                    .orElseThrow(() -> unknown("'" + flag + "'"))
                    .to()
                    .code());
        }
        return converted.toString();
    }

    private IllegalArgumentException unknown(String flag) {
        return new IllegalArgumentException("Cannot convert the flag " + flag + " from " + from.name() + " to "
                + to.name() + ": expected " + from.expected() + ".");
    }

    private byte converted(byte flag, String place) {
        int code = byFlag[flag & 0xFF];
        if (code == UNKNOWN) {
            throw unknown(FlagScheme.text(flag) + place);
        }
        return (byte) code;
    }

    private Row row(FlagCode code) {
        if (from.equals(to)) {
            return new Row(code, code, "");
        }
        return reach(code.finding(), List.of(), EnumSet.of(code.finding()))
                .map(reached -> new Row(code, reached.code, String.join("; ", reached.losses)))
                .orElseThrow(() -> new IllegalArgumentException("Cannot convert flags from " + from.name() + " to "
                        + to.name() + ": " + to.name() + " has no code for " + code.meaning()
                        + ". Choose a scheme that has."));
    }

    /** Walks from a finding along its steps to the first the second scheme has a code for. */
    private Optional<Reached> reach(Finding finding, List<String> losses, Set<Finding> seen) {
        Optional<FlagCode> code =
                to.codes().stream().filter(known -> known.finding() == finding).findFirst();
        if (code.isPresent()) {
            return Optional.of(new Reached(code.get(), losses));
        }
        return finding.steps(reading).stream()
                .filter(step -> seen.add(step.to()))
                .flatMap(step -> reach(step.to(), with(losses, step.loses()), seen).stream())
                .findFirst();
    }

    private static List<String> with(List<String> losses, String another) {
        List<String> all = new ArrayList<>(losses);
        all.add(another);
        return all;
    }

    private record Reached(FlagCode code, List<String> losses) {}
}
