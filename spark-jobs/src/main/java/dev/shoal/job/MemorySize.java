package dev.shoal.job;

import org.apache.spark.network.util.JavaUtils;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of bytes as Spark does: 512m, 2g. */
final class MemorySize implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        try {
            return JavaUtils.byteStringAsBytes(text);
        } catch (NumberFormatException unknown) {
            throw new TypeConversionException("found '" + text + "', expected a size such as 512m or 2g");
        }
    }
}
