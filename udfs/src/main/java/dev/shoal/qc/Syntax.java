package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;
import static dev.shoal.qc.Parameter.Kind.TEXT;

import dev.shoal.qc.flag.QcFlag;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Flags messages of another length than they should have (QARTOD test 2, syntax).
 *
 * <p>Looks at the text beside the values. A value that is missing is {@link QcFlag#MISSING}.
 *
 * @param length expected, in what {@code unit} says; of fields where there is a delimiter
 * @param unit what is counted
 * @param delimiter between the fields of a message; empty where fields are not counted
 */
public record Syntax(double length, Unit unit, String delimiter) implements SeriesTest {

    /** What the length of a message counts. */
    public enum Unit {
        /** Characters of Unicode. */
        CHAR,
        /** Bytes as two hexadecimal digits each; an odd number of digits fails, whatever else is asked. */
        BYTE
    }

    static final TestType TYPE = new TestType(
            "syntax",
            "qartod",
            "syntax_test",
            List.of(
                    Parameter.required("nchar", NUMBER),
                    Parameter.optional("lentype", TEXT),
                    Parameter.optional("delimiter", TEXT)),
            arguments -> new Syntax(
                    arguments.number("nchar"),
                    unit(arguments.word("lentype", "char")),
                    arguments.word("delimiter", "")));

    private static Unit unit(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "char" -> Unit.CHAR;
            case "byte" -> Unit.BYTE;
            default ->
                throw new IllegalArgumentException(
                        "Cannot make a syntax test: found the lentype " + word + ", expected char or byte.");
        };
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        ParameterText text = new ParameterText()
                .with("nchar", length)
                .with("lentype", unit.name().toLowerCase(Locale.ROOT));
        return (delimiter.isEmpty() ? text : text.with("delimiter", delimiter)).byName();
    }

    @Override
    public String describe() {
        String what = delimiter.isEmpty() ? unit.name().toLowerCase(Locale.ROOT) + "s" : "fields";
        return "syntax: fail unless of " + length + " " + what;
    }

    @Override
    public List<String> needs() {
        return List.of(Role.TEXT);
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.NONE;
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        String[] texts = series.companions().textsOf(Role.TEXT);
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                byte judged = isRight(texts[i]) ? QcFlag.GOOD : QcFlag.FAIL;
                flags[i - start] = Double.isNaN(values[i]) ? QcFlag.MISSING : judged;
            }
        };
    }

    private boolean isRight(String text) {
        int characters = text.codePointCount(0, text.length());
        if (unit == Unit.BYTE && characters % 2 != 0) {
            return false;
        }
        if (!delimiter.isEmpty()) {
            return length == fields(text);
        }
        return length == (unit == Unit.BYTE ? characters / 2 : characters);
    }

    private int fields(String text) {
        int fields = 1;
        for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + delimiter.length())) {
            fields++;
        }
        return fields;
    }
}
