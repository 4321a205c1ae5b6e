package dev.shoal.zarr.icechunk;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.shoal.codec.DamageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A named value of a snapshot or repository.
 *
 * @param name of the value
 * @param value FlexBuffers, see {@link FlexValue}; not copied
 */
public record MetadataItem(String name, byte[] value) {

    /** Returns items of texts by name. */
    static List<MetadataItem> of(Map<String, String> texts) {
        List<MetadataItem> items = new ArrayList<>();
        texts.forEach((name, text) -> items.add(new MetadataItem(name, FlexValue.bytes(text))));
        return items;
    }

    /** Returns the value as text; nothing where it is no text. */
    public Optional<String> text() {
        try {
            return FlexValue.parse(value) instanceof String text ? Optional.of(text) : Optional.empty();
        } catch (DamageException damaged) {
            return Optional.empty(); // Metadata is anybody's; what cannot be read is not ours.
        }
    }

    static MetadataItem parse(Fields fields) throws DamageException {
        return new MetadataItem(fields.text(0), fields.bytes(1));
    }

    int table(FlatBufferBuilder builder) {
        int text = builder.createString(name);
        int bytes = builder.createByteVector(value);
        builder.startTable(2);
        Tables.offset(builder, 0, text);
        Tables.offset(builder, 1, bytes);
        return builder.endTable();
    }
}
