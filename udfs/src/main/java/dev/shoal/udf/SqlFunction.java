package dev.shoal.udf;

import java.util.List;
import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.StructType;

/**
 * A function by its name, before Spark knows how many arguments it gets.
 *
 * @param name in SQL
 * @param description its signatures and what it gives
 * @param forms one for each number of arguments
 */
record SqlFunction(String name, String description, List<ScalarFunction<?>> forms) implements UnboundFunction {

    @Override
    public BoundFunction bind(StructType inputType) {
        return forms.stream()
                .filter(form -> form.inputTypes().length == inputType.size())
                .findFirst()
                .orElseThrow(() -> new UnsupportedOperationException(
                        "Cannot call " + name + ": found " + inputType.size() + " arguments. " + description));
    }
}
