package dev.shoal.source;

import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The storage chunks of files or stores as a table of {@link ChunkSchema#TABLE}. */
final class ChunkTable implements SupportsRead {

    private final ArchiveFiles files;

    /** Makes the table of files; opens none. */
    ChunkTable(ArchiveFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "chunks of " + files.options().kind().title() + " "
                + files.options().paths();
    }

    @Override
    @SuppressWarnings("deprecation")
    public StructType schema() {
        return ChunkSchema.TABLE;
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap ignored) {
        return new ChunkScan(name(), files);
    }
}
