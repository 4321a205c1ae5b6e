package dev.shoal.stage.zarr;

import dev.shoal.zarr.array.RawFiles;
import dev.shoal.zarr.virtual.ArrayPlan;
import dev.shoal.zarr.virtual.VirtualPlan;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder beside references, of chunks that were copied. Its name is its run's own, so that references that were there
 * before lead to what they led to.
 *
 * <p>As long as no references lead there, it holds an object that says so: what a run left that was killed is known by
 * that, and may be taken away.
 *
 * @param location of the folder
 */
record CopiedFolder(String location) implements Serializable {

    private static final String MIDDLE = ".chunks-";
    private static final String UNFINISHED = ".unfinished";

    /** Names the folder of the chunks of references. */
    static CopiedFolder beside(String references, long run, Configuration conf) throws IOException {
        Path path = new Path(references);
        Path whole = path.getFileSystem(conf).makeQualified(path);
        return new CopiedFolder(whole + MIDDLE + Long.toHexString(run));
    }

    /** Begins a folder, where anything is to be copied. */
    void begin(VirtualPlan plan, Configuration conf) throws IOException {
        if (plan.arrays().stream().anyMatch(array -> array.copiedRows().length > 0)) {
            put(new Path(location, UNFINISHED), new byte[0], conf);
        }
    }

    /** Says that all is copied; references that lead here are to be shown after that. */
    void finish(Configuration conf) throws IOException {
        Path mark = new Path(location, UNFINISHED);
        RawFiles.of(mark, conf).delete(mark, false);
    }

    /**
     * Returns the folders of runs that did not come to their end; one that is going on is among them.
     *
     * @param references that they were made for
     */
    static List<Path> unfinished(String references, Configuration conf) throws IOException {
        Path path = new Path(references);
        FileSystem system = RawFiles.of(path, conf);
        Path whole = system.makeQualified(path);
        List<Path> left = new ArrayList<>();
        try {
            for (FileStatus beside : system.listStatus(whole.getParent())) {
                boolean isOf =
                        beside.isDirectory() && beside.getPath().getName().startsWith(whole.getName() + MIDDLE);
                if (isOf && system.exists(new Path(beside.getPath(), UNFINISHED))) {
                    left.add(beside.getPath());
                }
            }
        } catch (FileNotFoundException nothing) {
            return left;
        }
        return left;
    }

    /** Puts a chunk, in place of one of the same name, and returns where it is. */
    String put(ArrayPlan array, String key, byte[] bytes, Configuration conf) throws IOException {
        Path file = new Path(new Path(location, array.array().path()), key);
        put(file, bytes, conf);
        return file.toString();
    }

    private static void put(Path file, byte[] bytes, Configuration conf) throws IOException {
        try (OutputStream out = RawFiles.of(file, conf).create(file, true)) {
            out.write(bytes);
        }
    }
}
