package dev.shoal.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.array.FillJson;
import dev.shoal.zarr.array.Json;
import dev.shoal.zarr.array.StoredType;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What the cells of a chunk hold that was never written.
 *
 * @param value one number of the element type's own width (unsigned ones widened), or none
 */
public record FillValue(List<Number> value) implements Serializable {

    /** No fill value: the document says {@code null}, and chunks never written read as zeros. */
    public static final FillValue NONE = new FillValue(List.of());

    /** Copies the list. */
    public FillValue {
        value = new ArrayList<>(value);
        if (value.size() > 1) {
            throw new IllegalArgumentException(
                    "Cannot make a fill value of " + value + ", expected one number or none.");
        }
    }

    /** Makes a fill value of a number. */
    public static FillValue of(Number number) {
        return new FillValue(List.of(number));
    }

    /** Returns the number, or nothing where there is none. */
    public Optional<Number> number() {
        return value.stream().findFirst();
    }

    /**
     * Returns the same value as a number of this type.
     *
     * @throws IllegalArgumentException where the type cannot hold it
     */
    FillValue as(DataType type) {
        if (type.isText() && number().isPresent()) {
            throw new IllegalArgumentException("fill value " + number().get() + ", expected none for texts");
        }
        FillValue fill =
                number().map(number -> of(convert(number, type.element()))).orElse(NONE);
        if (type.form() != StoredType.Form.PLAIN && fill.number().isPresent()) {
            type.stored().encode(ElementBytes.filled(type.element(), 1, fill));
        }
        return fill;
    }

    private static Number convert(Number number, ElementType type) {
        if (type == ElementType.DOUBLE) {
            return number.doubleValue();
        }
        if (type == ElementType.FLOAT) {
            return number instanceof Float ? number : Float.valueOf((float) number.doubleValue());
        }
        BigInteger whole = whole(number, type);
        return switch (type) {
            case BYTE, CHAR -> whole.byteValue();
            case UBYTE, SHORT -> whole.shortValue();
            case USHORT, INT -> whole.intValue();
            case ULONG -> whole.bitLength() > 63 ? whole : (Number) whole.longValue();
            default -> whole.longValue();
        };
    }

    private static BigInteger whole(Number number, ElementType type) {
        int bits = type.bytes() * 8;
        BigInteger lowest = type.isUnsigned()
                ? BigInteger.ZERO
                : BigInteger.ONE.shiftLeft(bits - 1).negate();
        BigInteger highest =
                BigInteger.ONE.shiftLeft(type.isUnsigned() ? bits : bits - 1).subtract(BigInteger.ONE);
        try {
            BigInteger whole = new BigDecimal(number.toString()).toBigIntegerExact();
            if (whole.compareTo(lowest) >= 0 && whole.compareTo(highest) <= 0) {
                return whole;
            }
        } catch (ArithmeticException | NumberFormatException notWhole) {
            throw new IllegalArgumentException(unfit(number, lowest, highest), notWhole);
        }
        throw new IllegalArgumentException(unfit(number, lowest, highest));
    }

    private static String unfit(Number number, BigInteger lowest, BigInteger highest) {
        return "fill value " + number + ", expected a whole number from " + lowest + " to " + highest;
    }

    /** Returns an array of elements that all are this value, or zero where it is none. */
    public Object elements(ElementType type, int size) {
        return ElementBytes.filled(type, size, this);
    }

    /**
     * Reads the {@code fill_value} of an array document (Zarr v2 specification, "Fill value encoding").
     *
     * @throws IllegalArgumentException where the type cannot hold what is said
     */
    static FillValue parse(JsonNode json, DataType type) {
        if (type.isText()) {
            return ofText(json, type);
        }
        if (json.isNull() || json.isMissingNode() || json.asText().isEmpty()) {
            return NONE;
        }
        if (json.isBoolean() && type.form() == StoredType.Form.TRUTH) {
            return of(json.booleanValue() ? 1 : 0).as(type);
        }
        if (json.isNumber()) {
            return of(json.numberValue()).as(type);
        }
        if (type.element() == ElementType.CHAR) {
            byte[] bytes = Base64.getDecoder().decode(json.asText());
            return bytes.length == 0 ? NONE : of(bytes[0]);
        }
        return of(Json.nonFinite(json)
                        .orElseThrow(() -> new IllegalArgumentException("fill value " + json + ", expected a number")))
                .as(type);
    }

    /** Texts that were never written are empty ones here; arrays that say another text are read only. */
    private static FillValue ofText(JsonNode json, DataType type) {
        String[] one = (String[]) FillJson.one(json, type.stored());
        boolean nought = one[0].isEmpty() || (json.isNumber() && json.asDouble() == 0);
        if (!nought) {
            throw new IllegalArgumentException("fill value " + json + " of texts, expected none or an empty one");
        }
        return NONE;
    }

    /** Returns the value as an array document of this type says it. */
    JsonNode json(DataType type) {
        return number().map(number -> node(number, type)).orElse(NullNode.getInstance());
    }

    private static JsonNode node(Number number, DataType type) {
        if (type.form() == StoredType.Form.TRUTH) {
            return BooleanNode.valueOf(number.intValue() != 0);
        }
        if (type.element() == ElementType.CHAR) {
            return new TextNode(Base64.getEncoder().encodeToString(new byte[] {number.byteValue()}));
        }
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            return Double.isFinite(value) ? new DoubleNode(value) : new TextNode(String.valueOf(value));
        }
        return number instanceof BigInteger big ? new BigIntegerNode(big) : new LongNode(number.longValue());
    }
}
