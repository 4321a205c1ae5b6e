package dev.shoal.source;

import dev.shoal.zarr.ArchiveEntry;
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
