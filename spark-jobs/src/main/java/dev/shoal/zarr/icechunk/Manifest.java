package dev.shoal.zarr.icechunk;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import dev.shoal.codec.DamageException;
import dev.shoal.netcdf.UnreadableException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** References to chunks, searched where they lie. */
public final class Manifest {

    private static final int MOST_LOCATION_BYTES = 1 << 16;

    private final String name;
    private final Fields root;
    private final byte[] dictionary;

    private Manifest(String name, Fields root, byte[] dictionary) {
        this.name = name;
        this.root = root;
        this.dictionary = dictionary;
    }

    /** Receives references in ascending order. */
    @FunctionalInterface
    interface Sink {

        /** Takes a reference; the index is the receiver's. */
        void accept(int[] index, ChunkRef ref) throws IOException;
    }

    /**
     * Opens a manifest.
     *
     * @param name whole, for messages
     * @throws UnreadableException where it is damaged
     */
    public static Manifest parse(String name, byte[] bytes) throws IOException {
        return Envelope.parse(name, ObjectKind.MANIFEST, bytes, root -> {
            root.count(1, 4);
            return new Manifest(name, root, root.bytes(2));
        });
    }

    /**
     * Finds a chunk by bisection.
     *
     * @param node the array's id
     * @return nothing where there is no reference to it
     */
    public Optional<ChunkRef> find(ObjectId node, int... index) throws IOException {
        return checked(() -> {
            Optional<Fields> array = array(node);
            if (array.isEmpty()) {
                return Optional.empty();
            }
            int low = 0;
            int high = array.get().count(1, 4) - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                Fields ref = array.get().alone().element(1, middle);
                int order = Arrays.compareUnsigned(ref.ints(0), index);
                if (order == 0) {
                    return Optional.of(ref(ref));
                }
                low = order < 0 ? middle + 1 : low;
                high = order < 0 ? high : middle - 1;
            }
            return Optional.empty();
        });
    }

    /** Hands over all references of an array. */
    void forEach(ObjectId node, Sink sink) throws IOException {
        Optional<Fields> array = checked(() -> array(node));
        int count = array.isEmpty() ? 0 : checked(() -> array.get().count(1, 4));
        for (int i = 0; i < count; i++) {
            int at = i;
            Fields ref = checked(() -> array.orElseThrow().alone().element(1, at));
            sink.accept(checked(() -> ref.ints(0)), checked(() -> ref(ref)));
        }
    }

    /** Hands over the indices of all references of an array. */
    void forEachIndex(ObjectId node, ChunkIndices.Sink sink) throws IOException {
        Optional<Fields> array = checked(() -> array(node));
        int count = array.isEmpty() ? 0 : checked(() -> array.get().count(1, 4));
        for (int i = 0; i < count; i++) {
            int at = i;
            sink.accept(checked(() -> array.orElseThrow().alone().element(1, at).ints(0)));
        }
    }

    /** Receives ids of chunks. */
    @FunctionalInterface
    interface ChunkSink {

        /** Takes an id. */
        void accept(ObjectId chunk);
    }

    /** Hands over the ids of all chunks in the repository, of all arrays, a chunk with several references so often. */
    void forEachChunk(ChunkSink sink) throws IOException {
        int arrays = checked(() -> root.count(1, 4));
        for (int i = 0; i < arrays; i++) {
            int which = i;
            Fields array = checked(() -> root.element(1, which));
            int count = checked(() -> array.count(1, 4));
            for (int k = 0; k < count; k++) {
                int at = k;
                Fields ref = checked(() -> array.alone().element(1, at));
                if (checked(() -> ref.has(4))) {
                    sink.accept(checked(() -> ref.id(4, ObjectId.OBJECT_BYTES)));
                }
            }
        }
    }

    private Optional<Fields> array(ObjectId node) throws DamageException {
        int count = root.count(1, 4);
        for (int i = 0; i < count; i++) {
            Fields array = root.element(1, i);
            if (array.id(0, ObjectId.NODE_BYTES).equals(node)) {
                return Optional.of(array);
            }
        }
        return Optional.empty();
    }

    private ChunkRef ref(Fields ref) throws DamageException {
        if (ref.has(1)) {
            return new ChunkRef.Inline(ref.bytes(1));
        }
        if (ref.has(4)) {
            return new ChunkRef.Native(ref.id(4, ObjectId.OBJECT_BYTES), ref.int64(2), ref.int64(3));
        }
        String location = ref.has(8) ? decompressed(ref.bytes(8)) : ref.text(5);
        SourceFile source = new SourceFile(location, ref.text(6), ref.int32(7) & 0xffff_ffffL);
        return new ChunkRef.Virtual(source, ref.int64(2), ref.int64(3));
    }

    private String decompressed(byte[] bytes) throws DamageException {
        try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
            if (dictionary.length > 0) {
                context.loadDict(dictionary);
            }
            long said = com.github.luben.zstd.Zstd.getFrameContentSize(bytes);
            int most = said > 0 && said < MOST_LOCATION_BYTES ? (int) said : MOST_LOCATION_BYTES;
            byte[] out = new byte[most];
            int length = context.decompressByteArray(out, 0, most, bytes, 0, bytes.length);
            return new String(out, 0, length, StandardCharsets.UTF_8);
        } catch (ZstdException damaged) {
            throw new DamageException("a compressed location that is damaged (" + damaged.getMessage() + ")", damaged);
        }
    }

    /** Looks something up. */
    @FunctionalInterface
    private interface Look<T> {

        T up() throws IOException;
    }

    private <T> T checked(Look<T> look) throws IOException {
        try {
            return look.up();
        } catch (DamageException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | BufferUnderflowException damaged) {
            throw new UnreadableException(
                    "Cannot read manifest " + name + ": found damage (" + damaged.getMessage()
                            + "), expected references. Fetch the object again, or open an older snapshot.",
                    damaged);
        }
    }
}
