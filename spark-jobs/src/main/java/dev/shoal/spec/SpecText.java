package dev.shoal.spec;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small words of a specification: constants' names and sizes in bytes. */
public final class SpecText {

    private static final Pattern BYTES = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(B|kB|KB|MB|GB|KiB|MiB|GiB)?");

    private SpecText() {}

    /** Returns a constant as it is written in a specification: lower case, dashes. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a size such as {@code 512 MB} (10^6) or {@code 64 MiB} (2^20) as bytes. */
    public static long bytes(String text) {
        Matcher matcher = BYTES.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a size such as 512 MB or 64 MiB.");
        }
        String unit = matcher.group(2) == null ? "B" : matcher.group(2);
        double factor = switch (unit) {
            case "kB", "KB" -> 1e3;
            case "MB" -> 1e6;
            case "GB" -> 1e9;
            case "KiB" -> 1 << 10;
            case "MiB" -> 1 << 20;
            case "GiB" -> 1 << 30;
            default -> 1;
        };
        return (long) (Double.parseDouble(matcher.group(1)) * factor);
    }
}
