package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.catalog.Dataset;
import dev.shoal.catalog.DatasetKind;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.catalog.table.DatasetsTable;
import dev.shoal.testing.SharedSpark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * All that is published of a dataset, without its name, its place, and when and by which run it was made.
 *
 * @param data files of the store by name, or rows of the table by number
 * @param catalogue rows of the catalogue by table
 */
record Published(Map<String, String> data, Map<String, List<String>> catalogue) {

    static Published of(String name) {
        Row row = SharedSpark.session()
                .table("ocean.catalog.datasets")
                .where("name = '" + name + "'")
                .first();
        Dataset dataset = DatasetsTable.TABLE.value(row);
        Map<String, List<String>> catalogue = new TreeMap<>();
        catalogue.put(
                "dataset",
                rows("datasets", "name", name, "name", "title", "location", "spec_hash", "updated_at", "run"));
        catalogue.put("granules", rows("granules", "dataset", name, "dataset", "run"));
        catalogue.put("rejects", rows("rejects", "dataset", name, "dataset", "reason", "run", "at"));
        return new Published(
                dataset.kind() == DatasetKind.GRID ? store(name, dataset.location()) : table(dataset.location()),
                catalogue);
    }

    private static Map<String, String> store(String name, String location) {
        assertThat(GridPointer.stores(SharedSpark.session(), name).map(GridStores::main))
                .contains(location);
        Map<String, String> files = StoreFiles.bytes(location);
        files.put(".zmetadata", StoreFiles.consolidated(location).replaceAll("\"shoal_[cd][^,}]*|\"title[^,}]*", ""));
        return files;
    }

    private static Map<String, String> table(String location) {
        Map<String, String> rows = new TreeMap<>();
        SharedSpark.session()
                .table(location)
                .drop("run", "dataset")
                .orderBy("source_file", "source_index")
                .toLocalIterator()
                .forEachRemaining(row -> rows.put(String.format("%09d", rows.size()), row.toString()));
        return rows;
    }

    private static List<String> rows(String table, String key, String name, String... without) {
        List<String> rows = new ArrayList<>();
        SharedSpark.session()
                .table("ocean." + CatalogTables.NAMESPACE + "." + table)
                .where(key + " = '" + name + "'")
                .drop(without)
                .selectExpr("to_json(struct(*)) AS row")
                .orderBy("row")
                .toLocalIterator()
                .forEachRemaining(row -> rows.add(row.getString(0)));
        return rows;
    }

    void isLike(Published other, String story) {
        assertThat(catalogue).as(story).isEqualTo(other.catalogue);
        assertThat(data.keySet()).as(story).isEqualTo(other.data.keySet());
        assertThat(data).as(story).isEqualTo(other.data);
    }
}
