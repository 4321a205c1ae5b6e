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
 * What processes did to one window of an array.
 *
 * @param path of the array
 * @param parts manifests in the repository, where many chunks were set; none or one
 * @param few chunks, packed, where there are few or their references go; not copied
 */
record MergedChunks(String path, List<ManifestPart> parts, byte[] few) implements Serializable {

    MergedChunks {
        parts = new ArrayList<>(parts);
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
