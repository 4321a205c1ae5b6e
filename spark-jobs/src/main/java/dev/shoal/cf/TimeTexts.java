package dev.shoal.cf;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import java.util.Set;

/** Times written as texts, such as WRF's {@code 2005-08-28_00:00:00}; read as microseconds since 1970 in UTC. */
final class TimeTexts {

    /** Units of the numbers that such times are read as. */
    static final String UNITS = "microseconds since 1970-01-01T00:00:00Z";

    private static final Set<String> NAMES =
            Set.of("time", "times", "datetime", "date_time", "timestamp", "time_string", "iso_time");
    private static final int LEAST_LENGTH = 8;

    private TimeTexts() {}

    /** Tells whether a variable of texts holds times. */
    static boolean areIn(VariableHeader variable) {
        int last = variable.rank() - 1;
        boolean text = variable.type() == ElementType.STRING
                || (variable.type() == ElementType.CHAR && last >= 0 && variable.shape()[last] >= LEAST_LENGTH);
        if (!text) {
            return false;
        }
        return variable.attributes()
                .text("standard_name")
                .map("time"::equals)
                .orElseGet(() -> NAMES.contains(AxisKinds.lastName(variable)));
    }

    /** Returns the times of whole texts, NaN where blank or not to be read. */
    static double[] numbers(VariableHeader variable, ArrayBlock block) {
        int last = block.shape().length - 1;
        int length = variable.type() == ElementType.CHAR ? (int) block.shape()[last] : 1;
        String[] texts = Texts.of(block, length);
        double[] numbers = new double[texts.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(texts[i]);
        }
        return numbers;
    }

    private static double number(String text) {
        return TimeUnits.parse("seconds since " + text.replace('_', ' '), "proleptic_gregorian", problem -> {})
                .map(units -> (double) units.referenceMicros())
                .orElse(Double.NaN);
    }
}
