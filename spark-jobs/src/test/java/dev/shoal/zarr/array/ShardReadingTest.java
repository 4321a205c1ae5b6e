package dev.shoal.zarr.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.codec.Checksum;
import dev.shoal.codec.CodecChain;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ByteSource;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One shard of 8 x 4 bytes in chunks of 1 x 4, each stored as it is, with gaps between them. */
final class ShardReadingTest {

    private static final int GAP = 100_000;
    private static final StoredType BYTE = StoredType.plain(ElementType.BYTE);

    private final Map<String, byte[]> objects = new HashMap<>();
    private final List<String> requests = new ArrayList<>();

    private final StoreObjects store = new StoreObjects() {
        @Override
        public String root() {
            return "/s.zarr";
        }

        @Override
        public Optional<byte[]> read(String key, long most) {
            throw new AssertionError("read the whole of " + key);
        }

        @Override
        public Optional<ByteSource> open(String key) {
            return Optional.ofNullable(objects.get(key)).map(bytes -> new ByteSource() {
                @Override
                public String location() {
                    return key;
                }

                @Override
                public long length() {
                    return bytes.length;
                }

                @Override
                public void read(long position, byte[] into, int offset, int length) {
                    requests.add(position + "+" + length);
                    System.arraycopy(bytes, (int) position, into, offset, length);
                }

                @Override
                public void close() {
                    requests.add("close");
                }
            });
        }

        @Override
        public List<String> folders(String key) {
            return List.of();
        }
    };

    private static StoredArray array(Checksum.Place place) {
        ChunkGrid inside = new ChunkGrid(new long[] {8, 4}, new long[] {1, 4});
        WholeChunk chunk = WholeChunk.of(BYTE, inside.chunk(), new int[] {0, 1}, new CodecChain(List.of()));
        CodecChain checks = new CodecChain(List.of(new Checksum(Checksum.Kind.CRC32C, Checksum.Place.END)));
        return new StoredArray(
                "a",
                new ChunkGrid(new long[] {16, 4}, new long[] {8, 4}),
                BYTE,
                new byte[] {-1},
                ChunkKeys.v3("/"),
                new Shard(inside, chunk, place, true, checks),
                List.of("y", "x"),
                Attributes.NONE);
    }

    /** Chunks 0 and 1 lie side by side, 2 was never written, the others lie far apart. */
    private static long[] index() {
        long[] index = new long[16];
        for (int chunk = 0; chunk < 8; chunk++) {
            index[2 * chunk] = chunk < 2 ? 4L * chunk : (long) chunk * GAP;
            index[2 * chunk + 1] = 4;
        }
        index[4] = -1;
        index[5] = -1;
        return index;
    }

    private static byte[] shard(long[] index) {
        ByteBuffer shard = ByteBuffer.allocate(8 * GAP + 16 * 8 + 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int chunk = 0; chunk < 8; chunk++) {
            int at = (int) index()[2 * chunk];
            if (at >= 0) {
                shard.putInt(at, 0x01010101 * chunk);
            }
        }
        ByteBuffer plain = ByteBuffer.allocate(16 * 8).order(ByteOrder.LITTLE_ENDIAN);
        plain.asLongBuffer().put(index);
        shard.put(8 * GAP, new Checksum(Checksum.Kind.CRC32C, Checksum.Place.END).encode(plain.array()));
        return shard.array();
    }

    private byte[] read(ArrayReader reader, int from, int to) throws IOException {
        Window window = new Window(new long[] {from, 1}, new long[] {to, 2});
        return (byte[]) reader.read(array(Checksum.Place.END), window).values();
    }

    @Test
    void fetchesTheIndexOnceAndTheChunksAskedFor() throws Exception {
        objects.put("a/c/0/0", shard(index()));
        try (ArrayReader reader = new ArrayReader(store)) {
            assertThat(read(reader, 0, 3)).containsExactly(0, 1, -1);
            assertThat(requests).containsExactly(8 * GAP + "+132", "0+8");
            assertThat(read(reader, 4, 6)).containsExactly(4, 5);
            assertThat(requests.subList(2, requests.size())).containsExactly(4 * GAP + "+4", 5 * GAP + "+4");
            assertThat(read(reader, 5, 6)).containsExactly(5);
            assertThat(read(reader, 2, 3)).containsExactly(-1);
            assertThat(read(reader, 8, 16)).containsOnly(-1);
            assertThat(requests).hasSize(4);
        }
        assertThat(requests).endsWith("close");
    }

    @Test
    void refusesAnIndexThatLeadsOutside() {
        long[] index = index();
        index[6] = 1L << 40;
        objects.put("a/c/0/0", shard(index));
        assertThatThrownBy(() -> read(new ArrayReader(store), 0, 1))
                .isInstanceOf(UnreadableException.class)
                .hasMessage(
                        "Cannot read chunk a/c/0/0 of Zarr store /s.zarr: the index of the shard leads to 4 bytes from"
                                + " byte 1099511627776 on, but the shard ends at byte 800132. Write the chunk again.");
        assertThat(requests).endsWith("close");
    }

    @Test
    void refusesAnIndexOfAnotherSumAndAShardThatIsTooShort() {
        byte[] shard = shard(index());
        shard[shard.length - 20]++;
        objects.put("a/c/0/0", shard);
        objects.put("a/c/1/0", new byte[131]);
        assertThatThrownBy(() -> read(new ArrayReader(store), 0, 1))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("its crc32c checksum does not fit its bytes");
        assertThatThrownBy(() -> read(new ArrayReader(store), 8, 9))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("the shard holds 131 bytes, expected an index of 132 in it");
    }

    @Test
    void refusesAChunkOfAnotherLength() {
        long[] index = index();
        index[1] = 3;
        index[15] = 700_000;
        index[14] = 0;
        objects.put("a/c/0/0", shard(index));
        assertThatThrownBy(() -> read(new ArrayReader(store), 0, 1))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("a/c/0/0, cells ")
                .hasMessageContaining("it decodes to 3 bytes, expected 4");
        assertThatThrownBy(() -> read(new ArrayReader(store), 7, 8))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("it decodes to 700000 bytes, expected 4");
    }

    @Test
    void refusesMoreChunksThanAnIndexHolds() {
        ChunkGrid grid = new ChunkGrid(new long[] {1L << 40}, new long[] {1});
        WholeChunk chunk = WholeChunk.of(BYTE, new long[] {1}, new int[] {0}, new CodecChain(List.of()));
        CodecChain none = new CodecChain(List.of());
        assertThatThrownBy(() -> new Shard(grid, chunk, Checksum.Place.END, true, none))
                .hasMessageContaining("expected at most 4194304 chunks");
    }
}
