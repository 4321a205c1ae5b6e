package dev.shoal.stage.zarr;

import dev.shoal.cf.TimeUnits;
import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ElementType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Times counted from one reference in one unit, told in another of the same calendar.
 *
 * <p>Law: the date and time of every number is the same, to the microsecond, or nothing is rewritten.
 *
 * @param from how they are counted
 * @param to how they are to be counted
 */
record TimeRewriting(TimeUnits from, TimeUnits to) {

    private static final BigDecimal NANOS = BigDecimal.valueOf(1000);

    /**
     * Returns the rewritten numbers, of the same type; NaN and the fill value stay.
     *
     * @param fill the fill value of these numbers, where there is one
     * @return nothing where a number of this type cannot tell the same time
     */
    Optional<Object> rewrite(ArrayBlock block, Optional<Double> fill) {
        ElementType type = block.type();
        double[] numbers = block.toDoubles();
        double[] out = new double[numbers.length];
        boolean whole = type != ElementType.FLOAT && type != ElementType.DOUBLE;
        for (int i = 0; i < out.length; i++) {
            double number = numbers[i];
            if (Double.isNaN(number) || (fill.isPresent() && fill.get() == number)) {
                out[i] = number;
                continue;
            }
            double told = tell(number, whole);
            out[i] = type == ElementType.FLOAT ? (float) told : told;
            if (!same(number, out[i]) || (whole && Math.abs(number) > 0x1p53)) {
                return Optional.empty();
            }
        }
        return elements(type, out);
    }

    private boolean same(double number, double told) {
        String label = from.label(number);
        return !label.isEmpty() && label.equals(to.label(told));
    }

    private double tell(double number, boolean whole) {
        BigDecimal nanos = new BigDecimal(number)
                .multiply(BigDecimal.valueOf(from.unitNanos()))
                .add(BigDecimal.valueOf(from.referenceMicros())
                        .subtract(BigDecimal.valueOf(to.referenceMicros()))
                        .multiply(NANOS));
        double told = nanos.divide(BigDecimal.valueOf(to.unitNanos()), MathContext.DECIMAL128)
                .doubleValue();
        return whole || Math.abs(told - Math.rint(told)) < 1e-9 ? Math.rint(told) : told;
    }

    private static Optional<Object> elements(ElementType type, double[] numbers) {
        ArrayBlock back;
        switch (type) {
            case DOUBLE -> back = new ArrayBlock(type, new long[] {numbers.length}, numbers);
            case FLOAT -> {
                float[] values = new float[numbers.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) numbers[i];
                }
                back = new ArrayBlock(type, new long[] {values.length}, values);
            }
            case INT -> {
                int[] values = new int[numbers.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (int) numbers[i];
                }
                back = new ArrayBlock(type, new long[] {values.length}, values);
            }
            case LONG -> {
                long[] values = new long[numbers.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (long) numbers[i];
                }
                back = new ArrayBlock(type, new long[] {values.length}, values);
            }
            default -> {
                return Optional.empty();
            }
        }
        return java.util.Arrays.equals(back.toDoubles(), numbers) ? Optional.of(back.values()) : Optional.empty();
    }

    /** Tells whether one can be told in the other at all. */
    boolean isPossible() {
        return from.calendar() == to.calendar() && from.unitNanos() > 0 && to.unitNanos() > 0;
    }
}
