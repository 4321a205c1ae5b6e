package dev.shoal.stage;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * One link of the table of weights, used for one row after another.
 *
 * <p>A target cell that takes from nothing has a row without a source where it has an area.
 */
final class WeightRow {

    /** The table's columns; cells are told by row and column in their grids, both from 0. */
    static final MessageType SCHEMA = Types.buildMessage()
            .required(PrimitiveTypeName.INT32)
            .named("target_row")
            .required(PrimitiveTypeName.INT32)
            .named("target_column")
            .optional(PrimitiveTypeName.INT32)
            .named("source_row")
            .optional(PrimitiveTypeName.INT32)
            .named("source_column")
            .optional(PrimitiveTypeName.DOUBLE)
            .named("weight")
            .optional(PrimitiveTypeName.DOUBLE)
            .named("target_area")
            .named("weights");

    static final int TARGET_ROW = 0;
    static final int TARGET_COLUMN = 1;
    static final int SOURCE_ROW = 2;
    static final int SOURCE_COLUMN = 3;
    static final int WEIGHT = 4;
    static final int TARGET_AREA = 5;

    int targetRow;
    int targetColumn;

    /** -1 where the target cell takes from nothing. */
    int sourceRow;

    int sourceColumn;
    double weight;

    /** In steradians; NaN where weights are no areas. */
    double targetArea;

    /** Tells Parquet the fields of a row. */
    static final class Fields extends WriteSupport<WeightRow> {
        private final Map<String, String> about;

        @SuppressWarnings("NullAway.Init") // Parquet sets it before the first row.
        private RecordConsumer consumer;

        Fields(Map<String, String> about) {
            this.about = about;
        }

        @Override
        @SuppressWarnings("deprecation") // Abstract, so there is no way round it.
        public WriteContext init(Configuration configuration) {
            return new WriteContext(SCHEMA, about);
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(WeightRow row) {
            consumer.startMessage();
            number(TARGET_ROW, row.targetRow);
            number(TARGET_COLUMN, row.targetColumn);
            if (row.sourceRow >= 0) {
                number(SOURCE_ROW, row.sourceRow);
                number(SOURCE_COLUMN, row.sourceColumn);
                value(WEIGHT, row.weight);
            }
            if (!Double.isNaN(row.targetArea)) {
                value(TARGET_AREA, row.targetArea);
            }
            consumer.endMessage();
        }

        private void number(int field, int number) {
            consumer.startField(SCHEMA.getFieldName(field), field);
            consumer.addInteger(number);
            consumer.endField(SCHEMA.getFieldName(field), field);
        }

        private void value(int field, double value) {
            consumer.startField(SCHEMA.getFieldName(field), field);
            consumer.addDouble(value);
            consumer.endField(SCHEMA.getFieldName(field), field);
        }
    }
}
