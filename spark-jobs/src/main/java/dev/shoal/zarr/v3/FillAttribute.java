package dev.shoal.zarr.v3;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.array.AttributesJson;
import dev.shoal.zarr.array.StoredType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The attribute {@code _FillValue} of reals, which xarray writes as the Base64 of their eight bytes. */
public final class FillAttribute {

    /** Name of the attribute. */
    public static final String NAME = "_FillValue";

    private FillAttribute() {}

    /** Returns the text that stands for a real. */
    public static String encoded(double value) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN).putDouble(value);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /** Reads attributes of an array, this one as a number where it is a real's. */
    static Attributes attributes(JsonNode json, StoredType type) {
        Attributes attributes = AttributesJson.of(json, "");
        boolean real = type.element() == ElementType.FLOAT || type.element() == ElementType.DOUBLE;
        Optional<Double> fill = real ? decoded(json.path(NAME)) : Optional.empty();
        if (fill.isEmpty()) {
            return attributes;
        }
        List<Attribute> list = new ArrayList<>(attributes.list());
        Number number =
                type.element() == ElementType.FLOAT ? (Number) fill.get().floatValue() : (Number) fill.get();
        list.replaceAll(attribute ->
                attribute.name().equals(NAME) ? new Attribute(NAME, type.element(), List.of(number)) : attribute);
        return new Attributes(list);
    }

    private static Optional<Double> decoded(JsonNode json) {
        if (!json.isTextual() || json.textValue().length() != 12) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(json.textValue());
            return bytes.length == Double.BYTES
                    ? Optional.of(ByteBuffer.wrap(bytes)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getDouble())
                    : Optional.empty();
        } catch (IllegalArgumentException plainText) {
            return Optional.empty();
        }
    }
}
