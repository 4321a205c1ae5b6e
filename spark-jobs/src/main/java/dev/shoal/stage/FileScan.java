package dev.shoal.stage;

import dev.shoal.catalog.Footprint;
import dev.shoal.catalog.InventoryEntry;
import dev.shoal.catalog.Reject;
import dev.shoal.catalog.table.InventoryTable;
import dev.shoal.catalog.table.RejectsTable;
import dev.shoal.cf.CfDataset;
import dev.shoal.cf.view.FieldViews;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.FileDigest;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.WholeFile;
import dev.shoal.zarr.ArrayStores;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Looks at one file: its checksum, its header and what that means. Every file ends in a row of the scan; one that
 * cannot be read ends in one with a reason.
 *
 * @param run id of the run
 * @param nowMicros time of the run, microseconds since 1970 UTC
 * @param views what the fields of files are made before they are described; the inventory tells of the files themselves
 * @param conf of the file systems
 */
record FileScan(String run, long nowMicros, FieldViews views, Configuration conf) {

    /** Makes a scan of fields as they are stored. */
    FileScan(String run, long nowMicros, Configuration conf) {
        this(run, nowMicros, FieldViews.NONE, conf);
    }

    /** Stage of a reject whose header or coordinates cannot be read. */
    static final String SCAN = "scan";

    /** Stage of a reject that does not fit the other files of a dataset. */
    static final String PLAN = "plan";

    /** Stage of a reject that turned out damaged when a dataset had taken a part of it. */
    static final String READ = "read";

    /** Stage of a reject of which a stream could not judge all that it holds, so that every run tries it again. */
    static final String LATE = "late";

    /** Stage of a reject that says nothing of the file itself, so that every run tries it again. */
    static final String ACCESS = "access";

    /** Returns the row of a file, in the columns of {@link ScanStage#SCHEMA}. */
    Row row(FileEntry entry) {
        try {
            return described(entry, WholeFile.read(entry.path(), entry.size(), conf));
        } catch (UnreadableException fault) {
            return refused(entry, isOfAccess(fault) ? ACCESS : SCAN, String.valueOf(fault.getMessage()));
        } catch (AccessDeniedException | AccessControlException | FileNotFoundException fault) {
            return refused(entry, ACCESS, "Cannot read " + entry.path() + ": " + fault + ".");
        } catch (IOException error) {
            throw StageException.store(entry.path(), error);
        }
    }

    /** Describes a file: a small one out of memory, where one request brought it. */
    private Row described(FileEntry entry, Optional<WholeFile> whole) throws IOException {
        try (ArrayFile file = whole.isPresent() ? whole.get().open() : ArrayStores.open(entry.path(), conf)) {
            CfDataset cf = CfDataset.of(file);
            Extent extent = Extents.of(file, cf);
            FileDigest digest = whole.isPresent()
                    ? whole.get().digest()
                    : FileDigest.of(ArrayStores.document(entry.path(), conf), conf);
            FileDescription description = Descriptions.of(entry, seen(file, cf), extent, digest.sha256());
            return RowFactory.create(
                    entry.path(),
                    InventoryTable.TABLE.row(inventory(entry, file, cf, extent, digest)),
                    null,
                    bytes(description),
                    bytes(cf.facts()));
        }
    }

    /** The view is closed with the file. */
    private CfDataset seen(ArrayFile file, CfDataset stored) throws IOException {
        try {
            ArrayFile view = views.over(file);
            return view == file ? stored : CfDataset.of(view);
        } catch (IllegalArgumentException unfit) {
            throw new UnreadableException(String.valueOf(unfit.getMessage()), unfit);
        }
    }

    private static boolean isOfAccess(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException
                    || cause instanceof AccessControlException
                    || cause instanceof FileNotFoundException) {
                return true;
            }
        }
        return false;
    }

    private Row refused(FileEntry entry, String stage, String reason) {
        return RowFactory.create(
                entry.path(), null, RejectsTable.TABLE.row(reject(entry, "", stage, reason)), null, null);
    }

    private InventoryEntry inventory(FileEntry entry, ArrayFile file, CfDataset cf, Extent extent, FileDigest digest) {
        return new InventoryEntry(
                entry.path(),
                entry.size(),
                TimeUnit.MILLISECONDS.toMicros(entry.modifiedMillis()),
                digest.md5(),
                digest.sha256(),
                file.header().format().title(),
                file.header().attributes().text("Conventions"),
                cf.featureType().title(),
                cf.featureTypeReason(),
                VariableSummaries.ofFile(file.header(), cf),
                extent.time(),
                extent.footprint().map(Footprint::box),
                cf.problems(),
                run,
                nowMicros);
    }

    /** Returns why a file is not taken: by one dataset, or by nothing at all. */
    Reject reject(FileEntry entry, String dataset, String stage, String reason) {
        return new Reject(
                entry.path(),
                dataset,
                entry.size(),
                TimeUnit.MILLISECONDS.toMicros(entry.modifiedMillis()),
                stage,
                reason,
                run,
                nowMicros);
    }

    private static byte[] bytes(Serializable description) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(description);
        }
        return bytes.toByteArray();
    }
}
