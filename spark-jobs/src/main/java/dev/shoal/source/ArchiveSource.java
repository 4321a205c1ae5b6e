package dev.shoal.source;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** What the data sources of this package share. Spark asks for the schema first, and for the table with it after. */
abstract class ArchiveSource implements TableProvider, DataSourceRegister {

    private final ArchiveKind kind;
    private final KnownFiles known = new KnownFiles();
    private Optional<ArchiveTable> inferred = Optional.empty();

    /** Makes the source of one kind of archive. */
    ArchiveSource(ArchiveKind kind) {
        this.kind = kind;
    }

    @Override
    public String shortName() {
        return kind.title();
    }

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        SourceOptions asked = SourceOptions.of(kind, options);
        if (asked.as() == RowShape.CHUNKS) {
            return ChunkSchema.TABLE;
        }
        ArchiveTable table = ArchiveTable.of(SparkSession.active(), asked, known);
        inferred = Optional.of(table);
        return table.schema();
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        SourceOptions options = SourceOptions.of(kind, new CaseInsensitiveStringMap(properties));
        if (options.as() == RowShape.CHUNKS) {
            return new ChunkTable(ArchiveFiles.of(SparkSession.active(), options, known));
        }
        return inferred.filter(table -> table.options().equals(options))
                .orElseGet(() -> ArchiveTable.of(SparkSession.active(), options, known));
    }
}
