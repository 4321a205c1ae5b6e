package dev.shoal.job;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of things to show. */
final class AtLeastOne implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1) {
            throw new TypeConversionException("found '" + text + "', expected a whole number from 1 to 999999999");
        }
        return Integer.valueOf(text);
    }
}
