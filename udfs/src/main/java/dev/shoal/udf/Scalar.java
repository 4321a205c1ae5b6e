package dev.shoal.udf;

import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataType;

/**
 * A function of one row that subclasses compute in a static method {@code invoke}, which Spark calls from the code it
 * generates.
 *
 * <p>Spark gives NULL for a NULL argument without calling it.
 *
 * @param <R> Java type of the result
 */
abstract class Scalar<R> implements ScalarFunction<R> {

    private final String name;
    private final DataType result;
    private final DataType[] inputs;

    Scalar(String name, DataType result, DataType... inputs) {
        this.name = name;
        this.result = result;
        this.inputs = inputs;
    }

    @Override
    public DataType[] inputTypes() {
        return inputs.clone();
    }

    @Override
    public DataType resultType() {
        return result;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String canonicalName() {
        return "shoal." + name + "." + inputs.length;
    }

    /** Returns an SQL integer as a flag's code; 0, which is no flag, where it is too large for one. */
    static byte code(int number) {
        return number == (byte) number ? (byte) number : 0;
    }
}
