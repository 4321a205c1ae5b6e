package dev.shoal.job;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time, or how long ago it was: {@code 30d}, {@code 12h}, {@code 2026-01-31T00:00:00Z}. */
final class OlderThan implements ITypeConverter<Instant> {

    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([dhm])");

    @Override
    public Instant convert(String text) {
        Matcher age = AGE.matcher(text);
        if (age.matches()) {
            long number = Long.parseLong(age.group(1));
            return Instant.now()
                    .minus(
                            switch (age.group(2)) {
                                case "d" -> Duration.ofDays(number);
                                case "h" -> Duration.ofHours(number);
                                default -> Duration.ofMinutes(number);
                            });
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException neither) {
            throw new TypeConversionException("found '" + text
                    + "', expected an age such as 30d, 12h or 90m, or a time such as" + " 2026-01-31T00:00:00Z");
        }
    }
}
