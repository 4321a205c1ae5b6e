package dev.shoal.stage.zarr;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Objects as bytes: Spark may be told to send answers by Kryo, which knows no records. */
final class PackedObjects {

    private PackedObjects() {}

    /** Returns an object as bytes; places of chunks follow one another and deflate well. */
    static byte[] bytes(Serializable object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (ObjectOutputStream out = new ObjectOutputStream(new DeflaterOutputStream(bytes, fast))) {
            out.writeObject(object);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    /** Returns the object that bytes were made of. */
    static <T> T object(Class<T> type, byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass name) throws IOException, ClassNotFoundException {
                return name.getName().startsWith("[")
                        ? super.resolveClass(name)
                        : Class.forName(name.getName(), false, PackedObjects.class.getClassLoader());
            }
        }) {
            return type.cast(in.readObject());
        } catch (IOException | ClassNotFoundException error) {
            throw new IllegalStateException("Cannot take up what a task has made.", error);
        }
    }
}
