package dev.shoal.source;

import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ArchiveListing;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * The files of a table as they are listed now.
 *
 * @param spark session
 * @param options of the table
 * @param entries in order of their paths, at least one
 * @param known what is known of files from before
 */
record ArchiveFiles(SparkSession spark, SourceOptions options, List<ArchiveEntry> entries, KnownFiles known) {

    /**
     * Lists the files of a table.
     *
     * @throws SourceException where there are none
     */
    static ArchiveFiles of(SparkSession spark, SourceOptions options, KnownFiles known) {
        ArchiveEntry.Kind wanted =
                options.kind() == ArchiveKind.ZARR ? ArchiveEntry.Kind.STORE : ArchiveEntry.Kind.FILE;
        List<ArchiveEntry> entries = list(spark, options);
        List<ArchiveEntry> found = ofKind(entries, wanted);
        if (found.isEmpty()) {
            found = ofKind(entries, ArchiveEntry.Kind.REFERENCES);
        }
        if (found.isEmpty()) {
            throw new SourceException("Cannot read " + options.paths() + " as "
                    + options.kind().title() + ": found only "
                    + (wanted == ArchiveEntry.Kind.STORE ? "files" : "Zarr stores") + " there. Read them as "
                    + (wanted == ArchiveEntry.Kind.STORE ? ArchiveKind.NETCDF : ArchiveKind.ZARR).title() + ".");
        }
        return new ArchiveFiles(spark, options, found, known);
    }

    /** References are read as either kind, where there is nothing of the kind itself. */
    private static List<ArchiveEntry> ofKind(List<ArchiveEntry> entries, ArchiveEntry.Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    private static List<ArchiveEntry> list(SparkSession spark, SourceOptions options) {
        try {
            return ArchiveListing.of(options.paths(), spark.sparkContext().hadoopConfiguration());
        } catch (IOException error) {
            throw new SourceException(String.valueOf(error.getMessage()), error);
        }
    }

    /** Returns the paths of the files. */
    List<String> locations() {
        return entries.stream().map(ArchiveEntry::path).toList();
    }

    /** Returns the same with other files. */
    ArchiveFiles with(List<ArchiveEntry> others) {
        return new ArchiveFiles(spark, options, others, known);
    }

    /** Returns what is known of all files; those that are not known are opened. */
    KnownFiles.Answer facts() {
        return known.facts(spark, entries);
    }
}
