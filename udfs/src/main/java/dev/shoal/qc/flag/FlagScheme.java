package dev.shoal.qc.flag;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A scheme of quality flags: its codes, what they mean, and where that is laid down.
 *
 * <p>A flag is read in either {@link FlagForm}, since no scheme's characters are small numbers; it is written in the
 * scheme's own.
 *
 * @param name short name, such as {@code argo}
 * @param version of the publication the codes were taken from
 * @param title what the scheme is called
 * @param source where its codes are laid down
 * @param form how it stands in a file
 * @param codes its codes as the publication lists them; a blank, if any, is a file's fill value
 */
public record FlagScheme(
        String name, String version, String title, String source, FlagForm form, List<FlagCode> codes) {

    private static final char FILL = ' ';

    /** Copies the codes. */
    public FlagScheme {
        codes = List.copyOf(codes);
    }

    /** Returns all schemes known. */
    public static List<FlagScheme> all() {
        return FlagSchemes.ALL;
    }

    /**
     * Returns the scheme of a name, in any case; the names of vocabularies and programmes that share a scheme are known
     * as well, such as {@code L20} or {@code EMSO}.
     */
    public static FlagScheme named(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        String known = FlagSchemes.OTHER_NAMES.getOrDefault(plain, plain);
        return all().stream()
                .filter(scheme -> scheme.name.equals(known))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot find the flag scheme " + name
                        + ": expected one of "
                        + all().stream().map(FlagScheme::name).collect(Collectors.joining(", ")) + "."));
    }

    /** Tells whether a byte is a code of the scheme, in either form. */
    public boolean knows(byte flag) {
        return codes.stream().anyMatch(code -> stands(code, flag));
    }

    /**
     * Returns the code a byte stands for, in either form.
     *
     * @throws IllegalArgumentException where the scheme has no such code
     */
    public FlagCode code(byte flag) {
        return codes.stream()
                .filter(code -> stands(code, flag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot read the flag " + text(flag) + " as one of "
                        + name + ": expected " + expected() + "."));
    }

    /** Returns a code as a byte of a file. */
    public byte stored(FlagCode code) {
        return form.stored(code.code());
    }

    /** Returns the codes as bytes of a file, in ascending order, without the fill; for a CF {@code flag_values}. */
    public byte[] values() {
        List<FlagCode> listed = listed();
        byte[] values = new byte[listed.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = stored(listed.get(i));
        }
        return values;
    }

    /** Returns the meanings of {@link #values} with blanks between them, for a CF {@code flag_meanings}. */
    public String meanings() {
        return listed().stream().map(FlagCode::meaning).collect(Collectors.joining(" "));
    }

    /** Returns the codes as text, for a message. */
    String expected() {
        return "one of "
                + listed().stream().map(code -> String.valueOf(code.code())).collect(Collectors.joining(", "));
    }

    /** Returns a byte as a message shows it. */
    static String text(byte flag) {
        return flag > FILL && flag < 0x7F ? "'" + (char) flag + "'" : Integer.toString(flag);
    }

    private List<FlagCode> listed() {
        return codes.stream()
                .filter(code -> code.code() != FILL)
                .sorted((a, b) -> Character.compare(a.code(), b.code()))
                .toList();
    }

    private static boolean stands(FlagCode code, byte flag) {
        return flag == FlagForm.CHARACTER.stored(code.code())
                || (Character.isDigit(code.code()) && flag == FlagForm.NUMBER.stored(code.code()));
    }
}
