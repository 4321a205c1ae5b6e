package dev.shoal.zarr.v3;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.array.StoredType;
import dev.shoal.zarr.array.StoredType.Form;
import dev.shoal.zarr.array.TypeNames;

/** The {@code data_type} of an array: those of the core specification, and the texts and times of zarr-python 3. */
final class TypeNode {

    private TypeNode() {}

    /** Reads a type; numbers come in the machine's order until the codec {@code bytes} says another. */
    static StoredType parse(JsonNode json) {
        Extension type = Extension.of(json, "data_type");
        JsonNode parameters = type.configuration();
        return switch (type.name()) {
            case "bool" -> StoredType.of(Form.TRUTH, ElementType.UBYTE, 1);
            case "int8" -> StoredType.plain(ElementType.BYTE);
            case "int16" -> StoredType.plain(ElementType.SHORT);
            case "int32" -> StoredType.plain(ElementType.INT);
            case "int64" -> StoredType.plain(ElementType.LONG);
            case "uint8" -> StoredType.plain(ElementType.UBYTE);
            case "uint16" -> StoredType.plain(ElementType.USHORT);
            case "uint32" -> StoredType.plain(ElementType.UINT);
            case "uint64" -> StoredType.plain(ElementType.ULONG);
            case "float16" -> StoredType.of(Form.HALF, ElementType.FLOAT, Short.BYTES);
            case "float32" -> StoredType.plain(ElementType.FLOAT);
            case "float64" -> StoredType.plain(ElementType.DOUBLE);
            case "string" -> TypeNames.texts();
            case "null_terminated_bytes" ->
                TypeNames.bytes(parameters.path("length_bytes").asInt());
            case "fixed_length_utf32" ->
                TypeNames.codePoints(parameters.path("length_bytes").asInt() / Integer.BYTES);
            case "numpy.datetime64" -> counting(Form.TIME, parameters);
            case "numpy.timedelta64" -> counting(Form.SPAN, parameters);
            default -> throw unknown(json);
        };
    }

    private static StoredType counting(Form form, JsonNode parameters) {
        if (parameters.path("scale_factor").asInt(1) != 1) {
            throw new IllegalArgumentException(
                    "times counted in " + parameters.path("scale_factor") + " units, expected 1");
        }
        return StoredType.counting(form, parameters.path("unit").asText());
    }

    private static IllegalArgumentException unknown(JsonNode json) {
        return new IllegalArgumentException("data_type " + json
                + ", expected bool, int8 to int64, uint8 to uint64, float16, float32, float64, string,"
                + " fixed_length_utf32, null_terminated_bytes, numpy.datetime64 or numpy.timedelta64");
    }
}
