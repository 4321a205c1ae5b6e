package dev.shoal.udf;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/** Judges the rows of a partition, in which those of a series come one behind the other. */
final class JudgeSortedRows extends AbstractFunction1<Iterator<Object>, Iterator<Object>>
        implements java.io.Serializable {

    private static final long serialVersionUID = 1;

    private final JudgedTable table;
    private final StructType row;

    /**
     * Makes the function.
     *
     * @param row type of the rows that come
     */
    JudgeSortedRows(JudgedTable table, DataType row) {
        this.table = table;
        this.row = (StructType) row;
    }

    JudgedTable table() {
        return table;
    }

    @Override
    public Iterator<Object> apply(Iterator<Object> rows) {
        return CollectionConverters.asScala(new JudgedRows(table, row, CollectionConverters.asJava(rows)));
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
