package dev.shoal.cf;

import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads {@link PackingLimits} from {@code valid_range}, {@code valid_min} and {@code valid_max}. */
final class LimitAttributes {

    /** Slack when a limit given in unpacked units is turned into a stored integer. */
    private static final double SLACK = 1e-6;

    private final VariableHeader header;
    private final ElementType type;
    private final AttributeNumbers numbers;
    private final Consumer<String> problems;

    LimitAttributes(VariableHeader header, ElementType type, AttributeNumbers numbers, Consumer<String> problems) {
        this.header = header;
        this.type = type;
        this.numbers = numbers;
        this.problems = problems;
    }

    PackingLimits limits(double scale, double offset) {
        Number low = Double.NEGATIVE_INFINITY;
        Number high = Double.POSITIVE_INFINITY;
        List<Number> range = numbers.of("valid_range");
        if (range.size() == 2) {
            low = limit("valid_range", range.get(0), scale, offset, -SLACK);
            high = limit("valid_range", range.get(1), scale, offset, SLACK);
        } else {
            if (!range.isEmpty()) {
                problems.accept("Attribute valid_range of " + header.name() + " has " + range.size()
                        + " numbers, expected 2: it is not applied.");
            }
            low = single("valid_min", low, scale, offset, -SLACK);
            high = single("valid_max", high, scale, offset, SLACK);
        }
        boolean turned = scale < 0 && inUnpackedUnits("valid_range", "valid_min", "valid_max");
        return turned ? checked(mirrored(high), mirrored(low)) : checked(low, high);
    }

    /** The absence of an upper limit is that of a lower one where the scale is negative. */
    private static Number mirrored(Number limit) {
        return Double.isInfinite(limit.doubleValue()) ? -limit.doubleValue() : limit;
    }

    private Number single(String name, Number absent, double scale, double offset, double slack) {
        return numbers.first(name)
                .map(value -> limit(name, value, scale, offset, slack))
                .orElse(absent);
    }

    private PackingLimits checked(Number low, Number high) {
        Number least = Double.isNaN(low.doubleValue()) ? Double.NEGATIVE_INFINITY : low;
        Number most = Double.isNaN(high.doubleValue()) ? Double.POSITIVE_INFINITY : high;
        PackingLimits limits = isReal() ? reals(least, most) : integers(least, most);
        if (isEmpty(limits)) {
            problems.accept("The valid range of " + header.name() + " from " + low + " to " + high
                    + " holds no number: it is not applied.");
            return isReal() ? PackingLimits.NONE : integers(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        return limits;
    }

    private boolean isReal() {
        return type == ElementType.FLOAT || type == ElementType.DOUBLE;
    }

    private PackingLimits reals(Number low, Number high) {
        boolean narrow = type == ElementType.FLOAT;
        double min = narrow ? low.floatValue() : low.doubleValue();
        double max = narrow ? high.floatValue() : high.doubleValue();
        return new PackingLimits(min, max, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private PackingLimits integers(Number low, Number high) {
        IntegerRange range = IntegerRange.of(type, header.type());
        return new PackingLimits(
                PackingLimits.NONE.min(), PackingLimits.NONE.max(), range.atLeast(low), range.atMost(high));
    }

    private boolean isEmpty(PackingLimits limits) {
        if (isReal()) {
            return limits.min() > limits.max();
        }
        return type.isUnsigned()
                ? Long.compareUnsigned(limits.least(), limits.most()) > 0
                : limits.least() > limits.most();
    }

    private Number limit(String name, Number value, double scale, double offset, double slack) {
        if (!inUnpackedUnits(name)) {
            return value;
        }
        double packed = (value.doubleValue() - offset) / scale;
        return packed + slack * Math.signum(scale) * Math.max(1, Math.abs(packed));
    }

    /** NUG: limits of the unpacked, wider type are limits of unpacked values. */
    private boolean inUnpackedUnits(String... names) {
        if (isReal()) {
            return false;
        }
        boolean scaled = header.attributes().find("scale_factor").isPresent()
                || header.attributes().find("add_offset").isPresent();
        return scaled
                && Stream.of(names)
                        .flatMap(name -> header.attributes().find(name).stream())
                        .anyMatch(a -> a.type() == ElementType.FLOAT || a.type() == ElementType.DOUBLE);
    }
}
