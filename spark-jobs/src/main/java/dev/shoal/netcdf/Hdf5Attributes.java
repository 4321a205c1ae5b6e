package dev.shoal.netcdf;

import io.jhdf.ObjectHeader;
import io.jhdf.btree.record.AttributeNameForIndexedAttributesRecord;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The attributes of one HDF5 object, in stored order. */
final class Hdf5Attributes {

    private static final long NOT_THERE = -1;

    private final Map<String, AttributeMessage> messages = new LinkedHashMap<>();
    private final Hdf5Texts texts;

    Hdf5Attributes(ObjectHeader header, Hdf5Bytes storage, Hdf5Texts texts) {
        this.texts = texts;
        for (AttributeMessage message : header.getMessagesOfType(AttributeMessage.class)) {
            messages.put(message.getName(), message);
        }
        if (header.hasMessageOfType(AttributeInfoMessage.class)) {
            AttributeInfoMessage info = header.getMessageOfType(AttributeInfoMessage.class);
            if (info.getFractalHeapAddress() != NOT_THERE) {
                dense(info, storage);
            }
        }
    }

    private void dense(AttributeInfoMessage info, Hdf5Bytes storage) {
        Hdf5Heap heap = new Hdf5Heap(storage, info.getFractalHeapAddress());
        for (AttributeNameForIndexedAttributesRecord found : records(info, storage)) {
            AttributeMessage message = new AttributeMessage(heap.object(found.getHeapId()), storage, found.getFlags());
            messages.put(message.getName(), message);
        }
    }

    private static List<AttributeNameForIndexedAttributesRecord> records(AttributeInfoMessage info, Hdf5Bytes storage) {
        List<AttributeNameForIndexedAttributesRecord> records =
                new ArrayList<>(Hdf5Index.records(storage, info.getAttributeNameBTreeAddress()));
        records.sort(Comparator.comparingLong(AttributeNameForIndexedAttributesRecord::getCreationOrder));
        return records;
    }

    /** Returns the user's attributes. */
    Attributes shown() {
        List<Attribute> list = new ArrayList<>();
        messages.forEach((name, message) -> {
            if (!Hdf5Names.BOOKKEEPING.contains(name)) {
                list.add(attribute(name, message));
            }
        });
        return new Attributes(list);
    }

    /** Returns an attribute whether it is the user's or the format's. */
    Optional<Attribute> find(String name) {
        return Optional.ofNullable(messages.get(name)).map(message -> attribute(name, message));
    }

    /** Returns the first address in each list of object references, or nothing where the list is empty. */
    List<Optional<Long>> references(String name) {
        AttributeMessage message = messages.get(name);
        List<Optional<Long>> first = new ArrayList<>();
        if (message == null) {
            return first;
        }
        byte[] stored = stored(message);
        int bytes = message.getDataType().getSize();
        for (int at = 0; at + bytes <= stored.length; at += bytes) {
            ByteBuffer list = texts.heapBytes(stored, at, Long.BYTES);
            first.add(list.hasRemaining() ? Optional.of(texts.address(list)) : Optional.empty());
        }
        return first;
    }

    private Attribute attribute(String name, AttributeMessage message) {
        Hdf5Type type = Hdf5Type.of(message.getDataType());
        byte[] stored = stored(message);
        int count = type.bytes() == 0 ? 0 : stored.length / type.bytes();
        return switch (type.type()) {
            case OTHER -> new Attribute(name, ElementType.OTHER, List.of());
            case STRING, CHAR -> new Attribute(name, ElementType.STRING, List.of(texts.texts(stored, type, count)));
            default -> new Attribute(name, type.type(), numbers(type, stored, count));
        };
    }

    private static List<Number> numbers(Hdf5Type type, byte[] stored, int count) {
        Elements elements = new Elements(type.type(), type.bytes(), type.order());
        Object values = elements.allocate(count);
        elements.rows(stored, 0, stored.length, values).copy(0, 0, count);
        List<Number> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(Widened.of(type.type(), (Number) java.lang.reflect.Array.get(values, i)));
        }
        return numbers;
    }

    private static byte[] stored(AttributeMessage message) {
        ByteBuffer buffer = message.getDataBuffer();
        if (buffer == null) {
            return new byte[0];
        }
        ByteBuffer from = buffer.duplicate().rewind();
        byte[] bytes = new byte[from.remaining()];
        from.get(bytes);
        return bytes;
    }
}
