package dev.shoal.source;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.LocalScan;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The answer of aggregates that headers and coordinates give: one row, and no data is read.
 *
 * @param name of what is read, for people
 * @param pushed filters, for people
 * @param columns of the answer
 * @param totals of the cells that the filters leave
 */
record TotalsScan(String name, List<Predicate> pushed, List<TotalsColumn> columns, CellTotals totals)
        implements LocalScan {

    @Override
    public InternalRow[] rows() {
        Object[] values = columns.stream().map(column -> column.value(totals)).toArray();
        return new InternalRow[] {new GenericInternalRow(values)};
    }

    @Override
    public StructType readSchema() {
        return new StructType(columns.stream().map(TotalsColumn::field).toArray(StructField[]::new));
    }

    @Override
    public String description() {
        return name + " answered from coordinates: " + columns + ", pushed filters: " + pushed;
    }
}
