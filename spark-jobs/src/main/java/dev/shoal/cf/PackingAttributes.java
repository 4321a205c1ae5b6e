package dev.shoal.cf;

import dev.shoal.netcdf.DefaultFill;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads {@link Packing} from the attributes of one variable. */
final class PackingAttributes {

    private final VariableHeader header;
    private final ElementType type;
    private final Consumer<String> problems;
    private final AttributeNumbers numbers;

    PackingAttributes(VariableHeader header, Consumer<String> problems) {
        this.header = header;
        this.problems = problems;
        this.type = declaredType(header);
        this.numbers = new AttributeNumbers(header, problems);
    }

    Packing packing() {
        if (!type.isNumeric()) {
            return packing(ElementType.DOUBLE, 1, 0, List.of(), PackingLimits.NONE);
        }
        double scale = numbers.first("scale_factor").map(Number::doubleValue).orElse(1.0);
        double offset = numbers.first("add_offset").map(Number::doubleValue).orElse(0.0);
        if (scale == 0 || !Double.isFinite(scale)) {
            problems.accept("Variable " + header.name() + " has scale_factor " + Texts.shortest(scale)
                    + ": it is not applied.");
            scale = 1;
        }
        if (!Double.isFinite(offset)) {
            problems.accept("Variable " + header.name() + " has add_offset " + offset + ": it is not applied.");
            offset = 0;
        }
        PackingLimits limits = new LimitAttributes(header, type, numbers, problems).limits(scale, offset);
        return packing(unpacked(), scale, offset, fills(), limits);
    }

    private Packing packing(
            ElementType unpacked, double scale, double offset, List<Number> fills, PackingLimits limits) {
        return new Packing(
                type,
                unpacked,
                scale,
                offset,
                isReal() ? reals(fills) : new double[0],
                isReal() ? new long[0] : integers(fills),
                limits.min(),
                limits.max(),
                limits.least(),
                limits.most());
    }

    private boolean isReal() {
        return type == ElementType.FLOAT || type == ElementType.DOUBLE;
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
        boolean floats = isFloatOrAbsent("scale_factor") && isFloatOrAbsent("add_offset");
        return narrow && floats ? ElementType.FLOAT : ElementType.DOUBLE;
    }

    private boolean isFloatOrAbsent(String name) {
        return header.attributes()
                .find(name)
                .filter(attribute -> attribute.type() != ElementType.FLOAT)
                .isEmpty();
    }

    private List<Number> fills() {
        List<Number> fills = new ArrayList<>(storable("_FillValue"));
        if (fills.isEmpty() && type == header.type()) {
            fills.add(DefaultFill.of(type));
            warnOfBytes();
        }
        fills.addAll(storable("missing_value"));
        return fills;
    }

    /** NUG gives bytes no default, netCDF4-python masks theirs, and archives hold -127 for missing flags. */
    private void warnOfBytes() {
        boolean flags = header.attributes().find("flag_values").isPresent()
                || header.attributes().find("flag_masks").isPresent();
        if (type == ElementType.UBYTE && !flags) {
            problems.accept("Variable " + header.name() + " of unsigned bytes declares no _FillValue: 255, netCDF's"
                    + " default, is taken as missing.");
        }
    }

    /** Returns the numbers of an attribute that a stored one can equal. */
    private List<Number> storable(String name) {
        List<Number> fills = numbers.of(name);
        if (isReal()) {
            return fills;
        }
        List<Number> storable = new ArrayList<>();
        for (Number fill : fills) {
            if (IntegerRange.of(type, header.type()).stored(fill).isPresent()) {
                storable.add(fill);
            } else {
                problems.accept("Attribute " + name + " of " + header.name() + " is " + fill + ", which no stored "
                        + type.name().toLowerCase(Locale.ROOT) + " can equal: it marks nothing as missing.");
            }
        }
        return storable;
    }

    private double[] reals(List<Number> fills) {
        return fills.stream()
                .mapToDouble(Number::doubleValue)
                .map(fill -> type == ElementType.FLOAT ? (float) fill : fill)
                .filter(fill -> !Double.isNaN(fill))
                .distinct()
                .toArray();
    }

    private long[] integers(List<Number> fills) {
        return fills.stream()
                .flatMap(fill -> IntegerRange.of(type, header.type()).stored(fill).stream())
                .mapToLong(Long::longValue)
                .distinct()
                .toArray();
    }
}
