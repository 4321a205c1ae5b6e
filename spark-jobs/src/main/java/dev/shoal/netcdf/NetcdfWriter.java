package dev.shoal.netcdf;

import dev.shoal.plan.BoxRows;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * Writes a netCDF-4 file: HDF5 with dimension scales, chunks, shuffle and deflate, as NetCDF-C of 2008 and later reads
 * it.
 *
 * <p>Chunks are encoded by whoever has their elements, in as many tasks as there are, with the variable's
 * {@link #encoder}; they are {@link #put} in any order and from any thread, and lie on a local disk until
 * {@link #publish} writes everything from the first byte to the last: first all that the file says of itself, then the
 * chunks, each variable's in row-major order. So any store will do, a reader finds its way with one request, and the
 * same header and chunks make the same bytes. Cells that no chunk was put for read as the variable's fill value. Memory
 * holds the headers and 12 bytes for each chunk.
 *
 * <p>Which variables lie in chunks, and their shape and filters, is told by {@link VariableHeader#storage}; those of
 * dimensions that can grow must. Sequences, texts of any length as elements, and groups are refused by name.
 */
public final class NetcdfWriter implements Closeable {

    private final Header header;
    private final int deflateLevel;
    private final ChunkSpool spool;
    private final List<NewChunks> chunks = new ArrayList<>();
    private final Map<String, NewChunks> byName = new LinkedHashMap<>();

    private NetcdfWriter(Header header, int deflateLevel, Path scratch) throws IOException {
        this.header = header;
        this.deflateLevel = deflateLevel;
        for (NewDataset dataset : NewDataset.all(header)) {
            NewChunks one = new NewChunks(dataset);
            chunks.add(one);
            if (!dataset.bare()) {
                byName.put(dataset.variable().name(), one);
            }
        }
        this.spool = new ChunkSpool(scratch);
    }

    /**
     * Begins a file.
     *
     * @param header what the file says of itself; its format is not looked at
     * @param deflateLevel 1 to 9, of all variables whose filters name deflate
     * @param scratch local folder for the encoded chunks; made where it is missing
     * @throws UnwritableException where something of the header is not written as netCDF-4; names it
     */
    public static NetcdfWriter create(Header header, int deflateLevel, Path scratch) throws IOException {
        Netcdf4Limits.require(header);
        return new NetcdfWriter(header, deflateLevel, scratch);
    }

    /** Returns what encodes the chunks of a variable; it can be sent to tasks. */
    public ChunkEncoder encoder(String variable) {
        return new ChunkEncoder(chunks(variable).dataset(), deflateLevel);
    }

    /**
     * Takes a chunk; one that was put before is replaced.
     *
     * @param variable name of one of the header's
     * @param number of the chunk in row-major order, see {@link ChunkEncoder#grid}
     * @param encoded by the variable's encoder; not held
     */
    public void put(String variable, long number, byte[] encoded) throws IOException {
        NewChunks to = chunks(variable);
        to.put(number, spool.add(encoded), encoded.length);
    }

    /**
     * Takes all elements of a variable.
     *
     * @param values row by row, in the array of {@link ArrayBlock#values}; not held
     */
    public void put(String variable, Object values) throws IOException {
        ChunkEncoder encoder = encoder(variable);
        ChunkGrid grid = encoder.grid();
        long[] shape = grid.shape();
        for (long number = 0; number < grid.count(); number++) {
            long[] index = grid.index(number);
            put(variable, number, encoder.encode(index, part(values, shape, grid.window(index))));
        }
    }

    /**
     * Takes all chunks of a variable out of where its elements come from, a chunk at a time.
     *
     * @param values is asked for one chunk's cells at a time, in row-major order
     */
    public void put(String variable, ClassicWriter.Values values) throws IOException {
        ChunkEncoder encoder = encoder(variable);
        VariableHeader from = chunks(variable).dataset().variable();
        ChunkGrid grid = encoder.grid();
        for (long number = 0; number < grid.count(); number++) {
            long[] index = grid.index(number);
            Window window = grid.window(index);
            put(
                    variable,
                    number,
                    encoder.encode(index, values.read(from, window).values()));
        }
    }

    /**
     * Writes the file in the place of whatever was there, whole or not at all. More may be put afterwards, for another
     * file.
     *
     * @param location a path, or a URI of a scheme that Hadoop's FileSystem knows
     */
    public void publish(String location, Configuration conf) throws IOException {
        NewFile.write(location, conf, this::write);
    }

    /**
     * Writes the file. No chunk may be put meanwhile.
     *
     * @param out gets the whole file, and is not closed; after a failure what it got is no file
     */
    public void write(OutputStream out) throws IOException {
        List<NewDataset> datasets = new ArrayList<>();
        for (NewChunks one : chunks) {
            one.end();
            datasets.add(one.dataset());
        }
        Hdf5Front front = new Hdf5Front(header, datasets, deflateLevel);
        long[] indexes = NewChunks.starts(front.length(), chunks, NewChunks::indexBytes);
        long[] data = NewChunks.starts(indexes[chunks.size()], chunks, NewChunks::dataBytes);
        out.write(front.bytes(dataset -> place(dataset, indexes, data), data[chunks.size()]));
        for (int i = 0; i < chunks.size(); i++) {
            chunks.get(i).writeIndex(indexes[i], data[i], out);
            out.write(
                    new byte[(int) (indexes[i + 1] - indexes[i] - chunks.get(i).indexBytes())]);
        }
        for (int i = 0; i < chunks.size(); i++) {
            chunks.get(i).writeData(spool, out);
            out.write(new byte[(int) (data[i + 1] - data[i] - chunks.get(i).dataBytes())]);
        }
    }

    private long place(int dataset, long[] indexes, long[] data) {
        NewChunks one = chunks.get(dataset);
        if (one.dataBytes() == 0) {
            return Hdf5Words.NOWHERE;
        }
        return one.dataset().chunked() ? indexes[dataset] + one.root() : data[dataset];
    }

    private static Object part(Object values, long[] shape, Window window) {
        Object part = Array.newInstance(values.getClass().getComponentType(), Math.toIntExact(window.size()));
        new BoxRows(Window.whole(shape), window, window)
                .each((from, to, count) -> System.arraycopy(values, from, part, to, count));
        return part;
    }

    private NewChunks chunks(String variable) {
        NewChunks one = byName.get(variable);
        if (one == null) {
            throw new IllegalArgumentException("Cannot write variable " + variable + ": found no such variable in the"
                    + " header, expected one of " + byName.keySet() + ".");
        }
        return one;
    }

    /** Drops what was put. */
    @Override
    public void close() throws IOException {
        spool.close();
    }
}
