package dev.shoal.job;

import dev.shoal.catalog.query.InvalidSearchException;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.source.SourceException;
import dev.shoal.spec.SpecException;
import dev.shoal.stage.StageException;
import dev.shoal.weights.WeightFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the user's fault, or the store's, from a bug of ours, wherever in a chain of causes it stands. */
final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private static final Pattern THREE_PARTS = Pattern.compile("`(\\w+)`\\.`(\\w+)`\\.`[^`]+`");

    private Faults() {}

    /**
     * How an error is shown.
     *
     * @param exitCode see {@link ExitCode}
     * @param message for people
     */
    record Fault(int exitCode, String message) {}

    /** Returns how an error is shown. */
    static Fault of(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            Optional<String> message = message(cause);
            if (message.isPresent()) {
                return new Fault(ExitCode.USAGE, message.get());
            }
        }
        LOG.error("A command failed", error);
        return new Fault(
                ExitCode.BUG,
                "Shoal failed: " + firstLine(root(error)) + ". This is a bug of Shoal's; please report it with the log "
                        + Logging.file() + ".");
    }

    /** Returns what Spark says; for a table that is not there, how to see which are. */
    private static String sql(AnalysisException error) {
        if (!"TABLE_OR_VIEW_NOT_FOUND".equals(error.getCondition())) {
            return error.getSimpleMessage();
        }
        Matcher table = THREE_PARTS.matcher(error.getSimpleMessage());
        return table.find()
                ? "[TABLE_OR_VIEW_NOT_FOUND] The table or view " + table.group()
                        + " cannot be found. 'SHOW TABLES IN " + table.group(1) + "." + table.group(2)
                        + "' lists those that there are."
                : error.getSimpleMessage().lines().findFirst().orElse("")
                        + " 'SHOW TABLES IN ocean.obs', 'IN ocean.grids' and 'IN ocean.catalog' list those of Shoal.";
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String firstLine(Throwable error) {
        return error.toString().lines().findFirst().orElse("no reason was given");
    }

    private static Optional<String> message(Throwable cause) {
        if (cause instanceof StageException
                || cause instanceof SpecException
                || cause instanceof InvalidSearchException
                || cause instanceof SourceException
                || cause instanceof UnreadableException
                || cause instanceof WeightFileException) {
            return Optional.of(String.valueOf(cause.getMessage()));
        }
        if (cause instanceof ParseException) {
            return Optional.of(
                    "Cannot run this SQL: " + String.valueOf(cause.getMessage()).strip());
        }
        if (cause instanceof AnalysisException analysis) {
            return Optional.of("Cannot run this SQL: " + sql(analysis));
        }
        if (cause instanceof UncheckedIOException unchecked) {
            return Optional.of(String.valueOf(
                    StageException.store("the store", unchecked.getCause() == null ? unchecked : unchecked.getCause())
                            .getMessage()));
        }
        if (cause instanceof IOException) {
            return Optional.of(
                    String.valueOf(StageException.store("the store", cause).getMessage()));
        }
        return Optional.empty();
    }
}
