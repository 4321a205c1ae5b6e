package dev.shoal.qc.flag;

/**
 * One code of a scheme of flags.
 *
 * @param code the code as its scheme writes it: a digit, a letter, or a blank
 * @param meaning the code's name as one word, for a CF {@code flag_meanings}
 * @param finding what it says of a value
 */
public record FlagCode(char code, String meaning, Finding finding) {}
