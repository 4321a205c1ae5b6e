package dev.shoal.source;

import dev.shoal.udf.ShoalFunctions;
import java.util.Arrays;
import java.util.Optional;
import org.apache.iceberg.spark.SparkCatalog;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchFunctionException;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;

/**
 * Iceberg's catalogue with Shoal's parts beside its own tables: the functions of quality control in the namespace
 * {@code qc}, any path as a table of the namespaces {@code netcdf} and {@code zarr}, and tables that stand for a Zarr
 * store.
 *
 * <p>A table whose property {@value #ZARR_LOCATION} names a Zarr store is read from that store; all else that is done
 * to it, such as altering and dropping, is done to the Iceberg table. A property {@code shoal.zarr.location.<layout>}
 * names a store with the same values in other chunks: the table of that name with {@code @<layout>} behind it.
 */
public class OceanCatalog extends SparkCatalog {

    /** Property of an Iceberg table that names the root of the Zarr store it stands for. */
    public static final String ZARR_LOCATION = "shoal.zarr.location";

    /** Stands between the name of a table and that of its layout. */
    private static final char LAYOUT = '@';

    private static final String PREFIX = "qc_";

    private final KnownFiles known = new KnownFiles();

    /** Makes a catalogue that Spark then names. */
    public OceanCatalog() {}

    @Override
    public Table loadTable(Identifier name) throws NoSuchTableException {
        Optional<ArchiveKind> kind = ArchiveKind.ofNamespace(name.namespace());
        if (kind.isPresent()) {
            return ArchiveTable.of(SparkSession.active(), SourceOptions.of(kind.get(), name.name()), known);
        }
        int at = name.name().indexOf(LAYOUT);
        if (at > 0) {
            return layout(name, Identifier.of(name.namespace(), name.name().substring(0, at)));
        }
        Table table = super.loadTable(name);
        String store = table.properties().getOrDefault(ZARR_LOCATION, "");
        return store.isEmpty() ? table : ArchiveTable.pointer(SparkSession.active(), store, table, known);
    }

    private Table layout(Identifier name, Identifier dataset) throws NoSuchTableException {
        Table table = super.loadTable(dataset);
        String layout = name.name().substring(dataset.name().length() + 1);
        String store = table.properties().get(ZARR_LOCATION + "." + layout);
        if (store == null) {
            throw new NoSuchTableException(name);
        }
        return ArchiveTable.pointer(SparkSession.active(), store, table, known);
    }

    /** Tells whether a table is there; a path is taken to be, and loading it says what is wrong with it. */
    @Override
    public boolean tableExists(Identifier name) {
        return ArchiveKind.ofNamespace(name.namespace()).isPresent() || super.tableExists(name);
    }

    /** Finds {@code qc.gross_range} as well as {@code qc.qc_gross_range}; other names are Iceberg's. */
    @Override
    public UnboundFunction loadFunction(Identifier name) throws NoSuchFunctionException {
        Optional<UnboundFunction> function = ShoalFunctions.find(name)
                .or(() -> ShoalFunctions.find(Identifier.of(name.namespace(), PREFIX + name.name())));
        return function.isPresent() ? function.get() : super.loadFunction(name);
    }

    @Override
    public Identifier[] listFunctions(String[] namespace) throws NoSuchNamespaceException {
        Identifier[] own = ShoalFunctions.list(namespace);
        return own.length > 0 ? own : super.listFunctions(namespace);
    }

    /** Tells whether a namespace is there: one of Iceberg's, or one of those that hold functions and paths. */
    @Override
    public boolean namespaceExists(String[] namespace) {
        return Arrays.equals(namespace, new String[] {ShoalFunctions.NAMESPACE})
                || ArchiveKind.ofNamespace(namespace).isPresent()
                || super.namespaceExists(namespace);
    }
}
