package dev.shoal.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.CatalogV2Util;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.MetadataColumn;
import org.apache.spark.sql.connector.catalog.SupportsMetadataColumns;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * Files or stores as a table. Its columns come from the headers of its files, as {@link SchemaMerge} says; every scan
 * lists the paths anew.
 */
final class ArchiveTable implements SupportsRead, SupportsMetadataColumns {

    /** Property: what the table leaves out of its first file, and why. */
    static final String NOTES = "shoal.left-out";

    private final SparkSession spark;
    private final String name;
    private final SourceOptions options;
    private final Map<String, String> properties;
    private final Optional<Table> standsFor;
    private final KnownFiles known;
    private Optional<RowKind> rows = Optional.empty();

    private ArchiveTable(
            SparkSession spark,
            String name,
            SourceOptions options,
            Map<String, String> properties,
            Optional<Table> standsFor,
            KnownFiles known) {
        this.spark = spark;
        this.name = name;
        this.options = options;
        this.properties = new HashMap<>(properties);
        this.standsFor = standsFor;
        this.known = known;
    }

    /**
     * Makes a table of paths; opens the files that decide its columns, but for those that are known.
     *
     * @throws SourceException where there is none, one cannot be read, or they cannot be one table
     */
    static ArchiveTable of(SparkSession spark, SourceOptions options, KnownFiles known) {
        String name = options.kind().title() + " " + options.paths();
        ArchiveTable table = new ArchiveTable(spark, name, options, Map.of(), Optional.empty(), known);
        List<String> notes = table.rows().notes();
        if (!notes.isEmpty()) {
            table.properties.put(NOTES, String.join(" ", notes));
        }
        return table;
    }

    /**
     * Makes the table of a store that a table of a catalogue stands for; opens nothing yet. Where the store cannot be
     * read, the catalogue's columns are shown, so that the table can still be altered; a scan is an error.
     */
    static ArchiveTable pointer(SparkSession spark, String store, Table table, KnownFiles known) {
        SourceOptions options = SourceOptions.of(ArchiveKind.ZARR, store);
        return new ArchiveTable(spark, table.name(), options, table.properties(), Optional.of(table), known);
    }

    /** Returns the options it was made with. */
    SourceOptions options() {
        return options;
    }

    private synchronized RowKind rows() {
        if (rows.isEmpty()) {
            ArchiveFiles files = files();
            ArchiveFiles deciding = options.merge() == SchemaMerge.FIRST
                    ? files.with(files.entries().subList(0, 1))
                    : files;
            rows = Optional.of(ColumnMerge.of(
                    options, deciding.locations(), deciding.facts().facts()));
            requireShape(rows.get());
        }
        return rows.get();
    }

    private void requireShape(RowKind found) {
        if (options.as() == RowShape.OBSERVATIONS && !(found instanceof ObservationRows)) {
            throw new SourceException("Cannot read " + options.paths() + " as observations: found grids. Leave out the"
                    + " option " + SourceOptions.AS + " for one row a cell.");
        }
    }

    private ArchiveFiles files() {
        return ArchiveFiles.of(spark, options, known);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Column[] columns() {
        try {
            return rows().columns().stream().map(SourceColumn::toColumn).toArray(Column[]::new);
        } catch (SourceException unreadable) {
            return standsFor.orElseThrow(() -> unreadable).columns();
        }
    }

    @Override
    @SuppressWarnings("deprecation")
    public StructType schema() {
        return CatalogV2Util.v2ColumnsToStructType(columns());
    }

    @Override
    public Map<String, String> properties() {
        return properties;
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public MetadataColumn[] metadataColumns() {
        return SourceColumn.METADATA.stream().map(SourceColumn::toMetadata).toArray(MetadataColumn[]::new);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap ignored) {
        return new ArchiveScanBuilder(name, files(), rows());
    }
}
