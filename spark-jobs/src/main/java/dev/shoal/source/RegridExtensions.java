package dev.shoal.source;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.SparkSessionExtensionsProvider;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** Adds the table function {@code ocean.regrid} to Spark's SQL; every session finds it as a service. */
public final class RegridExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit>
        implements SparkSessionExtensionsProvider {

    /** Makes the extensions; Spark does so by their name. */
    public RegridExtensions() {}

    /** Spark has table functions of no catalogue, so that calls are parsed and found before it looks for them. */
    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
        extensions.injectParser(new AbstractFunction2<>() {
            @Override
            public RegridParser apply(SparkSession session, ParserInterface parser) {
                return new RegridParser(parser);
            }
        });
        extensions.injectHintResolutionRule(new AbstractFunction1<>() {
            @Override
            public RegridRule apply(SparkSession session) {
                return new RegridRule(session);
            }
        });
        return BoxedUnit.UNIT;
    }
}
