package dev.shoal.netcdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The messages of one HDF5 object header, held against what the header says of itself: "HDF5 File Format
 * Specification", section IV.A.
 */
final class Hdf5Messages {

    static final int DATA_SPACE = 1;
    static final int LINK_INFO = 2;
    static final int DATA_TYPE = 3;
    static final int OLD_FILL = 4;
    static final int FILL = 5;
    static final int LINK = 6;
    static final int EXTERNAL = 7;
    static final int LAYOUT = 8;
    static final int FILTERS = 11;
    static final int ATTRIBUTE = 12;
    static final int SYMBOLS = 17;
    static final int ATTRIBUTE_INFO = 21;
    private static final int CONTINUED = 16;

    private static final int HEADER = 0x5244484f;
    private static final int CONTINUATION = 0x4b48434f;
    private static final int ORDER_TRACKED = 4;
    private static final int PHASES = 16;
    private static final int TIMES = 32;
    private static final int SHARED = 2;

    private record Message(int type, boolean shared, ByteBuffer body) {}

    private final Hdf5Bytes storage;
    private final boolean checksummed;
    private final int prefixBytes;
    private final List<Message> messages = new ArrayList<>();
    private final Set<Long> chunks = new HashSet<>(2);

    /**
     * Walks a header.
     *
     * @throws RuntimeException where the header is damaged
     */
    Hdf5Messages(Hdf5Bytes storage, long address) {
        this.storage = storage;
        ByteBuffer front = storage.read(address, 12);
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
        chunk(storage.read(address + 16, front.getInt(8)));
        if (messages.size() > stated) {
            throw new DamagedException("an object header of " + messages.size() + " messages that states " + stated);
        }
    }

    private void second(long address, int flags) {
        int sizeBytes = 1 << (flags & 3);
        int start = 6 + ((flags & TIMES) == 0 ? 0 : 16) + ((flags & PHASES) == 0 ? 0 : 4) + sizeBytes;
        ByteBuffer size = storage.read(address + start - sizeBytes, sizeBytes);
        long length = Hdf5Bytes.number(size, sizeBytes);
        checksummed(address, start, length + start + 4, HEADER);
    }

    private void checksummed(long address, int start, long length, int signature) {
        ByteBuffer whole = storage.sound(address, length, signature, "object header");
        chunk(whole.slice(start, (int) length - start - 4).order(ByteOrder.LITTLE_ENDIAN));
    }

    private void chunk(ByteBuffer bytes) {
        while (bytes.remaining() >= prefixBytes) {
            int type = checksummed ? Byte.toUnsignedInt(bytes.get()) : Short.toUnsignedInt(bytes.getShort());
            int length = Short.toUnsignedInt(bytes.getShort());
            boolean shared = (bytes.get() & SHARED) != 0;
            bytes.position(bytes.position() + (checksummed ? prefixBytes - 4 : 3));
            if (length > bytes.remaining()) {
                throw new DamagedException("a message of " + length + " bytes where " + bytes.remaining()
                        + " are left of the object header");
            }
            ByteBuffer body = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.position(bytes.position() + length);
            messages.add(new Message(type, shared, body));
            if (type == CONTINUED) {
                follow(body);
            }
        }
    }

    private void follow(ByteBuffer body) {
        long address = storage.address(body);
        long length = storage.length(body);
        if (!chunks.add(address)) {
            throw new DamagedException("an object header that goes in circles at byte " + address);
        }
        if (checksummed) {
            checksummed(address, 4, length, CONTINUATION);
        } else {
            chunk(storage.read(address, length));
        }
    }

    /** Tells whether the object has a message of a type. */
    boolean has(int type) {
        for (Message message : messages) {
            if (message.type() == type) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first message of a type. */
    Optional<ByteBuffer> find(int type) {
        for (Message message : messages) {
            if (message.type() == type) {
                return Optional.of(body(message));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns a message that the object must have.
     *
     * @param what it is, with its article
     */
    ByteBuffer require(int type, String what) {
        return find(type).orElseThrow(() -> new DamagedException("an object without " + what));
    }

    /** Returns all messages of a type, in stored order. */
    List<ByteBuffer> all(int type) {
        List<ByteBuffer> bodies = new ArrayList<>();
        for (Message message : messages) {
            if (message.type() == type) {
                bodies.add(body(message));
            }
        }
        return bodies;
    }

    private ByteBuffer body(Message message) {
        return message.shared()
                ? shared(message.body().duplicate().order(ByteOrder.LITTLE_ENDIAN), message.type(), storage)
                : message.body().duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Returns the message that a reference in place of one points at: section IV.A.2.b, "Shared Messages".
     *
     * @param reference at its first byte; afterwards behind its last
     */
    static ByteBuffer shared(ByteBuffer reference, int type, Hdf5Bytes storage) {
        int version = reference.get();
        int kind = reference.get();
        if (version == 1) {
            reference.position(reference.position() + 6 + storage.lengthBytes());
        } else if (version == 3 && kind == 1) {
            throw new UnknownKindException("a message in a table of shared messages");
        }
        Hdf5Messages owner = new Hdf5Messages(storage, storage.address(reference));
        for (Message message : owner.messages) {
            if (message.type() == type && !message.shared()) {
                return message.body().duplicate().order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw new DamagedException("a reference to a message that is not there");
    }

    /**
     * Tells whether a failure to understand the object is because of its kind, not because of damage.
     *
     * @param failure with a {@link DamagedException} among its causes where a structure is damaged
     */
    boolean isOfUnknownKind(Throwable failure) {
        boolean unknown = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DamagedException || cause instanceof IOException) {
                return false;
            }
            unknown |= cause instanceof UnknownKindException;
        }
        return checksummed || unknown;
    }
}
