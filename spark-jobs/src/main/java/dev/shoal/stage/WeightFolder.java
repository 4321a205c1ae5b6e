package dev.shoal.stage;

import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Weights;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Weights in a folder of any file system: an object for each window of a target, in a folder for each pair of grids and
 * scheme. An object is the key and the weights as Java writes them, then a CRC-32C of that. What is torn, damaged,
 * written by another version or of another key is as if it were not there, and is replaced. Objects are put whole, so
 * that several processes may share the folder.
 *
 * @param folder any path
 */
record WeightFolder(String folder) implements WeightStore {

    private static final long serialVersionUID = 1;

    /** Nothing but weights is read: an object of another kind is refused before it is made. */
    private static final ObjectInputFilter ONLY_WEIGHTS = ObjectInputFilter.Config.createFilter(
            "dev.shoal.regrid.*;dev.shoal.stage.WeightKey;java.lang.*;java.util.*;!*");

    @Override
    public Optional<Weights> load(WeightKey key, GridWindow window, Configuration conf) throws IOException {
        Path path = path(key, window);
        try (FSDataInputStream in = path.getFileSystem(conf).open(path)) {
            return read(in.readAllBytes(), key)
                    .filter(weights -> weights.target().equals(window));
        } catch (FileNotFoundException absent) {
            return Optional.empty();
        }
    }

    private static Optional<Weights> read(byte[] bytes, WeightKey key) throws IOException {
        int length = bytes.length - Long.BYTES;
        if (length < 0 || checksum(bytes, length) != ByteBuffer.wrap(bytes).getLong(length)) {
            return Optional.empty();
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes, 0, length))) {
            in.setObjectInputFilter(ONLY_WEIGHTS);
            boolean same = key.equals(in.readObject());
            return same && in.readObject() instanceof Weights known ? Optional.of(known) : Optional.empty();
        } catch (ObjectStreamException | EOFException | ClassNotFoundException otherVersion) {
            return Optional.empty();
        }
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }

    @Override
    public void save(WeightKey key, Weights weights, Configuration conf) throws IOException {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(buffer)) {
            out.writeObject(key);
            out.writeObject(weights);
        }
        byte[] bytes = buffer.toByteArray();
        Path path = path(key, weights.target());
        FileSystem fs = path.getFileSystem(conf);
        Path part = new Path(path.getParent(), "." + path.getName() + "." + UUID.randomUUID());
        try (FSDataOutputStream out = fs.create(part, true)) {
            out.write(bytes);
            out.writeLong(checksum(bytes, bytes.length));
        }
        fs.delete(path, false);
        if (!fs.rename(part, path)) { // Another process was first, with the same weights.
            fs.delete(part, false);
        }
    }

    private Path path(WeightKey key, GridWindow window) {
        String name = window.y0() + "-" + window.y1() + "-" + window.x0() + "-" + window.x1();
        return new Path(new Path(folder, key.name()), name + ".weights");
    }
}
