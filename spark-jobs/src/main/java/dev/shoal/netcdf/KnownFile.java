package dev.shoal.netcdf;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * A file of which this process keeps the header.
 *
 * @param source reads what is not kept
 * @param state of the file
 * @param held of it
 */
record KnownFile(ByteSource source, FileState state, HeldBlocks held) implements ByteSource {

    /** Opens a file that a listing showed. */
    static KnownFile open(ListedFile listed, Configuration conf, CachedBytes.Keeping keeping) throws IOException {
        HadoopBytes.Opened opened = HadoopBytes.open(listed, conf);
        BlockSizes sizes = opened.bytes().blockSizes();
        HeldBlocks held = KnownHeaders.OF_PROCESS.of(opened.state(), CachedBytes.keptBlocks(sizes));
        return new KnownFile(new CachedBytes(opened.bytes(), sizes, held, keeping), opened.state(), held);
    }

    @Override
    public String location() {
        return source.location();
    }

    @Override
    public long length() {
        return source.length();
    }

    @Override
    public void read(long position, byte[] into, int offset, int length) throws IOException {
        source.read(position, into, offset, length);
    }

    @Override
    public int requestBytes() {
        return source.requestBytes();
    }

    @Override
    public void fetch(List<ReadRequest> requests, Receiver receiver) throws IOException {
        source.fetch(requests, receiver);
    }

    @Override
    public void close() throws IOException {
        KnownHeaders.OF_PROCESS.read(state, held);
        source.close();
    }
}
