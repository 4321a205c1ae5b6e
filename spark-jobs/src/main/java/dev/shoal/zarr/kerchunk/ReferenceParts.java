package dev.shoal.zarr.kerchunk;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** The Parquet of {@link ReferenceRow}s: one schema, and how a row goes in and out. */
final class ReferenceParts {

    static final String PATH = "path";
    static final String OFFSET = "offset";
    static final String SIZE = "size";
    static final String RAW = "raw";

    private static final List<String> NAMES = List.of(PATH, OFFSET, SIZE, RAW);

    /** {@code path} UTF-8 text or null, {@code offset} and {@code size} in bytes, {@code raw} bytes or null. */
    static final MessageType SCHEMA = Types.buildMessage()
            .optional(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named(PATH)
            .required(PrimitiveTypeName.INT64)
            .named(OFFSET)
            .required(PrimitiveTypeName.INT64)
            .named(SIZE)
            .optional(PrimitiveTypeName.BINARY)
            .named(RAW)
            .named("refs");

    private ReferenceParts() {}

    /** Makes writers of rows. */
    static final class Builder extends ParquetWriter.Builder<ReferenceRow, Builder> {

        Builder(OutputFile file) {
            super(file);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // Abstract above: there is no other way to make one.
        protected WriteSupport<ReferenceRow> getWriteSupport(Configuration conf) {
            return new Writing();
        }
    }

    private static final class Writing extends WriteSupport<ReferenceRow> {

        private @Nullable RecordConsumer consumer;

        @Override
        @SuppressWarnings("deprecation") // Abstract above.
        public WriteContext init(Configuration conf) {
            return new WriteContext(SCHEMA, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer into) {
            consumer = into;
        }

        @Override
        public void write(ReferenceRow row) {
            RecordConsumer into = consumer;
            if (into == null) {
                throw new IllegalStateException("Cannot write a row before the writer is ready.");
            }
            into.startMessage();
            String path = row.path();
            if (path != null) {
                binary(into, 0, Binary.fromString(path));
            }
            number(into, 1, row.offset());
            number(into, 2, row.size());
            byte[] raw = row.raw();
            if (raw != null) {
                binary(into, 3, Binary.fromConstantByteArray(raw));
            }
            into.endMessage();
        }

        private static void binary(RecordConsumer into, int field, Binary value) {
            into.startField(NAMES.get(field), field);
            into.addBinary(value);
            into.endField(NAMES.get(field), field);
        }

        private static void number(RecordConsumer into, int field, long value) {
            into.startField(NAMES.get(field), field);
            into.addLong(value);
            into.endField(NAMES.get(field), field);
        }
    }

    /** Makes rows of what a file holds; columns may come in any order, and others are passed over. */
    static final class Reading extends ReadSupport<ReferenceRow> {

        @Override
        public ReadContext init(InitContext context) {
            MessageType found = context.getFileSchema();
            Types.MessageTypeBuilder asked = Types.buildMessage();
            found.getFields().stream()
                    .filter(field -> NAMES.contains(field.getName()))
                    .forEach(asked::addField);
            return new ReadContext(asked.named(found.getName()));
        }

        @Override
        @SuppressWarnings("deprecation") // Abstract above.
        public RecordMaterializer<ReferenceRow> prepareForRead(
                Configuration conf, Map<String, String> keyValues, MessageType found, ReadContext context) {
            return new Rows(context.getRequestedSchema());
        }
    }

    private static final class Rows extends RecordMaterializer<ReferenceRow> {

        private final RowConverter root;

        Rows(MessageType schema) {
            root = new RowConverter(schema);
        }

        @Override
        public ReferenceRow getCurrentRecord() {
            return new ReferenceRow(root.path, root.offset, root.size, root.raw);
        }

        @Override
        public GroupConverter getRootConverter() {
            return root;
        }
    }

    private static final class RowConverter extends GroupConverter {

        private final List<String> names;
        private @Nullable String path;
        private long offset;
        private long size;
        private byte @Nullable [] raw;

        RowConverter(MessageType schema) {
            names = schema.getFields().stream().map(field -> field.getName()).toList();
            schema.getFields().forEach(field -> {
                if (!field.isPrimitive()) {
                    throw new IllegalArgumentException("column " + field + ", expected " + SCHEMA);
                }
            });
        }

        @Override
        public Converter getConverter(int field) {
            String name = names.get(field);
            return new PrimitiveConverter() {
                @Override
                public void addBinary(Binary value) {
                    if (name.equals(PATH)) {
                        path = value.toStringUsingUTF8();
                    } else {
                        raw = value.getBytes();
                    }
                }

                @Override
                public void addLong(long value) {
                    if (name.equals(OFFSET)) {
                        offset = value;
                    } else {
                        size = value;
                    }
                }

                @Override
                public void addInt(int value) {
                    addLong(value);
                }
            };
        }

        @Override
        public void start() {
            path = null;
            offset = 0;
            size = 0;
            raw = null;
        }

        @Override
        public void end() {}
    }
}
