package dev.shoal.zarr.array;

import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.array.StoredType.Form;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of arrays as NumPy spells them, which is how Zarr v2 does. */
public final class TypeNames {

    private static final Pattern SPELLING =
            Pattern.compile("([<>|=]?)([a-zA-Z])(\\d{0,9})(?:\\[(\\d*)([A-Za-z]+)\\])?");

    private TypeNames() {}

    /**
     * Reads a spelling: byte order, kind, bytes, and of times the unit.
     *
     * @param dtype such as {@code <f4}, {@code |S12} or {@code <M8[ns]}
     * @return nothing where it is not a type that can be read
     * @throws IllegalArgumentException where its width or its unit is not one that can be read
     */
    public static Optional<StoredType> numpy(String dtype) {
        Matcher matcher = SPELLING.matcher(dtype);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int count = matcher.group(3).isEmpty() ? 0 : Integer.parseInt(matcher.group(3));
        char kind = matcher.group(2).charAt(0);
        Optional<StoredType> type = switch (kind) {
            case 'm', 'M' -> time(matcher, kind == 'M' ? Form.TIME : Form.SPAN, count);
            case 'S' -> Optional.of(bytes(count));
            case 'U' -> Optional.of(codePoints(count));
            default -> number(kind, count);
        };
        return matcher.group(1).equals(">") ? type.map(StoredType::bigEndian) : type;
    }

    private static Optional<StoredType> number(char kind, int bytes) {
        return switch ("" + kind + bytes) {
            case "b1" -> Optional.of(StoredType.of(Form.TRUTH, ElementType.UBYTE, 1));
            case "f2" -> Optional.of(StoredType.of(Form.HALF, ElementType.FLOAT, 2));
            case "f4" -> Optional.of(StoredType.plain(ElementType.FLOAT));
            case "f8" -> Optional.of(StoredType.plain(ElementType.DOUBLE));
            case "i1" -> Optional.of(StoredType.plain(ElementType.BYTE));
            case "i2" -> Optional.of(StoredType.plain(ElementType.SHORT));
            case "i4" -> Optional.of(StoredType.plain(ElementType.INT));
            case "i8" -> Optional.of(StoredType.plain(ElementType.LONG));
            case "u1" -> Optional.of(StoredType.plain(ElementType.UBYTE));
            case "u2" -> Optional.of(StoredType.plain(ElementType.USHORT));
            case "u4" -> Optional.of(StoredType.plain(ElementType.UINT));
            case "u8" -> Optional.of(StoredType.plain(ElementType.ULONG));
            default -> Optional.empty();
        };
    }

    private static Optional<StoredType> time(Matcher matcher, Form form, int bytes) {
        String unit = matcher.group(5);
        String multiple = matcher.group(4);
        if (bytes != Long.BYTES || unit == null || (multiple != null && !multiple.isEmpty() && !multiple.equals("1"))) {
            return Optional.empty();
        }
        return Optional.of(StoredType.counting(form, unit));
    }

    /** Returns the type of texts of so many bytes; of one byte, they are characters. */
    public static StoredType bytes(int count) {
        return count == 1 ? StoredType.plain(ElementType.CHAR) : StoredType.of(Form.BYTES, ElementType.STRING, count);
    }

    /** Returns the type of texts of so many code points. */
    public static StoredType codePoints(int count) {
        return StoredType.of(Form.CODE_POINTS, ElementType.STRING, (int) Math.min(Integer.MAX_VALUE, 4L * count));
    }

    /** Returns the type of texts of any length. */
    public static StoredType texts() {
        return StoredType.of(Form.LENGTH_AND_UTF8, ElementType.STRING, 0);
    }
}
