package dev.shoal.udf;

import org.apache.spark.sql.catalyst.analysis.NoSuchFunctionException;
import org.apache.spark.sql.connector.catalog.FunctionCatalog;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;

/**
 * A catalogue in whose namespace {@value ShoalFunctions#NAMESPACE} the functions of {@link ShoalFunctions} are found.
 */
public interface OffersShoalFunctions extends FunctionCatalog {

    @Override
    default Identifier[] listFunctions(String[] namespace) {
        return ShoalFunctions.list(namespace);
    }

    @Override
    default UnboundFunction loadFunction(Identifier name) throws NoSuchFunctionException {
        return ShoalFunctions.find(name).orElseThrow(() -> new NoSuchFunctionException(name));
    }
}
