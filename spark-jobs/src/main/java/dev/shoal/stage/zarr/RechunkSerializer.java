package dev.shoal.stage.zarr;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import org.apache.spark.serializer.DeserializationStream;
import org.apache.spark.serializer.SerializationStream;
import org.apache.spark.serializer.Serializer;
import org.apache.spark.serializer.SerializerInstance;
import scala.reflect.ClassTag;

/**
 * Writes pieces for Spark's shuffle: the number of a box, the number of bytes, the bytes. Records stand by themselves,
 * so that Spark sorts and spills them without taking them apart, and no copy is made beside Spark's own. A piece that
 * is read holds until the next is read by the same task.
 */
final class RechunkSerializer extends Serializer implements Serializable {

    private static final long serialVersionUID = 1;

    @Override
    public SerializerInstance newInstance() {
        return new Instance();
    }

    @Override
    public boolean supportsRelocationOfSerializedObjects() {
        return true;
    }

    /** Shuffles use streams alone. */
    private static final class Instance extends SerializerInstance {

        private final Last last = new Last();

        @Override
        public <T> ByteBuffer serialize(T value, ClassTag<T> tag) {
            throw new UnsupportedOperationException("Pieces are written to streams only.");
        }

        @Override
        public <T> T deserialize(ByteBuffer bytes, ClassTag<T> tag) {
            throw new UnsupportedOperationException("Pieces are read from streams only.");
        }

        @Override
        public <T> T deserialize(ByteBuffer bytes, ClassLoader loader, ClassTag<T> tag) {
            throw new UnsupportedOperationException("Pieces are read from streams only.");
        }

        @Override
        public SerializationStream serializeStream(OutputStream stream) {
            return new Writing(new DataOutputStream(stream));
        }

        @Override
        public DeserializationStream deserializeStream(InputStream stream) {
            return new Reading(new DataInputStream(stream), last);
        }
    }

    /** The piece that was read last; most are of one length. */
    private static final class Last {
        private byte[] piece = {};
    }

    private static final class Writing extends SerializationStream {

        private final DataOutputStream out;

        Writing(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public <T> SerializationStream writeObject(T value, ClassTag<T> tag) {
            try {
                if (value instanceof byte[] bytes) {
                    out.writeInt(bytes.length);
                    out.write(bytes);
                } else {
                    out.writeInt((Integer) value);
                }
                return this;
            } catch (IOException error) {
                throw RechunkSerializer.<RuntimeException>asIs(error);
            }
        }

        @Override
        public void flush() {
            try {
                out.flush();
            } catch (IOException error) {
                throw RechunkSerializer.<RuntimeException>asIs(error);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException error) {
                throw RechunkSerializer.<RuntimeException>asIs(error);
            }
        }
    }

    private static final class Reading extends DeserializationStream {

        private final DataInputStream in;
        private final Last last;

        Reading(DataInputStream in, Last last) {
            this.in = in;
            this.last = last;
        }

        @Override
        @SuppressWarnings("unchecked") // The tag is that of what was written.
        public <T> T readKey(ClassTag<T> tag) {
            return (T) (Integer) whole();
        }

        @Override
        @SuppressWarnings("unchecked") // The tag is that of what was written.
        public <T> T readValue(ClassTag<T> tag) {
            int length = whole();
            byte[] bytes = last.piece.length == length ? last.piece : new byte[length];
            last.piece = bytes;
            try {
                in.readFully(bytes);
            } catch (IOException error) {
                throw RechunkSerializer.<RuntimeException>asIs(error);
            }
            return (T) bytes;
        }

        @Override
        public <T> T readObject(ClassTag<T> tag) {
            return readKey(tag);
        }

        /** The end of the stream, which Spark knows by its own exception, comes before a key only. */
        private int whole() {
            try {
                return in.readInt();
            } catch (IOException error) {
                throw RechunkSerializer.<RuntimeException>asIs(error);
            }
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException error) {
                throw RechunkSerializer.<RuntimeException>asIs(error);
            }
        }
    }

    /** Spark's streams are Scala's, which declare no exception and throw any. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> RuntimeException asIs(Exception error) throws E {
        throw (E) error;
    }
}
