package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.codec.Slice;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** A variable of 4 x 6 ints, value = 10 * row + column, in chunks of 2 x 2; chunk n begins at byte 100000 * n. */
class ChunkedLayoutTest {

    private static final Elements INTS = new Elements(ElementType.INT, 4, ByteOrder.BIG_ENDIAN);
    private static final ChunkGrid GRID = new ChunkGrid(new long[] {4, 6}, new long[] {2, 2});
    private static final int APART = 100_000;

    private final ChunkTable.Builder chunks = ChunkTable.builder(GRID);
    private final byte[] file = new byte[APART * 6];

    @Test
    void fetchesOnlyTheChunksThatTheWindowTouches() throws IOException {
        write(0, 1, 2, 3, 4, 5);
        MemoryBytes source = new MemoryBytes("m", file);

        int[] values = read(source, new Window(new long[] {1, 3}, new long[] {3, 4}));

        assertThat(values).containsExactly(13, 23);
        assertThat(source.reads())
                .containsExactly(
                        new MemoryBytes.Range(APART, APART + 16), new MemoryBytes.Range(4 * APART, 4 * APART + 16));
    }

    @Test
    void fetchesNeighboursInOneRead() throws IOException {
        for (int n = 0; n < 6; n++) {
            place(n, 1000 + 20 * n, plain(n), 0);
        }
        MemoryBytes source = new MemoryBytes("m", file);

        int[] values = read(source, Window.whole(4, 6));

        assertThat(values).startsWith(0, 1, 2, 3, 4, 5, 10, 11).hasSize(24).endsWith(35);
        assertThat(source.reads()).containsExactly(new MemoryBytes.Range(1000, 1116));
    }

    @Test
    void givesTheFillValueWhereNoChunkWasWritten() throws IOException {
        write(0);

        int[] values = read(new MemoryBytes("m", file), Window.whole(2, 4));

        assertThat(values).containsExactly(0, 1, -7, -7, 10, 11, -7, -7);
    }

    @Test
    void leavesOutTheFiltersThatAChunkSkipped() throws IOException {
        place(0, 0, deflated(plain(0)), 0);
        place(1, APART, plain(1), 1);

        int[] values = read(
                new MemoryBytes("m", file), Window.whole(2, 4), List.of(Hdf5Filter.of(Hdf5Filter.DEFLATE, new int[] {4
                })));

        assertThat(values).containsExactly(0, 1, 2, 3, 10, 11, 12, 13);
    }

    @Test
    void refusesAChunkBeyondTheFile() {
        chunks.add(new long[] {0, 0}, file.length - 8, 16, 0);

        assertThatThrownBy(() -> read(new MemoryBytes("far.nc", file), Window.whole(2, 2)))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("Cannot read far.nc: the file ends at byte 600000, expected 16 bytes from byte 599992 on."
                        + " Fetch the file again.");
    }

    @Test
    void refusesAChunkThatInflatesToTooLittle() throws IOException {
        place(0, 0, deflated(new byte[12]), 0);

        assertThatThrownBy(() -> read(
                        new MemoryBytes("m", file),
                        Window.whole(2, 2),
                        List.of(Hdf5Filter.of(Hdf5Filter.DEFLATE, new int[] {4}))))
                .isInstanceOf(IOException.class)
                .hasMessage("chunk [0:2, 0:2] at byte 0: found 12 bytes, expected 16");
    }

    private void write(int... numbers) {
        for (int number : numbers) {
            place(number, APART * number, plain(number), 0);
        }
    }

    private void place(int number, int address, byte[] stored, int skipped) {
        System.arraycopy(stored, 0, file, address, stored.length);
        long[] index = GRID.index(number);
        chunks.add(new long[] {index[0] * 2, index[1] * 2}, address, stored.length, skipped);
    }

    private static byte[] plain(int number) {
        ByteBuffer bytes = ByteBuffer.allocate(16);
        for (long[] cell : ChunkGrid.walk(GRID.window(GRID.index(number)))) {
            bytes.putInt((int) (10 * cell[0] + cell[1]));
        }
        return bytes.array();
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater();
        deflater.setInput(plain);
        deflater.finish();
        byte[] out = new byte[100];
        int length = deflater.deflate(out);
        deflater.end();
        return new Slice(out, 0, length).copy();
    }

    private int[] read(ByteSource source, Window window) throws IOException {
        return read(source, window, List.of());
    }

    private int[] read(ByteSource source, Window window, List<Hdf5Filter> filters) throws IOException {
        ChunkTable table = chunks.build();
        int[] into = new int[(int) window.size()];
        INTS.fill(ByteBuffer.allocate(4).putInt(-7).array(), into);
        new ChunkedLayout(GRID, () -> table, filters).read(source, INTS, window, Frame.of(window), into);
        return into;
    }
}
