package dev.shoal.cf;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads {@link Packing} from the attributes of one variable. */
final class PackingAttributes {

    /** Slack when a limit given in unpacked units is turned into a stored integer. */
    private static final double LIMIT_SLACK = 1e-6;

    private final VariableHeader header;
    private final ElementType type;
    private final Consumer<String> problems;

    PackingAttributes(VariableHeader header, Consumer<String> problems) {
        this.header = header;
        this.problems = problems;
        this.type = declaredType(header);
    }

    Packing packing() {
        if (!type.isNumeric()) {
            return new Packing(
                    type,
                    ElementType.DOUBLE,
                    1,
                    0,
                    new double[0],
                    new long[0],
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY);
        }
        double scale = single("scale_factor").map(Number::doubleValue).orElse(1.0);
        double offset = single("add_offset").map(Number::doubleValue).orElse(0.0);
        if (scale == 0) {
            problems.accept("Variable " + header.name() + " has scale_factor 0: it is not applied.");
            scale = 1;
        }
        List<Number> fills = fills();
        double[] limits = limits(scale, offset);
        return new Packing(type, unpacked(), scale, offset, reals(fills), integers(fills), limits[0], limits[1]);
    }

    /** The stored type, or its unsigned or signed twin where {@code _Unsigned} says so. */
    private static ElementType declaredType(VariableHeader header) {
        Optional<String> unsigned = header.attributes().text("_Unsigned");
        if (unsigned.isEmpty()) {
            return header.type();
        }
        boolean positive = unsigned.get().equalsIgnoreCase("true");
        return switch (header.type()) {
            case BYTE, UBYTE -> positive ? ElementType.UBYTE : ElementType.BYTE;
            case SHORT, USHORT -> positive ? ElementType.USHORT : ElementType.SHORT;
            case INT, UINT -> positive ? ElementType.UINT : ElementType.INT;
            case LONG, ULONG -> positive ? ElementType.ULONG : ElementType.LONG;
            default -> header.type();
        };
    }

    private ElementType unpacked() {
        boolean narrow = type.bytes() <= 2 || type == ElementType.FLOAT;
        boolean floats = Stream.of("scale_factor", "add_offset")
                .flatMap(name -> header.attributes().find(name).stream())
                .allMatch(attribute -> attribute.type() == ElementType.FLOAT);
        return narrow && floats ? ElementType.FLOAT : ElementType.DOUBLE;
    }

    private boolean scaled() {
        return header.attributes().find("scale_factor").isPresent()
                || header.attributes().find("add_offset").isPresent();
    }

    private List<Number> fills() {
        List<Number> fills = new ArrayList<>(numbers("_FillValue"));
        if (fills.isEmpty() && type.bytes() > 1) {
            fills.add(DefaultFill.of(type));
        }
        fills.addAll(numbers("missing_value"));
        return fills;
    }

    private double[] reals(List<Number> fills) {
        return fills.stream()
                .mapToDouble(Number::doubleValue)
                .map(fill -> type == ElementType.FLOAT ? (float) fill : fill)
                .map(fill -> type == ElementType.ULONG && fill < 0 ? fill + 0x1p64 : fill)
                .filter(fill -> !Double.isNaN(fill))
                .distinct()
                .toArray();
    }

    private long[] integers(List<Number> fills) {
        return fills.stream()
                .flatMap(fill -> exactInteger(fill).stream())
                .mapToLong(this::widened)
                .distinct()
                .toArray();
    }

    private Optional<Long> exactInteger(Number fill) {
        if (fill instanceof BigInteger || Double.isNaN(fill.doubleValue()) || Double.isInfinite(fill.doubleValue())) {
            return Optional.empty();
        }
        if (!(fill instanceof Double) && !(fill instanceof Float)) {
            return Optional.of(fill.longValue());
        }
        double value = fill.doubleValue();
        return value == Math.rint(value) && Math.abs(value) < 0x1p63 ? Optional.of((long) value) : Optional.empty();
    }

    /** A negative number beside unsigned elements names the same bits. */
    private long widened(long value) {
        return type.isUnsigned() && value < 0 && type.bytes() < 8 ? value + (1L << (8 * type.bytes())) : value;
    }

    private double[] limits(double scale, double offset) {
        List<Number> range = numbers("valid_range");
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        if (range.size() == 2) {
            low = limit("valid_range", range.get(0), scale, offset, -LIMIT_SLACK);
            high = limit("valid_range", range.get(1), scale, offset, LIMIT_SLACK);
        } else {
            low = single("valid_min")
                    .map(v -> limit("valid_min", v, scale, offset, -LIMIT_SLACK))
                    .orElse(low);
            high = single("valid_max")
                    .map(v -> limit("valid_max", v, scale, offset, LIMIT_SLACK))
                    .orElse(high);
        }
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        }
        return scale < 0 && inUnpackedUnits("valid_range", "valid_min", "valid_max")
                ? new double[] {high, low}
                : new double[] {low, high};
    }

    private double limit(String name, Number value, double scale, double offset, double slack) {
        double limit = value.doubleValue();
        if (inUnpackedUnits(name)) {
            double packed = (limit - offset) / scale;
            return packed + slack * Math.signum(scale) * Math.max(1, Math.abs(packed));
        }
        if (type == ElementType.FLOAT) {
            return (float) limit;
        }
        return type.isNumeric() && type.isUnsigned() && limit < 0 ? limit + Math.scalb(1.0, 8 * type.bytes()) : limit;
    }

    /** NUG: limits of the unpacked, wider type are limits of unpacked values. */
    private boolean inUnpackedUnits(String... names) {
        boolean integers = type.isNumeric() && type != ElementType.FLOAT && type != ElementType.DOUBLE;
        return integers
                && scaled()
                && Stream.of(names)
                        .flatMap(name -> header.attributes().find(name).stream())
                        .anyMatch(a -> a.type() == ElementType.FLOAT || a.type() == ElementType.DOUBLE);
    }

    private Optional<Number> single(String name) {
        return numbers(name).stream().findFirst();
    }

    private List<Number> numbers(String name) {
        Optional<Attribute> found = header.attributes().find(name);
        if (found.isEmpty()) {
            return List.of();
        }
        List<Number> numbers = new ArrayList<>();
        for (Object value : found.get().values()) {
            number(name, value).ifPresent(numbers::add);
        }
        return numbers;
    }

    private Optional<Number> number(String name, Object value) {
        if (value instanceof Number number) {
            return Optional.of(number);
        }
        try {
            return Optional.of(new BigDecimal(value.toString().trim()).doubleValue());
        } catch (NumberFormatException notANumber) {
            problems.accept("Attribute " + name + " of " + header.name() + " is the text \"" + value
                    + "\", expected a number: it is not applied.");
            return Optional.empty();
        }
    }
}
