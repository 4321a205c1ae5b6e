package dev.shoal.catalog.table;

import static org.apache.iceberg.TableProperties.COMMIT_NUM_RETRIES;
import static org.apache.iceberg.TableProperties.FORMAT_VERSION;
import static org.apache.iceberg.TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED;
import static org.apache.iceberg.TableProperties.WRITE_DISTRIBUTION_MODE;
import static org.apache.iceberg.TableProperties.WRITE_DISTRIBUTION_MODE_HASH;
import static org.apache.iceberg.TableProperties.WRITE_DISTRIBUTION_MODE_NONE;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.spark.SparkSchemaUtil;

/**
 * Makes the tables that are not there, each by one commit. By Iceberg itself: as SQL it took ten statements and as many
 * commits.
 */
record TableLayout(Catalog catalog) {

    /** More commits than Iceberg's default of 4 may pass in between before a writer gives up. */
    private static final String COMMIT_RETRIES = "20";

    /** Makes what is missing; another process may do the same at the same time. */
    void complete(String namespace) {
        Namespace space = Namespace.of(namespace);
        createNamespace(space);
        Set<String> there =
                catalog.listTables(space).stream().map(TableIdentifier::name).collect(Collectors.toSet());
        for (CatalogTable<?> table : CatalogTable.all()) {
            if (!there.contains(table.name())) {
                create(TableIdentifier.of(space, table.name()), table);
            }
        }
    }

    private void createNamespace(Namespace space) {
        if (catalog instanceof SupportsNamespaces namespaces && !namespaces.namespaceExists(space)) {
            try {
                namespaces.createNamespace(space);
            } catch (AlreadyExistsException byAnother) {
                return;
            }
        }
    }

    private void create(TableIdentifier identifier, CatalogTable<?> table) {
        Schema schema = SparkSchemaUtil.convert(table.schema());
        try {
            catalog.buildTable(identifier, schema)
                    .withPartitionSpec(partitioning(schema, table.partitioning()))
                    .withSortOrder(ordering(schema, table.ordering()))
                    .withProperty(FORMAT_VERSION, "2")
                    .withProperty(COMMIT_NUM_RETRIES, COMMIT_RETRIES)
                    .withProperty(METADATA_DELETE_AFTER_COMMIT_ENABLED, "true")
                    .withProperty(
                            WRITE_DISTRIBUTION_MODE,
                            table.partitioning().isEmpty()
                                    ? WRITE_DISTRIBUTION_MODE_NONE
                                    : WRITE_DISTRIBUTION_MODE_HASH)
                    .create();
        } catch (AlreadyExistsException byAnother) {
            return;
        }
    }

    private static PartitionSpec partitioning(Schema schema, List<String> columns) {
        PartitionSpec.Builder spec = PartitionSpec.builderFor(schema);
        columns.forEach(spec::identity);
        return spec.build();
    }

    private static SortOrder ordering(Schema schema, List<String> columns) {
        SortOrder.Builder order = SortOrder.builderFor(schema);
        columns.forEach(order::asc);
        return order.build();
    }
}
