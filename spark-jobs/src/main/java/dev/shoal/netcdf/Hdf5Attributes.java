package dev.shoal.netcdf;

import dev.shoal.plan.Window;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes of one HDF5 object, in stored order: "HDF5 File Format Specification", sections IV.A.2.m and IV.A.2.v.
 */
final class Hdf5Attributes {

    private static final int NAMES_AND_ORDER_BYTES = 17;
    private static final int HEAP_ID_BYTES = 8;
    private static final int REFERENCE_BYTES = 12;
    private static final int TYPE_SHARED = 1;
    private static final int SPACE_SHARED = 2;

    /** One attribute as stored. */
    private record Stored(Hdf5Datatype type, int count, byte[] bytes) {}

    private final Map<String, Stored> stored = new LinkedHashMap<>();
    private final Hdf5Bytes storage;
    private final Hdf5Texts texts;

    Hdf5Attributes(Hdf5Messages object, Hdf5Bytes storage, Hdf5Texts texts) {
        this.storage = storage;
        this.texts = texts;
        object.all(Hdf5Messages.ATTRIBUTE).forEach(this::add);
        object.find(Hdf5Messages.ATTRIBUTE_INFO).ifPresent(this::dense);
    }

    /** Attributes of objects that have many lie in a heap. */
    private void dense(ByteBuffer info) {
        info.get();
        int flags = info.get();
        info.position(info.position() + ((flags & 1) == 0 ? 0 : Short.BYTES));
        long heapAddress = storage.address(info);
        long names = storage.address(info);
        if (heapAddress == Hdf5Bytes.NOWHERE) {
            return;
        }
        Hdf5Heap heap = new Hdf5Heap(storage, heapAddress);
        record Found(ByteBuffer id, long order) {}
        List<Found> found = new ArrayList<>();
        for (ByteBuffer record : Hdf5Index.records(storage, names, NAMES_AND_ORDER_BYTES)) {
            ByteBuffer id = record.slice(0, HEAP_ID_BYTES);
            if ((record.get(HEAP_ID_BYTES) & 2) != 0) {
                throw new UnknownKindException("an attribute in a table of shared messages");
            }
            found.add(new Found(id, Integer.toUnsignedLong(record.getInt(HEAP_ID_BYTES + 1))));
        }
        found.sort(Comparator.comparingLong(Found::order));
        found.forEach(attribute -> add(heap.object(attribute.id())));
    }

    private void add(ByteBuffer from) {
        int version = from.get();
        int flags = from.get();
        int nameBytes = Short.toUnsignedInt(from.getShort());
        int typeBytes = Short.toUnsignedInt(from.getShort());
        int spaceBytes = Short.toUnsignedInt(from.getShort());
        if (version < 1 || version > 3) {
            throw new DamagedException("an attribute of version " + version);
        }
        from.position(from.position() + (version == 3 ? 1 : 0));
        String name = name(part(from, nameBytes, version));
        ByteBuffer typeFrom = part(from, typeBytes, version);
        ByteBuffer spaceFrom = part(from, spaceBytes, version);
        Hdf5Datatype type = Hdf5TypeReader.read(
                version > 1 && (flags & TYPE_SHARED) != 0
                        ? Hdf5Messages.shared(typeFrom, Hdf5Messages.DATA_TYPE, storage)
                        : typeFrom);
        Hdf5Space space = Hdf5Space.read(
                version > 1 && (flags & SPACE_SHARED) != 0
                        ? Hdf5Messages.shared(spaceFrom, Hdf5Messages.DATA_SPACE, storage)
                        : spaceFrom,
                storage);
        int count = space.count();
        if ((long) count * type.bytes() > from.remaining()) {
            throw new DamagedException("an attribute " + name + " of " + count + " elements of " + type.bytes()
                    + " bytes where " + from.remaining() + " are left");
        }
        byte[] bytes = new byte[count * type.bytes()];
        from.get(bytes);
        stored.put(name, new Stored(type, count, bytes));
    }

    /** Takes the next part of an attribute; the first version fills each up to a multiple of 8 bytes. */
    private static ByteBuffer part(ByteBuffer from, int bytes, int version) {
        int start = from.position();
        from.position(start + (version == 1 ? (bytes + 7) / 8 * 8 : bytes));
        return from.slice(start, bytes).order(from.order());
    }

    private static String name(ByteBuffer from) {
        byte[] name = from.array();
        int start = from.arrayOffset() + from.position();
        int most = start + from.remaining();
        int end = start;
        while (end < most && name[end] != 0) {
            end++;
        }
        return new String(name, start, end - start, StandardCharsets.UTF_8);
    }

    /** Returns the user's attributes. */
    Attributes shown() {
        List<Attribute> list = new ArrayList<>();
        stored.forEach((name, found) -> {
            if (!Hdf5Names.BOOKKEEPING.contains(name)) {
                list.add(attribute(name, found));
            }
        });
        return new Attributes(list);
    }

    /**
     * Returns an attribute whether it is the user's or the format's. One of a type that has no place among numbers and
     * texts has the type OTHER and no value.
     */
    Optional<Attribute> find(String name) {
        Stored found = stored.get(name);
        return found == null ? Optional.empty() : Optional.of(attribute(name, found));
    }

    private Attribute attribute(String name, Stored found) {
        List<Hdf5Leaf> leaves = found.type().leaves();
        return leaves.size() != 1 || !leaves.get(0).suffix().isEmpty()
                ? new Attribute(name, ElementType.OTHER, List.of())
                : attribute(name, found, leaves.get(0));
    }

    private Attribute attribute(String name, Stored found, Hdf5Leaf leaf) {
        Hdf5Type type = leaf.type();
        int[] inside = leaf.places(Window.whole(leaf.axes()));
        int[] places = new int[Math.multiplyExact(found.count(), inside.length)];
        for (int i = 0; i < places.length; i++) {
            places[i] = i / inside.length * found.type().bytes() + inside[i % inside.length];
        }
        return switch (type.type()) {
            case OTHER -> new Attribute(name, ElementType.OTHER, List.of());
            case STRING, CHAR ->
                new Attribute(name, ElementType.STRING, Arrays.asList(texts.texts(found.bytes(), type, places)));
            case VLEN -> new Attribute(name, type.base(), sequence(found.bytes(), type, places));
            default -> new Attribute(name, type.type(), Hdf5Values.numbers(type, found.bytes(), places));
        };
    }

    /** Sequences come one behind the other. */
    private List<Number> sequence(byte[] bytes, Hdf5Type type, int[] places) {
        List<Number> numbers = new ArrayList<>();
        for (int place : places) {
            byte[] elements = texts.heapBytes(bytes, place, type.baseBytes());
            numbers.addAll(Hdf5Values.numbers(type.element(), elements, elements.length / type.baseBytes()));
        }
        return numbers;
    }

    /** Returns the last address in each list of object references, or nothing where the list is empty. */
    List<Optional<Long>> references(String name) {
        Stored found = stored.get(name);
        List<Optional<Long>> last = new ArrayList<>();
        if (found == null) {
            return last;
        }
        int bytes = found.type().bytes();
        for (int at = 0; at + bytes <= found.bytes().length && bytes >= REFERENCE_BYTES; at += bytes) {
            byte[] list = texts.heapBytes(found.bytes(), at, storage.offsetBytes());
            int start = list.length - storage.offsetBytes();
            last.add(
                    start < 0
                            ? Optional.empty()
                            : Optional.of(storage.address(ByteBuffer.wrap(list)
                                    .order(ByteOrder.LITTLE_ENDIAN)
                                    .position(start))));
        }
        return last;
    }
}
