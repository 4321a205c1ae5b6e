package dev.shoal.stage;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.spec.OutputSpec;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where regridded fields go.
 *
 * @param request that asks for them
 * @param digest of what decides what comes out
 */
record RegridTarget(RegridRequest request, String digest) {

    /** Attribute of the output that tells what it was made of. */
    static final String DIGEST = "shoal_regrid";

    private static final String STORE = ".zarr";
    private static final String FILE = ".nc";

    /** Refuses an output that is neither a store nor a file. */
    static RegridTarget of(RegridRequest request, String digest) {
        String output = request.output();
        if (!output.endsWith(STORE) && !output.endsWith(FILE)) {
            throw StageException.configuration("Cannot write '" + output + "': its name says no format, expected one"
                    + " that ends in .zarr or .nc. Name it so.");
        }
        return new RegridTarget(request, digest);
    }

    /** Tells whether the output is a file, made of a store that is taken down then. */
    boolean isFile() {
        return request.output().endsWith(FILE);
    }

    /** Returns the form of the store that chunks are written to. */
    static OutputSpec form(RegridRequest request) {
        return request.output().endsWith(FILE)
                ? request.form().as(ZarrFormat.V2, StoreToNetcdf.codec(request.deflateLevel()))
                : request.form();
    }

    /** Returns the root of the store that chunks are written to. */
    String store() {
        return isFile() ? beside(STORE) : request.output();
    }

    /** Returns the folder of the units that are done. */
    Path ledger() {
        return new Path(beside(".units"));
    }

    private String beside(String suffix) {
        Path output = new Path(request.output());
        String name = "." + output.getName() + "." + digest + suffix;
        return output.getParent() == null ? name : new Path(output.getParent(), name).toString();
    }

    /** Tells whether the output is there already, of the same files by the same methods. */
    boolean isWhole(Configuration conf) throws IOException {
        return standing(conf).filter(digest::equals).isPresent();
    }

    /** Returns what the output was made of; nothing where there is none, empty where it is something else. */
    private Optional<String> standing(Configuration conf) throws IOException {
        Path output = new Path(request.output());
        if (!output.getFileSystem(conf).exists(output)) {
            return Optional.empty();
        }
        try (ArrayFile file = ArrayStores.open(request.output(), conf)) {
            return Optional.of(file.header().attributes().text(DIGEST).orElse(""));
        } catch (UnreadableException unfinished) {
            return Optional.empty();
        }
    }

    /**
     * Takes an output away that is to be replaced.
     *
     * @throws StageException where one is there that is to stay
     */
    void requireFree(Configuration conf) throws IOException {
        Path output = new Path(request.output());
        FileSystem fs = output.getFileSystem(conf);
        if (standing(conf).isPresent()) {
            if (request.existing() == RegridRequest.Existing.KEEP) {
                throw StageException.configuration("Cannot write '" + request.output()
                        + "': it is there already, made of other files or by other methods, expected nothing there."
                        + " Remove it, name another, or replace it with --overwrite.");
            }
            fs.delete(output, true);
        }
    }

    /**
     * Shows the output to readers.
     *
     * @param arrays of the store, in the order of the file
     */
    void finish(List<ZarrArray> arrays, Configuration conf) throws IOException {
        if (isFile()) {
            StoreToNetcdf.write(ZarrStore.open(store(), conf), arrays, request.output(), request.deflateLevel(), conf);
            Path made = new Path(store());
            made.getFileSystem(conf).delete(made, true);
        }
    }

    /** Returns the line of the history that tells what was done. */
    String historyLine() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS) + ": " + request.command();
    }
}
