package dev.shoal.udf;

import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import scala.Tuple3;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * What Shoal adds to Spark's SQL besides the functions of its catalogue: the table function
 * {@value JudgeFunction#NAME}. Named in the setting {@code spark.sql.extensions}.
 */
public final class ShoalExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {

    /** The name of this class, for the setting {@code spark.sql.extensions}. */
    public static final String NAME = "dev.shoal.udf.ShoalExtensions";

    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
        extensions.injectTableFunction(Tuple3.apply(
                new FunctionIdentifier(JudgeFunction.NAME),
                new ExpressionInfo(
                        JudgeFunction.class.getName(),
                        "",
                        JudgeFunction.NAME,
                        JudgeFunction.USAGE,
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "java_udf"),
                new JudgeFunction()));
        extensions.injectOptimizerRule(new AbstractFunction1<>() {
            @Override
            public JudgeRule apply(org.apache.spark.sql.SparkSession session) {
                return new JudgeRule();
            }
        });
        return BoxedUnit.UNIT;
    }
}
