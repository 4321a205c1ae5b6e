package dev.shoal.stage.zarr;

import dev.shoal.zarr.virtual.VirtualFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** What was found in a file as bytes: Spark may be told to send answers by Kryo, which knows no records. */
final class VirtualFiles {

    private VirtualFiles() {}

    /** Returns a file as bytes; places of chunks follow one another and deflate well. */
    static byte[] bytes(VirtualFile file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (ObjectOutputStream out = new ObjectOutputStream(new DeflaterOutputStream(bytes, fast))) {
            out.writeObject(file);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    /** Returns the file that bytes were made of. */
    static VirtualFile file(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass type) throws ClassNotFoundException {
                return Class.forName(type.getName(), false, VirtualFiles.class.getClassLoader());
            }
        }) {
            return (VirtualFile) in.readObject();
        } catch (IOException | ClassNotFoundException error) {
            throw new IllegalStateException("Cannot take up what a task has found in a file.", error);
        }
    }
}
