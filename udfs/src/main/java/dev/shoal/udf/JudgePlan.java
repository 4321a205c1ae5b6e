package dev.shoal.udf;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.CreateNamedStruct;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GetStructField;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.DeserializeToObject;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.MapPartitions;
import org.apache.spark.sql.catalyst.plans.logical.RepartitionByExpression;
import org.apache.spark.sql.catalyst.plans.logical.SerializeFromObject;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The part of a plan that judges sorted rows. Spark's own operators do all but the judging: a repartition by series, a
 * sort within partitions, and around the judging the two that bring rows into an object and back; the object is Spark's
 * own row, as a struct, so that no value is boxed into one of Java's.
 *
 * @param output of the judged rows
 * @param judging what is judged
 * @param sort of the rows of each partition
 * @param partitioning by series
 */
record JudgePlan(List<NamedExpression> output, JudgedTable judging, Sort sort, RepartitionByExpression partitioning) {

    /**
     * Returns the plan that judges rows which come sorted.
     *
     * @param sorted in the columns of {@link JudgedTable#inputs}
     */
    static LogicalPlan over(LogicalPlan sorted, JudgedTable judging) {
        Map<String, ExprId> ids = new LinkedHashMap<>();
        judging.outputs().forEach(name -> ids.put(name, NamedExpression.newExprId()));
        return over(sorted, judging, ids);
    }

    /** Returns the same with these columns, by these ids and in this order. */
    private static LogicalPlan over(LogicalPlan sorted, JudgedTable judging, Map<String, ExprId> ids) {
        List<Expression> fields = new ArrayList<>();
        for (Attribute attribute : asJava(sorted.output())) {
            fields.add(new Literal(UTF8String.fromString(attribute.name()), DataTypes.StringType));
            fields.add(attribute);
        }
        CreateNamedStruct row = new CreateNamedStruct(seq(fields));
        StructType judgedType = judged(row.dataType(), judging);
        LogicalPlan objects = new DeserializeToObject(row, attribute("row", row.dataType()), sorted);
        Attribute judgedRow = attribute("judged", judgedType);
        LogicalPlan mapped = new MapPartitions(new JudgeSortedRows(judging, row.dataType()), judgedRow, objects);
        List<NamedExpression> output = new ArrayList<>();
        ids.forEach((name, id) -> output.add(new Alias(
                new GetStructField(judgedRow, judgedType.fieldIndex(name), Option.apply(name)),
                name,
                id,
                seq(List.of()),
                Option.empty(),
                seq(List.of()))));
        return new SerializeFromObject(seq(output), mapped);
    }

    private static StructType judged(StructType row, JudgedTable judging) {
        StructType judged = row;
        for (JudgedTable.Variable variable : judging.variables()) {
            judged = judged.add(variable.column() + JudgedTable.FLAG, DataTypes.IntegerType, false)
                    .add(variable.column() + JudgedTable.TESTS, DataTypes.IntegerType, false);
        }
        return judged;
    }

    private static Attribute attribute(String name, org.apache.spark.sql.types.DataType type) {
        return new AttributeReference(name, type, false, Metadata.empty(), NamedExpression.newExprId(), seq(List.of()));
    }

    static <T> Seq<T> seq(List<T> elements) {
        return CollectionConverters.asScala(elements).toSeq();
    }

    /** Returns the judging at the top of a plan; nothing where it is another operator. */
    static Optional<JudgePlan> of(LogicalPlan plan) {
        if (plan instanceof SerializeFromObject top
                && top.child() instanceof MapPartitions mapped
                && mapped.func() instanceof JudgeSortedRows judge
                && mapped.child() instanceof DeserializeToObject objects
                && objects.child() instanceof Sort sort
                && sort.child() instanceof RepartitionByExpression partitioning) {
            return Optional.of(new JudgePlan(asJava(top.serializer()), judge.table(), sort, partitioning));
        }
        return Optional.empty();
    }

    /** Returns the same with some of its columns. */
    JudgePlan with(List<NamedExpression> some) {
        return new JudgePlan(some, judging, sort, partitioning);
    }

    /** Returns the rows below, which are in no order. */
    LogicalPlan rows() {
        return partitioning.child();
    }

    /** Returns the same judging of other rows. */
    LogicalPlan of(LogicalPlan rows, JudgedTable table) {
        LogicalPlan sorted = sort.withNewChildren(seq(List.of(partitioning.withNewChildren(seq(List.of(rows))))));
        Map<String, ExprId> ids = new LinkedHashMap<>();
        output.forEach(column -> ids.put(column.name(), column.exprId()));
        return over(sorted, table, ids);
    }

    /**
     * Returns the attributes of the rows below by the ids of the judged rows' columns, of those that tell the series.
     */
    Map<ExprId, Attribute> seriesColumns() {
        Map<String, Attribute> below = below();
        return output.stream()
                .filter(column -> judging.series().contains(column.name()))
                .collect(Collectors.toMap(NamedExpression::exprId, column -> below.get(column.name())));
    }

    /** Returns the attributes of the rows below by name. */
    Map<String, Attribute> below() {
        return asJava(rows().output()).stream().collect(Collectors.toMap(Attribute::name, Function.identity()));
    }
}
