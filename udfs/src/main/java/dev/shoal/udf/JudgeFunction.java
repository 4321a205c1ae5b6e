package dev.shoal.udf;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.QueryContext;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/**
 * {@code qc_judge('table', 'tests'[, 'series columns'[, 'time column']])}: the rows of a table with the flags of tests.
 *
 * <p>The tests are JSON in the shapes of a run's specification, by column: {@code {"temp": {"spike":
 * {"suspect_threshold": 1}}}}. The series columns, {@code 'platform, series'} where nothing is said and those of both
 * that are there, tell the series; a series runs along the time column, {@code time}. Of equal times the rows are in
 * order of {@code source_file} and {@code source_index} where the table has those, and else in any.
 *
 * <p>The rows are those of the table, with {@code <column>_qc} and {@code <column>_qc_tests} of each judged column in
 * place of any of these names: the QARTOD flag, and a bit for each test that said suspect or fail, the first lowest.
 */
final class JudgeFunction extends AbstractFunction1<Seq<Expression>, LogicalPlan> {

    static final String NAME = "qc_judge";

    static final String USAGE = "qc_judge('table', 'tests as JSON'[, 'series columns'[, 'time column']]) gives the rows"
            + " of a table with <column>_qc and <column>_qc_tests of each column that has tests.";

    private static final int LEAST = 2;
    private static final int MOST = 4;

    @Override
    public LogicalPlan apply(Seq<Expression> arguments) {
        List<Expression> given = CollectionConverters.asJava(arguments);
        if (given.size() < LEAST || given.size() > MOST) {
            throw error("Cannot call qc_judge: found " + given.size() + " arguments. " + USAGE);
        }
        List<String> texts = new ArrayList<>();
        given.forEach(argument -> texts.add(text(argument)));
        SparkSession spark = SparkSession.active();
        return JudgeRequest.of(
                        spark.table(texts.get(0)),
                        texts.get(0),
                        texts.get(1),
                        texts.size() > LEAST ? texts.get(LEAST) : "",
                        texts.size() == MOST ? texts.get(MOST - 1) : "time")
                .plan();
    }

    private static String text(Expression argument) {
        Object value = argument.foldable() && argument.dataType().equals(DataTypes.StringType)
                ? argument.eval(InternalRow.empty())
                : null;
        if (value == null) {
            throw error("Cannot call qc_judge: found the argument " + argument.sql() + ", expected a text. " + USAGE);
        }
        return value.toString();
    }

    /** Makes the error that Spark tells of a query that it cannot analyse. */
    static RuntimeException error(String message) {
        return thrown(new AnalysisException(
                message,
                Option.empty(),
                Option.empty(),
                Option.<Throwable>empty(),
                Option.<String>empty(),
                scala.collection.immutable.Map$.MODULE$.<String, String>empty(),
                new QueryContext[0]));
    }

    /** Spark's error is checked, and declared nowhere. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException thrown(@Nullable Throwable error) throws E {
        throw (E) error;
    }
}
