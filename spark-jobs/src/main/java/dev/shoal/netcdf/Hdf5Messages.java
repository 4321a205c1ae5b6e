package dev.shoal.netcdf;

import io.jhdf.checksum.ChecksumUtils;
import io.jhdf.exceptions.UnsupportedHdfException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The messages of one HDF5 object header as they lie in the file, held against what the header says of itself: "HDF5
 * File Format Specification", section IV.A. jhdf leaves out what lies behind a wrong count, which would lose attributes
 * without a word.
 */
final class Hdf5Messages {

    private static final int HEADER = 0x5244484f;
    private static final int CONTINUATION = 0x4b48434f;
    private static final int DATA_TYPE = 3;
    private static final int OPAQUE = 5;
    private static final int VAX = 0x4000;
    private static final int EXTERNAL = 7;
    private static final int LAYOUT = 8;
    private static final int VIRTUAL = 3;
    private static final int ATTRIBUTE = 12;
    private static final int CONTINUED = 16;
    private static final int ORDER_TRACKED = 4;
    private static final int PHASES = 16;
    private static final int TIMES = 32;

    private record Message(int type, ByteBuffer body) {}

    private final Hdf5Bytes storage;
    private final boolean checksummed;
    private final int prefixBytes;
    private final List<Message> messages = new ArrayList<>();
    private final Set<Long> chunks = new HashSet<>();

    /**
     * Walks a header.
     *
     * @throws RuntimeException where the header is damaged
     */
    Hdf5Messages(Hdf5Bytes storage, long address) {
        this.storage = storage;
        ByteBuffer front = read(address, 12);
        this.checksummed = front.getInt(0) == HEADER;
        if (checksummed) {
            int flags = front.get(5);
            this.prefixBytes = (flags & ORDER_TRACKED) == 0 ? 4 : 6;
            second(address, flags);
        } else {
            this.prefixBytes = 8;
            first(address, front);
        }
    }

    private void first(long address, ByteBuffer front) {
        if (front.get(0) != 1) {
            throw new DamagedException("no object header at byte " + address);
        }
        int stated = Short.toUnsignedInt(front.getShort(2));
        chunk(read(address + 16, front.getInt(8)));
        if (messages.size() > stated) {
            throw new DamagedException("an object header of " + messages.size() + " messages that states " + stated);
        }
    }

    private void second(long address, int flags) {
        int sizeBytes = 1 << (flags & 3);
        int start = 6 + ((flags & TIMES) == 0 ? 0 : 16) + ((flags & PHASES) == 0 ? 0 : 4) + sizeBytes;
        ByteBuffer size = read(address + start - sizeBytes, sizeBytes);
        long length = Hdf5Bytes.number(size, sizeBytes);
        checksummed(address, start, Math.toIntExact(length + start + 4));
    }

    private void checksummed(long address, int start, int length) {
        ByteBuffer whole = read(address, length);
        ChecksumUtils.validateChecksum(whole.duplicate().order(ByteOrder.LITTLE_ENDIAN));
        chunk(whole.slice(start, length - start - 4).order(ByteOrder.LITTLE_ENDIAN));
    }

    private void chunk(ByteBuffer bytes) {
        while (bytes.remaining() >= prefixBytes) {
            int type = checksummed ? Byte.toUnsignedInt(bytes.get()) : Short.toUnsignedInt(bytes.getShort());
            int length = Short.toUnsignedInt(bytes.getShort());
            bytes.position(bytes.position() + (checksummed ? prefixBytes - 3 : 4));
            if (length > bytes.remaining()) {
                throw new DamagedException("a message of " + length + " bytes where " + bytes.remaining()
                        + " are left of the object header");
            }
            ByteBuffer body = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.position(bytes.position() + length);
            messages.add(new Message(type, body));
            if (type == CONTINUED) {
                follow(body);
            }
        }
    }

    private void follow(ByteBuffer body) {
        long address = storage.address(body);
        int length = Math.toIntExact(storage.length(body));
        if (!chunks.add(address)) {
            throw new DamagedException("an object header that goes in circles at byte " + address);
        }
        if (!checksummed) {
            chunk(read(address, length));
            return;
        }
        if (length < 8 || read(address, 4).getInt() != CONTINUATION) {
            throw new DamagedException("no continued object header at byte " + address);
        }
        checksummed(address, 4, length);
    }

    private ByteBuffer read(long address, int length) {
        return storage.readBufferFromAddress(address, length);
    }

    /**
     * Tells whether a failure to understand the object is because of its kind, not because of damage.
     *
     * @param failure with a {@link DamagedException} among its causes where a structure outside this header is damaged
     */
    boolean isOfUnknownKind(Throwable failure) {
        boolean unsupported = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DamagedException || cause instanceof IOException) {
                return false;
            }
            unsupported |= cause instanceof UnsupportedHdfException;
        }
        return checksummed || hasType(Hdf5Messages::isOpaque) || (unsupported && isUnusual());
    }

    /** Tells whether the object is of a kind that jhdf does not read. */
    private boolean isUnusual() {
        return messages.stream().anyMatch(message -> message.type() == EXTERNAL || isVirtual(message))
                || hasType(type -> !isPlain(type));
    }

    private static boolean isVirtual(Message message) {
        return message.type() == LAYOUT
                && message.body().limit() > 1
                && message.body().get(1) == VIRTUAL;
    }

    /** Tells whether the object, or an attribute of it, has such a type; the first two bytes of a type are its kind. */
    private boolean hasType(IntPredicate test) {
        return messages.stream()
                .filter(message -> message.type() == DATA_TYPE || message.type() == ATTRIBUTE)
                .anyMatch(message -> {
                    ByteBuffer body = message.body();
                    int at = message.type() == DATA_TYPE ? 0 : typeOf(body);
                    return at + 1 < body.limit() && test.test(Short.toUnsignedInt(body.getShort(at)));
                });
    }

    /** Jhdf does not understand all tags of opaque types. */
    private static boolean isOpaque(int type) {
        return (type & 15) == OPAQUE;
    }

    /** Tells whether a type is a whole number, a real number not of a VAX, or a text. */
    private static boolean isPlain(int type) {
        int kind = type & 15;
        return kind == 0 || (kind == 1 && (type & VAX) == 0) || kind == 3;
    }

    /** Returns where the type of an attribute lies, behind its name. */
    private static int typeOf(ByteBuffer body) {
        if (body.limit() < 9) {
            return body.limit();
        }
        int name = Short.toUnsignedInt(body.getShort(2));
        return switch (body.get(0)) {
            case 1 -> 8 + (name + 7) / 8 * 8;
            case 2 -> 8 + name;
            default -> 9 + name;
        };
    }
}
