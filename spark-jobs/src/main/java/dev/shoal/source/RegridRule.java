package dev.shoal.source;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.connector.catalog.CatalogPlugin;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import scala.Function1;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/** Puts the table of a regridded field in the place of a call of {@code <catalogue>.regrid(...)}. */
final class RegridRule extends Rule<LogicalPlan> {

    private final SparkSession spark;

    RegridRule(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    public String ruleName() {
        return "dev.shoal.source.RegridRule";
    }

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
        return plan.resolveOperatorsUp(new AbstractPartialFunction<LogicalPlan, LogicalPlan>() {
            @Override
            public boolean isDefinedAt(LogicalPlan node) {
                return node instanceof UnresolvedTableValuedFunction call && isOurs(call);
            }

            @Override
            public <A extends LogicalPlan, B> B applyOrElse(A node, Function1<A, B> otherwise) {
                if (!isDefinedAt(node)) {
                    return otherwise.apply(node);
                }
                @SuppressWarnings("unchecked")
                B result = (B) relation((UnresolvedTableValuedFunction) (LogicalPlan) node);
                return result;
            }
        });
    }

    private boolean isOurs(UnresolvedTableValuedFunction call) {
        String catalog = catalogOf(call);
        return !catalog.isEmpty()
                && catalogs().isCatalogRegistered(catalog)
                && catalog(catalog) instanceof OceanCatalog;
    }

    /** Returns what stands before the function's name, see {@link RegridParser}; empty for any other function. */
    private static String catalogOf(UnresolvedTableValuedFunction call) {
        List<String> name = CollectionConverters.asJava(call.name());
        String last = name.get(name.size() - 1);
        boolean ours = name.size() == 1 && last.endsWith("." + RegridCall.NAME);
        return ours ? last.substring(0, last.length() - RegridCall.NAME.length() - 1) : "";
    }

    private org.apache.spark.sql.connector.catalog.CatalogManager catalogs() {
        return ((org.apache.spark.sql.classic.SparkSession) spark)
                .sessionState()
                .catalogManager();
    }

    private CatalogPlugin catalog(String name) {
        return catalogs().catalog(name);
    }

    private LogicalPlan relation(UnresolvedTableValuedFunction call) {
        RegridCall asked = RegridCall.of(CollectionConverters.asJava(call.functionArgs()));
        Table table = RegridTable.of(spark, (OceanCatalog) catalog(catalogOf(call)), asked);
        return DataSourceV2Relation.create(table, Option.empty(), Option.empty(), CaseInsensitiveStringMap.empty());
    }
}
