package dev.shoal.stage.zarr;

import dev.shoal.zarr.array.RawFiles;
import dev.shoal.zarr.virtual.ArrayPlan;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * A folder beside references, of chunks that were copied. Its name is its run's own, so that references that were there
 * before lead to what they led to.
 *
 * @param location of the folder
 */
record CopiedFolder(String location) implements Serializable {

    /** Names the folder of the chunks of references. */
    static CopiedFolder beside(String references, long run, Configuration conf) throws IOException {
        Path path = new Path(references);
        Path whole = path.getFileSystem(conf).makeQualified(path);
        return new CopiedFolder(whole + ".chunks-" + Long.toHexString(run));
    }

    /** Puts a chunk, in place of one of the same name, and returns where it is. */
    String put(ArrayPlan array, String key, byte[] bytes, Configuration conf) throws IOException {
        Path file = new Path(new Path(location, array.array().path()), key);
        try (OutputStream out = RawFiles.of(file, conf).create(file, true)) {
            out.write(bytes);
        }
        return file.toString();
    }
}
