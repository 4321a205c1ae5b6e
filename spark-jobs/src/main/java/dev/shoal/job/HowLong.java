package dev.shoal.job;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time: {@code 7d}, {@code 6h}, {@code 90m}, {@code 10s}. */
final class HowLong implements ITypeConverter<Duration> {

    private static final Pattern LENGTH = Pattern.compile("(\\d{1,6})([dhms])");

    @Override
    public Duration convert(String text) {
        Matcher length = LENGTH.matcher(text);
        if (!length.matches()) {
            throw new TypeConversionException(
                    "found '" + text + "', expected a length of time such as 7d, 6h, 90m or 10s");
        }
        long number = Long.parseLong(length.group(1));
        return switch (length.group(2)) {
            case "d" -> Duration.ofDays(number);
            case "h" -> Duration.ofHours(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
