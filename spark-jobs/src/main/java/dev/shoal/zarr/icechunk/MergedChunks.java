package dev.shoal.zarr.icechunk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What processes did to one window of an array: the references that they set lie in manifests of the repository.
 *
 * @param path of the array
 * @param parts of chunks that were set; none or one
 * @param erased indices of chunks whose references go
 */
record MergedChunks(String path, List<ManifestPart> parts, List<int[]> erased) implements Serializable {

    MergedChunks {
        parts = new ArrayList<>(parts);
        erased = new ArrayList<>(erased);
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(this);
        }
        return bytes.toByteArray();
    }

    static MergedChunks parse(byte[] bytes) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (MergedChunks) in.readObject();
        } catch (ClassNotFoundException other) {
            throw new IOException(
                    "Cannot take what a task wrote: its program is another (" + other.getMessage()
                            + "), expected the same. Give all processes one jar.",
                    other);
        }
    }
}
