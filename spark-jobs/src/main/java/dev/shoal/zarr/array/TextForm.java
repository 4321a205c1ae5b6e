package dev.shoal.zarr.array;

import dev.shoal.codec.DamageException;
import dev.shoal.codec.UnfitElementException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts in bytes. */
final class TextForm {

    private TextForm() {}

    static String[] decode(StoredType type, byte[] raw, int count) throws DamageException {
        return switch (type.form()) {
            case BYTES -> bytes(raw, type.bytes(), count);
            case CODE_POINTS -> codePoints(raw, type, count);
            default -> lengthsAndUtf8(raw, count);
        };
    }

    /** Returns the bytes of texts; refuses one that does not fit. */
    static byte[] encode(StoredType type, String[] texts) {
        if (type.form() == StoredType.Form.LENGTH_AND_UTF8) {
            return lengthsAndUtf8(texts);
        }
        ByteBuffer to = ByteBuffer.allocate(Math.multiplyExact(texts.length, type.bytes()))
                .order(type.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        for (int i = 0; i < texts.length; i++) {
            to.position(i * type.bytes());
            if (type.form() == StoredType.Form.BYTES) {
                byte[] utf8 = texts[i].getBytes(StandardCharsets.UTF_8);
                requireFits(texts[i], utf8.length, type.bytes(), "bytes of UTF-8");
                to.put(utf8);
            } else {
                int[] points = texts[i].codePoints().toArray();
                requireFits(texts[i], points.length, type.bytes() / Integer.BYTES, "letters");
                to.asIntBuffer().put(points);
            }
        }
        return to.array();
    }

    private static void requireFits(String text, int length, int most, String what) {
        if (length > most) {
            throw new UnfitElementException("Cannot write the text '" + text + "': found " + length + " " + what
                    + ", expected at most " + most + ". Make the array with longer texts.");
        }
    }

    private static byte[] lengthsAndUtf8(String[] texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(16 * texts.length + Integer.BYTES);
        out.writeBytes(number(texts.length));
        for (String text : texts) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(number(utf8.length));
            out.writeBytes(utf8);
        }
        return out.toByteArray();
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    private static String[] bytes(byte[] raw, int width, int count) {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            int end = (i + 1) * width;
            while (end > i * width && raw[end - 1] == 0) {
                end--;
            }
            texts[i] = text(raw, i * width, end - i * width);
        }
        return texts;
    }

    /** Bytes that are no UTF-8 are taken as Latin-1, where every byte is a letter. */
    private static String text(byte[] raw, int start, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw, start, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(raw, start, length, StandardCharsets.ISO_8859_1);
        }
    }

    private static String[] codePoints(byte[] raw, StoredType type, int count) throws DamageException {
        ByteBuffer from =
                ByteBuffer.wrap(raw).order(type.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int length = type.bytes() / Integer.BYTES;
        int[] points = new int[length];
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            from.slice(i * type.bytes(), type.bytes())
                    .order(from.order())
                    .asIntBuffer()
                    .get(points);
            texts[i] = text(points);
        }
        return texts;
    }

    private static String text(int[] points) throws DamageException {
        int end = points.length;
        while (end > 0 && points[end - 1] == 0) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (!Character.isValidCodePoint(points[i])) {
                throw new DamageException("a text in it holds the number " + points[i] + ", which is no letter");
            }
        }
        return new String(points, 0, end);
    }

    /** numcodecs' vlen-utf8: the count of the texts, then each with its length before it, all in four bytes. */
    private static String[] lengthsAndUtf8(byte[] raw, int count) throws DamageException {
        ByteBuffer from = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        if (raw.length < Integer.BYTES || from.getInt() != count) {
            throw new DamageException("it does not begin with the number of its texts, " + count);
        }
        if (count > from.remaining() / Integer.BYTES) {
            throw new DamageException("it ends before its texts do");
        }
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            int length = from.remaining() < Integer.BYTES ? -1 : from.getInt();
            if (length < 0 || length > from.remaining()) {
                throw new DamageException("it ends before its texts do");
            }
            texts[i] = text(raw, from.position(), length);
            from.position(from.position() + length);
        }
        return texts;
    }
}
