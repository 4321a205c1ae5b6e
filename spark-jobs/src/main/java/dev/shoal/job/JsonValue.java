package dev.shoal.job;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** A value of a row as a tree for JSON: nothing is rounded or cut, and what is missing is null. */
final class JsonValue {

    private JsonValue() {}

    /** Returns rows of some columns as objects. */
    static List<Map<String, @Nullable Object>> of(List<String> columns, List<Row> rows) {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        rows.forEach(row -> records.add(record(columns, row)));
        return records;
    }

    private static Map<String, @Nullable Object> record(List<String> columns, Row row) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            record.put(columns.get(column), of(row.get(column)));
        }
        return record;
    }

    /** Returns one value; numbers that JSON has no word for are null. */
    private static @Nullable Object of(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return Double.isFinite(number.doubleValue()) ? number : null;
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant().toString();
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return nested(value);
    }

    private static Object nested(Object value) {
        if (value instanceof Row row) {
            return record(List.of(row.schema().fieldNames()), row);
        }
        if (value instanceof scala.collection.Seq<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            CollectionConverters.asJava(list).forEach(item -> items.add(of(item)));
            return items;
        }
        if (value instanceof scala.collection.Map<?, ?> map) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            CollectionConverters.asJava(map).forEach((key, item) -> entries.put(String.valueOf(key), of(item)));
            return entries;
        }
        return value.toString();
    }
}
