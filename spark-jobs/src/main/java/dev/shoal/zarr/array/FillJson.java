package dev.shoal.zarr.array;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.array.StoredType.Form;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code fill_value} of an array document, after the specifications of Zarr v2 ("Fill value encoding") and v3
 * ("Fill value") and what zarr-python writes for the types that these do not name.
 */
public final class FillJson {

    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,16}");

    private FillJson() {}

    /**
     * Returns an array of the one element that cells hold which were never written.
     *
     * @param json of the document; null, an empty text and what is not there stand for nought and the empty text
     * @throws IllegalArgumentException where the type cannot hold what is said
     */
    public static Object one(JsonNode json, StoredType type) {
        if (type.form() == Form.CODE_POINTS || type.form() == Form.LENGTH_AND_UTF8) {
            return new String[] {json.isTextual() ? json.textValue() : ""};
        }
        if (type.form() == Form.BYTES) {
            return new String[] {json.isTextual() ? text(base64(json.textValue())) : ""};
        }
        if (isNone(json)) {
            return NumberForm.one(type, 0);
        }
        if (type.element() == ElementType.CHAR && json.isTextual()) {
            byte[] bytes = base64(json.textValue());
            return NumberForm.one(type, bytes.length == 0 ? 0 : bytes[0]);
        }
        Object one = NumberForm.one(type, number(json, type));
        return type.form() == Form.TIME ? TimeForm.decode((long[]) one, type.unit()) : one;
    }

    /** Tells whether a document says nothing of what cells hold that were never written. */
    public static boolean isNone(JsonNode json) {
        return json.isNull() || json.isMissingNode() || json.asText().isEmpty();
    }

    /**
     * Returns a fill value that an attribute says, in the type of the elements: reals as the nearest real of their
     * width, whole numbers where the type holds them. Nothing where it has that type, or cannot have it.
     */
    static Optional<Attribute> typed(Attribute fill, ElementType type) {
        if (!fill.type().isNumeric()
                || fill.type() == type
                || !type.isNumeric()
                || fill.values().size() != 1) {
            return Optional.empty();
        }
        Number number = (Number) fill.values().get(0);
        if (type == ElementType.FLOAT || type == ElementType.DOUBLE) {
            Number real = type == ElementType.FLOAT ? (Number) (float) number.doubleValue() : number.doubleValue();
            return Optional.of(new Attribute(fill.name(), type, List.of(real)));
        }
        try {
            BigInteger whole = new BigDecimal(number.toString()).toBigIntegerExact();
            return Optional.of(whole)
                    .filter(fitting -> fitting.compareTo(lowest(type)) >= 0 && fitting.compareTo(highest(type)) <= 0)
                    .map(fitting -> new Attribute(fill.name(), type, List.of(held(fitting, type))));
        } catch (ArithmeticException | NumberFormatException notWhole) { // Such a value marks no element; it stays.
            return Optional.empty();
        }
    }

    /** Returns a number as attributes hold it: of its own width, an unsigned one of the next. */
    private static Number held(BigInteger whole, ElementType type) {
        return switch (type) {
            case BYTE -> whole.byteValue();
            case UBYTE, SHORT -> whole.shortValue();
            case USHORT, INT -> whole.intValue();
            case ULONG -> whole.bitLength() > 63 ? whole : (Number) whole.longValue();
            default -> whole.longValue();
        };
    }

    private static BigInteger lowest(ElementType type) {
        return type.isUnsigned()
                ? BigInteger.ZERO
                : BigInteger.ONE.shiftLeft(type.bytes() * 8 - 1).negate();
    }

    private static BigInteger highest(ElementType type) {
        return BigInteger.ONE
                .shiftLeft(type.bytes() * 8 - (type.isUnsigned() ? 0 : 1))
                .subtract(BigInteger.ONE);
    }

    private static Number number(JsonNode json, StoredType type) {
        if (json.isBoolean()) {
            return json.booleanValue() ? 1 : 0;
        }
        boolean real = type.form() == Form.HALF
                || (type.form() == Form.PLAIN && !type.element().isUnsigned() && isReal(type));
        if (real) {
            return real(json, type);
        }
        if (json.asText().equals("NaT") && (type.form() == Form.TIME || type.form() == Form.SPAN)) {
            return Long.MIN_VALUE;
        }
        return whole(json, type);
    }

    private static boolean isReal(StoredType type) {
        return switch (type.element()) {
            case FLOAT, DOUBLE -> true;
            default -> false;
        };
    }

    private static Number real(JsonNode json, StoredType type) {
        if (json.isNumber()) {
            return type.bytes() == Double.BYTES ? (Number) json.doubleValue() : (Number) (float) json.doubleValue();
        }
        Optional<Double> special = Json.nonFinite(json);
        if (special.isPresent()) {
            return special.get();
        }
        String text = json.asText();
        if (HEXADECIMAL.matcher(text).matches() && text.length() == 2 + 2 * type.bytes()) {
            long bits = Long.parseUnsignedLong(text.substring(2), 16);
            return switch (type.bytes()) {
                case Short.BYTES -> NumberForm.half((short) bits);
                case Float.BYTES -> Float.intBitsToFloat((int) bits);
                default -> Double.longBitsToDouble(bits);
            };
        }
        throw unfit(json, "a number, NaN, Infinity, -Infinity or the " + 2 * type.bytes() + " digits of its bits");
    }

    private static Number whole(JsonNode json, StoredType type) {
        BigInteger lowest = lowest(type.element());
        BigInteger highest = highest(type.element());
        String expected = "a whole number from " + lowest + " to " + highest;
        try {
            BigDecimal said = json.isNumber() ? json.decimalValue() : new BigDecimal(json.asText());
            if (said.precision() - (long) said.scale() > 40) {
                throw unfit(json, expected);
            }
            BigInteger whole = said.toBigIntegerExact();
            if (whole.compareTo(lowest) >= 0 && whole.compareTo(highest) <= 0) {
                return whole;
            }
        } catch (ArithmeticException | NumberFormatException notWhole) {
            throw new IllegalArgumentException(unfit(json, expected).getMessage(), notWhole);
        }
        throw unfit(json, expected);
    }

    private static IllegalArgumentException unfit(JsonNode json, String expected) {
        return new IllegalArgumentException("fill value " + json + ", expected " + expected);
    }

    /** Text that is no Base64 is taken as it stands. */
    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException plain) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String text(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
