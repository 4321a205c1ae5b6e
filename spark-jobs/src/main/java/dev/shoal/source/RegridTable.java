package dev.shoal.source;

import dev.shoal.cf.GridDetail;
import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ArchiveListing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * A field on another grid as a table: one row a target cell, level and step. Columns are {@code time} (a timestamp, or
 * the stored number where the calendar has none), the vertical coordinate under its own name, {@code lat}, {@code lon},
 * the variable, and {@code valid_fraction}, the share of the weights that lies on valid values.
 */
final class RegridTable implements SupportsRead {

    /** Names of the columns that every table has. */
    static final String TIME = "time";

    static final String LAT = "lat";
    static final String LON = "lon";
    static final String FRACTION = "valid_fraction";

    private final SparkSession spark;
    private final RegridCall call;
    private final RegridField first;
    private final List<ArchiveEntry> entries;
    private final RegridTarget target;

    private RegridTable(
            SparkSession spark, RegridCall call, RegridField first, List<ArchiveEntry> entries, RegridTarget target) {
        this.spark = spark;
        this.call = call;
        this.first = first;
        this.entries = entries;
        this.target = target;
    }

    /**
     * Makes the table of a call; opens the first file.
     *
     * @throws SourceException where there is no such file, field, grid or method
     */
    static RegridTable of(SparkSession spark, OceanCatalog catalog, RegridCall call) {
        List<ArchiveEntry> entries = entries(spark, location(catalog, call.required("source")));
        RegridField first = RegridField.of(entries.get(0), call.required("variable"), GridDetail.CELLS, conf(spark));
        return new RegridTable(spark, call, first, entries, RegridTarget.of(call));
    }

    /** Returns where a dataset of the catalogue lies; what is no such name is a path. */
    private static String location(OceanCatalog catalog, String source) {
        if (!source.matches("[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)?")) {
            return source;
        }
        String[] parts = source.split("\\.", -1);
        String[] namespace = parts.length == 1 ? catalog.defaultNamespace() : new String[] {parts[0]};
        try {
            Table table = catalog.loadTable(Identifier.of(namespace, parts[parts.length - 1]));
            return Optional.ofNullable(table.properties().get(OceanCatalog.ZARR_LOCATION))
                    .orElseThrow(() -> new SourceException("Cannot regrid '" + source
                            + "': it is a table of rows, expected a dataset of fields, a file, a folder or a glob."));
        } catch (NoSuchTableException absent) {
            return source;
        }
    }

    private static List<ArchiveEntry> entries(SparkSession spark, String location) {
        try {
            return ArchiveListing.of(List.of(location), conf(spark));
        } catch (IOException error) {
            throw new SourceException(String.valueOf(error.getMessage()), error);
        }
    }

    private static Configuration conf(SparkSession spark) {
        return spark.sparkContext().hadoopConfiguration();
    }

    @Override
    public String name() {
        return "regrid " + call.required("source") + " " + first.variable() + " to " + call.required("grid");
    }

    @Override
    public Column[] columns() {
        List<Column> columns = new ArrayList<>();
        first.time()
                .ifPresent(time -> columns.add(column(
                        TIME,
                        first.hasTimestamps() ? DataTypes.TimestampType : DataTypes.DoubleType,
                        first.hasTimestamps() ? "" : time.units())));
        first.vertical()
                .ifPresent(vertical -> columns.add(column(first.level(), DataTypes.DoubleType, vertical.units())));
        columns.add(column(LAT, DataTypes.DoubleType, "degrees_north"));
        columns.add(column(LON, DataTypes.DoubleType, "degrees_east"));
        columns.add(column(first.variable(), valueType(), ""));
        columns.add(column(FRACTION, DataTypes.DoubleType, "1"));
        return columns.toArray(Column[]::new);
    }

    private DataType valueType() {
        return first.decoded() == ElementType.FLOAT ? DataTypes.FloatType : DataTypes.DoubleType;
    }

    private static Column column(String name, DataType type, String units) {
        return units.isEmpty() ? Column.create(name, type) : Column.create(name, type, true, units, "{}");
    }

    @Override
    @SuppressWarnings("deprecation")
    public StructType schema() {
        return org.apache.spark.sql.connector.catalog.CatalogV2Util.v2ColumnsToStructType(columns());
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap ignored) {
        return new RegridScanBuilder(spark, name(), schema(), entries, first, target);
    }
}
