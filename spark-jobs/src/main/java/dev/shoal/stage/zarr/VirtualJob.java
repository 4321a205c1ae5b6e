package dev.shoal.stage.zarr;

import dev.shoal.netcdf.UnreadableException;
import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ArchiveListing;
import dev.shoal.zarr.virtual.Combination;
import dev.shoal.zarr.virtual.ConflictException;
import dev.shoal.zarr.virtual.ScanRequest;
import dev.shoal.zarr.virtual.VirtualPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * Makes a virtual store of files: tasks read their headers and lists of chunks and write the references; here stands
 * only what is said of each variable, and where the files belong. No value is copied but small coordinates, and, where
 * that is wanted, the chunks that cannot be part of one array as they are.
 */
public final class VirtualJob {

    private final SparkSession spark;
    private final VirtualRequest request;
    private final Progress progress;

    /** Prepares the job; nothing is read yet. */
    public VirtualJob(SparkSession spark, VirtualRequest request, Progress progress) {
        this.spark = spark;
        this.request = request;
        this.progress = progress;
    }

    /**
     * Returns what {@link #run} would do; writes nothing.
     *
     * @return with all conflicts, where files do not agree
     * @throws StageException where files cannot be read
     */
    public VirtualDraft plan() {
        try {
            List<String> files = listed();
            try (VirtualScans scans = VirtualScans.of(spark, files, scan(files), conf())) {
                return VirtualDraft.of(request.output(), files.size(), planned(scans, files.size()));
            } catch (ConflictException conflicts) {
                return new VirtualDraft(request.output(), files.size(), List.of(), conflicts.conflicts(), List.of());
            }
        } catch (Exception error) { // Spark throws checked ones too.
            throw told(error);
        }
    }

    private ScanRequest scan(List<String> files) {
        return files.size() == 1 ? new ScanRequest("", request.dropped()) : request.scan();
    }

    private VirtualPlan planned(VirtualScans scans, int files) throws IOException {
        return Combination.plan(
                scans.headers(spark, files, progress), request.dimension(), new VirtualTimes(), request.copying());
    }

    /**
     * Makes the store.
     *
     * @throws StageException where files do not agree, cannot be read, or the store cannot be written; nothing opens
     *     that did not open before
     */
    public VirtualOutcome run() {
        try {
            List<String> files = listed();
            try (VirtualScans scans = VirtualScans.of(spark, files, scan(files), conf())) {
                return made(scans, files.size());
            }
        } catch (ConflictException conflicts) {
            throw StageException.configuration(String.valueOf(conflicts.getMessage()), conflicts);
        } catch (Exception error) { // Spark throws checked ones too.
            throw told(error);
        }
    }

    /** A task's failure comes wrapped; what it says of a file is what the user needs. */
    private RuntimeException told(Exception error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableException unreadable) {
                return StageException.configuration(String.valueOf(unreadable.getMessage()), error);
            }
        }
        return error instanceof IOException
                ? StageException.configuration(String.valueOf(error.getMessage()), error)
                : StageException.ofStore(request.output(), error);
    }

    private VirtualOutcome made(VirtualScans scans, int files) throws IOException {
        VirtualPlan plan = planned(scans, files);
        VirtualOutput output = output(files);
        VirtualOutput.Tasks tasks = output.begin(plan);
        List<byte[]> answers = new VirtualWriting(plan, tasks, spark, progress).write(scans);
        output.finish(plan, answers);
        return new VirtualOutcome(
                request.output(),
                files,
                plan.arrays().size(),
                plan.size(),
                plan.notes().stream().distinct().toList());
    }

    private VirtualOutput output(int files) throws IOException {
        Configuration conf = conf();
        if (request.format() == VirtualRequest.Format.ICECHUNK) {
            String message = "virtual store of " + files + (files == 1 ? " file" : " files");
            return new VirtualCommit(request.output(), request.branch(), message, conf);
        }
        CopiedFolder folder = CopiedFolder.beside(request.output(), System.currentTimeMillis(), conf);
        return request.format() == VirtualRequest.Format.JSON
                ? new VirtualJson(request.output(), folder, conf)
                : new VirtualParquet(request.output(), request.recordSize(), folder, conf);
    }

    private List<String> listed() throws IOException {
        List<String> files = new ArrayList<>();
        for (ArchiveEntry entry : ArchiveListing.of(request.paths(), conf())) {
            if (entry.kind() != ArchiveEntry.Kind.FILE) {
                throw StageException.configuration("Cannot refer to chunks of " + entry.path() + ": found a store or"
                        + " references, expected netCDF or HDF5 files. Leave it out; it can be read as it is.");
            }
            files.add(entry.path());
        }
        return files;
    }

    private Configuration conf() {
        return spark.sparkContext().hadoopConfiguration();
    }
}
