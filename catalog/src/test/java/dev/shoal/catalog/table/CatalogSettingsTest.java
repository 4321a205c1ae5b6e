package dev.shoal.catalog.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogSettingsTest {

    @Test
    void keepsTheEmbeddedCatalogInOneFolder() {
        assertThat(CatalogSettings.embedded("ocean", CatalogSettings.ICEBERG, Path.of("/data/shoal"))
                        .sparkConf())
                .containsEntry("spark.sql.extensions", CatalogSettings.EXTENSIONS)
                .containsEntry("spark.sql.catalog.ocean", "org.apache.iceberg.spark.SparkCatalog")
                .containsEntry("spark.sql.catalog.ocean.type", "jdbc")
                .containsEntry("spark.sql.catalog.ocean.uri", "jdbc:sqlite:/data/shoal/catalog.db")
                .containsEntry("spark.sql.catalog.ocean.jdbc.schema-version", "V1")
                .containsEntry("spark.sql.catalog.ocean.jdbc.busy_timeout", "60000")
                .containsEntry("spark.sql.catalog.ocean.warehouse", "file:///data/shoal/warehouse")
                .containsEntry("spark.sql.catalog.ocean.io-impl", "org.apache.iceberg.hadoop.HadoopFileIO")
                .containsEntry("spark.sql.catalog.ocean.cache-enabled", "false")
                .hasSize(9);
    }

    @Test
    void namesTheWarehouseAsTheFolderIsNamed() {
        assertThat(CatalogSettings.embedded("ocean", CatalogSettings.ICEBERG, Path.of("/my data/é#1%"))
                        .warehouse())
                .isEqualTo("file:///my data/é#1%/warehouse");
    }

    @Test
    void servesPostgresAndObjectStorage() {
        CatalogSettings settings = new CatalogSettings(
                "sea", "example.OwnCatalog", "jdbc:postgresql://db:5432/shoal?user=me", "s3a://bucket/warehouse");
        assertThat(settings.sparkConf())
                .containsEntry("spark.sql.extensions", CatalogSettings.EXTENSIONS)
                .containsEntry("spark.sql.catalog.sea", "example.OwnCatalog")
                .containsEntry("spark.sql.catalog.sea.type", "jdbc")
                .containsEntry("spark.sql.catalog.sea.uri", "jdbc:postgresql://db:5432/shoal?user=me")
                .containsEntry("spark.sql.catalog.sea.jdbc.schema-version", "V1")
                .containsEntry("spark.sql.catalog.sea.warehouse", "s3a://bucket/warehouse")
                .containsEntry("spark.sql.catalog.sea.io-impl", "org.apache.iceberg.hadoop.HadoopFileIO")
                .containsEntry("spark.sql.catalog.sea.cache-enabled", "false")
                .hasSize(8);
    }

    @Test
    void refusesWhatNoSessionCouldOpen() {
        assertThatThrownBy(() -> new CatalogSettings("o-1", "x", "jdbc:sqlite:x", "file:///x"))
                .hasMessage("Cannot name a catalog \"o-1\": expected a letter, then letters, digits and underscores."
                        + " Choose another name.");
        assertThatThrownBy(() -> new CatalogSettings("o", "x", "postgresql://x", "file:///x"))
                .hasMessage("Cannot open the catalog database \"postgresql://x\": expected a JDBC URI such as"
                        + " jdbc:sqlite:catalog.db or jdbc:postgresql://host/name.");
        assertThatThrownBy(() -> new CatalogSettings("o", "x", "jdbc:sqlite:x", "/data"))
                .hasMessage("Cannot use the warehouse \"/data\": expected a folder with its scheme, such as"
                        + " file:///data/warehouse or s3a://bucket/warehouse.");
    }
}
