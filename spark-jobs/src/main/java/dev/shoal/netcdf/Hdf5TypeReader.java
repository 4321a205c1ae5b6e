package dev.shoal.netcdf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads types: "HDF5 File Format Specification", section IV.A.2.d, "The Datatype Message". */
final class Hdf5TypeReader {

    private static final int DEEPEST = 32;
    private static final int MOST_AXES = 32;
    private static final int MOST_FLAGS = 4096;

    /** The mantissa's first bit is one and is not stored. */
    private static final int IMPLIED_ONE = 2;

    private final ByteBuffer from;
    private final int depth;
    private final int version;
    private final int kind;
    private final int flags;
    private final int bytes;

    private Hdf5TypeReader(ByteBuffer from, int depth) {
        this.from = from;
        this.depth = depth;
        int first = from.get();
        this.version = (first >>> 4) & 15;
        this.kind = first & 15;
        this.flags = (int) Hdf5Bytes.number(from, 3);
        this.bytes = from.getInt();
        if (depth > DEEPEST || version == 0 || version > 5 || bytes < 0) {
            throw new DamagedException("a type of version " + version + " and " + Integer.toUnsignedLong(bytes)
                    + " bytes at depth " + depth);
        }
    }

    /**
     * Reads one type; the buffer's position ends up behind it.
     *
     * @throws DamagedException where it is none
     */
    static Hdf5Datatype read(ByteBuffer from) {
        return new Hdf5TypeReader(from, 0).type();
    }

    private Hdf5Datatype inner() {
        return new Hdf5TypeReader(from, depth + 1).type();
    }

    private Hdf5Datatype type() {
        return switch (kind) {
            case 0, 4 -> new Hdf5Datatype.Leaf(integer());
            case 1 -> new Hdf5Datatype.Leaf(real());
            case 2 -> other("a time", Short.BYTES);
            case 3 -> new Hdf5Datatype.Leaf(text());
            case 5 -> opaque();
            case 6 -> compound();
            case 7 -> other("a reference", 0);
            case 8 -> enumeration();
            case 9 -> variable();
            case 10 -> repeated();
            case 11 -> complex();
            default -> throw new DamagedException("a type of class " + kind);
        };
    }

    private Hdf5Datatype other(String name, int propertyBytes) {
        from.position(from.position() + propertyBytes);
        return new Hdf5Datatype.Leaf(Hdf5Type.other(bytes, name));
    }

    private Hdf5Type integer() {
        boolean signed = kind == 0 && (flags & 8) != 0;
        ByteOrder order = (flags & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int offset = Short.toUnsignedInt(from.getShort());
        int precision = Short.toUnsignedInt(from.getShort());
        if (precision == 0 || bytes == 0 || offset + precision > 8L * bytes) {
            throw new DamagedException("an integer of " + precision + " bits in " + bytes + " bytes");
        }
        if (bytes > Long.BYTES) {
            return Hdf5Type.other(bytes, "an integer of " + bytes + " bytes");
        }
        boolean whole = offset == 0 && precision == bytes * 8 && Integer.bitCount(bytes) == 1;
        NumberForm form = whole ? NumberForm.PLAIN : new NumberForm.Whole(offset, precision, signed);
        return Hdf5Type.number(shown(signed), bytes, order, form);
    }

    private ElementType shown(boolean signed) {
        return switch (bytes) {
            case 1 -> signed ? ElementType.BYTE : ElementType.UBYTE;
            case 2 -> signed ? ElementType.SHORT : ElementType.USHORT;
            case 3, 4 -> signed ? ElementType.INT : ElementType.UINT;
            default -> signed ? ElementType.LONG : ElementType.ULONG;
        };
    }

    private Hdf5Type real() {
        boolean vax = (flags & 0x40) != 0;
        ByteOrder order = (flags & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        from.getInt();
        int exponent = Byte.toUnsignedInt(from.get());
        int exponentBits = Byte.toUnsignedInt(from.get());
        int mantissa = Byte.toUnsignedInt(from.get());
        int mantissaBits = Byte.toUnsignedInt(from.get());
        long bias = Integer.toUnsignedLong(from.getInt());
        int sign = (flags >>> 8) & 0xff;
        if (vax || ((flags >>> 4) & 3) != IMPLIED_ONE || bytes > Long.BYTES || exponentBits > 11 || mantissaBits > 52) {
            return Hdf5Type.other(bytes, "a floating-point number of " + bytes + " bytes that is not of IEEE 754");
        }
        if (sign >= 8 * bytes || exponent + exponentBits > 8 * bytes || mantissa + mantissaBits > 8 * bytes) {
            throw new DamagedException("a floating-point number of " + mantissaBits + " and " + exponentBits
                    + " bits in " + bytes + " bytes");
        }
        NumberForm.Real form = new NumberForm.Real(sign, exponent, exponentBits, mantissa, mantissaBits, bias);
        boolean isFloat = bytes == 4 && form.equals(new NumberForm.Real(31, 23, 8, 0, 23, 127));
        boolean isDouble = bytes == 8 && form.equals(new NumberForm.Real(63, 52, 11, 0, 52, 1023));
        boolean narrow = exponentBits <= 8 && mantissaBits <= 23 && bias <= 127;
        return Hdf5Type.number(
                narrow ? ElementType.FLOAT : ElementType.DOUBLE,
                bytes,
                order,
                isFloat || isDouble ? NumberForm.PLAIN : form);
    }

    private Hdf5Type text() {
        return Hdf5Type.text(bytes, (flags & 15) == 2 ? Hdf5Type.Text.SPACES : Hdf5Type.Text.ZEROS);
    }

    private Hdf5Datatype opaque() {
        from.position(from.position() + (flags & 0xff));
        Hdf5Type one = Hdf5Type.number(ElementType.UBYTE, 1, ByteOrder.LITTLE_ENDIAN, NumberForm.PLAIN);
        return new Hdf5Datatype.Repeated(bytes, new long[] {bytes}, new Hdf5Datatype.Leaf(one));
    }

    private Hdf5Datatype compound() {
        int count = flags & 0xffff;
        List<Hdf5Datatype.Member> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String name = name();
            int offset = version >= 3 ? (int) Hdf5Bytes.number(from, offsetBytes()) : from.getInt();
            long[] axes = version == 1 ? oldAxes() : new long[0];
            Hdf5Datatype type = inner();
            Hdf5Datatype member = axes.length == 0 ? type : repeated(axes, type);
            if (offset < 0 || offset > bytes - member.bytes() || !names.add(name)) {
                throw new DamagedException("a compound of " + bytes + " bytes with a member " + name + " of "
                        + member.bytes() + " bytes at byte " + offset);
            }
            members.add(new Hdf5Datatype.Member(name, offset, member));
        }
        return new Hdf5Datatype.Compound(bytes, members);
    }

    /** Returns the bytes that hold an offset inside the compound. */
    private int offsetBytes() {
        return (Integer.SIZE - Integer.numberOfLeadingZeros(bytes) + 7) / 8;
    }

    private long[] oldAxes() {
        int rank = from.get();
        from.position(from.position() + 11);
        long[] axes = new long[Math.max(0, Math.min(rank, 4))];
        for (int axis = 0; axis < 4; axis++) {
            long length = from.getInt();
            if (axis < axes.length) {
                axes[axis] = length;
            }
        }
        return axes;
    }

    private static Hdf5Datatype repeated(long[] axes, Hdf5Datatype of) {
        long all = of.bytes();
        for (long length : axes) {
            if (length <= 0 || all * length > Integer.MAX_VALUE) {
                throw new DamagedException("an array inside a type of " + all + " times " + length + " bytes");
            }
            all *= length;
        }
        return new Hdf5Datatype.Repeated((int) all, axes, of);
    }

    private Hdf5Datatype repeated() {
        int rank = Byte.toUnsignedInt(from.get());
        if (rank > MOST_AXES) {
            throw new DamagedException("an array inside a type of " + rank + " axes");
        }
        from.position(from.position() + (version < 3 ? 3 : 0));
        long[] axes = new long[rank];
        for (int axis = 0; axis < rank; axis++) {
            axes[axis] = from.getInt();
        }
        from.position(from.position() + (version < 3 ? rank * Integer.BYTES : 0));
        return repeated(axes, inner());
    }

    private Hdf5Datatype variable() {
        boolean isText = (flags & 15) == 1;
        Hdf5Datatype of = inner();
        if (isText) {
            return new Hdf5Datatype.Leaf(Hdf5Type.text(bytes, Hdf5Type.Text.HEAP));
        }
        List<Hdf5Leaf> leaves = of.leaves();
        boolean numbers = leaves.size() == 1
                && leaves.get(0).suffix().isEmpty()
                && leaves.get(0).axes().length == 0
                && leaves.get(0).type().type().isNumeric();
        return new Hdf5Datatype.Leaf(
                numbers
                        ? Hdf5Type.sequence(bytes, leaves.get(0).type())
                        : Hdf5Type.other(bytes, "a sequence of something else than numbers"));
    }

    private Hdf5Datatype complex() {
        Hdf5Datatype part = inner();
        return new Hdf5Datatype.Compound(
                bytes,
                List.of(
                        new Hdf5Datatype.Member("r", 0, part),
                        new Hdf5Datatype.Member("i", Math.min(part.bytes(), bytes - part.bytes()), part)));
    }

    private Hdf5Datatype enumeration() {
        int count = flags & 0xffff;
        Hdf5Datatype of = inner();
        if (!(of instanceof Hdf5Datatype.Leaf leaf) || !leaf.type().type().isNumeric()) {
            throw new DamagedException("an enumeration of something else than numbers");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(name().strip().replaceAll("\\s+", "_"));
        }
        byte[] stored = new byte[Math.multiplyExact(count, of.bytes())];
        from.get(stored);
        return count == 0 || count > MOST_FLAGS
                ? of
                : new Hdf5Datatype.Enumeration(leaf.type(), names, Hdf5Values.numbers(leaf.type(), stored, count));
    }

    /** Reads a name, which older versions fill up to a multiple of 8 bytes. */
    private String name() {
        int start = from.position();
        int end = start;
        while (from.get(end) != 0) {
            end++;
        }
        byte[] name = new byte[end - start];
        from.get(name);
        int length = end - start + 1;
        from.position(start + (version < 3 ? (length + 7) / 8 * 8 : length));
        return new String(name, StandardCharsets.UTF_8);
    }
}
