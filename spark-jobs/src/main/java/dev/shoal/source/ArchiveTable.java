package dev.shoal.source;

import dev.shoal.cf.CfDataset;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ArchiveListing;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
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
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * Files or stores as a table. Its columns come from the first file, opened when they are asked for; every scan lists
 * the paths anew.
 */
final class ArchiveTable implements SupportsRead, SupportsMetadataColumns {

    /** Property: what the table leaves out of its first file, and why. */
    static final String NOTES = "shoal.left-out";

    private final SparkSession spark;
    private final String name;
    private final SourceOptions options;
    private final Map<String, String> properties;
    private final Optional<Table> standsFor;
    private Optional<RowKind> rows = Optional.empty();

    private ArchiveTable(
            SparkSession spark,
            String name,
            SourceOptions options,
            Map<String, String> properties,
            Optional<Table> standsFor) {
        this.spark = spark;
        this.name = name;
        this.options = options;
        this.properties = new HashMap<>(properties);
        this.standsFor = standsFor;
    }

    /**
     * Makes a table of paths; opens its first file.
     *
     * @throws SourceException where there is none, or it cannot be read
     */
    static ArchiveTable of(SparkSession spark, SourceOptions options) {
        String name = options.kind().title() + " " + options.paths();
        ArchiveTable table = new ArchiveTable(spark, name, options, Map.of(), Optional.empty());
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
    static ArchiveTable pointer(SparkSession spark, String store, Table table) {
        SourceOptions options = new SourceOptions(ArchiveKind.ZARR, List.of(store), List.of());
        return new ArchiveTable(spark, table.name(), options, table.properties(), Optional.of(table));
    }

    /** Returns the options it was made with. */
    SourceOptions options() {
        return options;
    }

    private synchronized RowKind rows() {
        if (rows.isEmpty()) {
            rows = Optional.of(open(locations().get(0)));
        }
        return rows.get();
    }

    private List<String> locations() {
        ArchiveEntry.Kind wanted =
                options.kind() == ArchiveKind.ZARR ? ArchiveEntry.Kind.STORE : ArchiveEntry.Kind.FILE;
        List<ArchiveEntry> entries = entries();
        List<String> found = paths(entries, wanted);
        if (found.isEmpty()) {
            found = paths(entries, ArchiveEntry.Kind.REFERENCES);
        }
        if (found.isEmpty()) {
            throw new SourceException("Cannot read " + options.paths() + " as "
                    + options.kind().title() + ": found only "
                    + (wanted == ArchiveEntry.Kind.STORE ? "files" : "Zarr stores") + " there. Read them as "
                    + (wanted == ArchiveEntry.Kind.STORE ? ArchiveKind.NETCDF : ArchiveKind.ZARR).title() + ".");
        }
        return found;
    }

    /** References are read as either kind, where there is nothing of the kind itself. */
    private static List<String> paths(List<ArchiveEntry> entries, ArchiveEntry.Kind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(ArchiveEntry::path)
                .toList();
    }

    private List<ArchiveEntry> entries() {
        try {
            return ArchiveListing.of(options.paths(), spark.sparkContext().hadoopConfiguration());
        } catch (IOException error) {
            throw new SourceException(String.valueOf(error.getMessage()), error);
        }
    }

    private RowKind open(String location) {
        try (ArrayFile file = ArrayStores.open(location, spark.sparkContext().hadoopConfiguration())) {
            return RowKind.of(CfDataset.of(file), options.variables());
        } catch (IOException error) {
            throw new SourceException(String.valueOf(error.getMessage()), error);
        }
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
        return new MetadataColumn[] {
            new MetadataColumn() {
                @Override
                public String name() {
                    return SourceColumn.FILE.name();
                }

                @Override
                public DataType dataType() {
                    return SourceColumn.FILE.type();
                }
            }
        };
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap ignored) {
        return new ArchiveScanBuilder(spark, name, locations(), rows());
    }
}
