package dev.shoal.job;

import dev.shoal.stage.FlaggedFile;
import dev.shoal.stage.QcReview;
import dev.shoal.stage.StageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/** Writes judged files again with their flags. */
final class QcCopies {

    private QcCopies() {}

    /**
     * Writes every judged file.
     *
     * @param output file for the only one, or an existing folder for any number, by their own names ending in .nc
     */
    static void write(QcReview review, Path output) throws IOException {
        List<String> paths = review.paths();
        if (paths.size() > 1 && !Files.isDirectory(output)) {
            throw StageException.configuration("Cannot write " + paths.size() + " files to '" + output
                    + "': found no such folder, expected one for more than one file. Make it first.");
        }
        Configuration conf = RunCommand.storage();
        String history = Instant.now().truncatedTo(ChronoUnit.SECONDS) + " flags added by shoal qc";
        Set<Path> written = new HashSet<>();
        for (String path : paths) {
            Path target = Files.isDirectory(output) ? output.resolve(name(path)) : output;
            if (!written.add(target)) {
                throw StageException.configuration("Cannot write '" + path + "' with flags: '" + target
                        + "' is written already. Judge files of the same name one after another.");
            }
            for (String change : new FlaggedFile(review, path, conf).write(target, history)) {
                System.err.println(path + ": " + change);
            }
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("(\\.(nc|nc4|cdf|zarr))?$", ".nc");
    }
}
