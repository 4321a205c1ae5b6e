package dev.shoal.netcdf;

import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.Optional;

/**
 * Elements inside the header.
 *
 * @param bytes of all elements, row-major
 * @param cells of the variable
 */
record CompactLayout(byte[] bytes, Window cells) implements Hdf5Layout {

    @Override
    public void read(ByteSource source, Elements elements, Window window, Frame to, Object into) throws IOException {
        if (bytes.length < cells.size() * elements.bytes()) {
            throw new IOException(
                    "found " + bytes.length + " bytes in the header, expected " + cells.size() * elements.bytes());
        }
        Elements.Rows rows = elements.rows(bytes, 0, bytes.length, into);
        new Overlap(Frame.of(cells), to, window)
                .each((from, at, count) -> rows.copy((int) from, (int) at, (int) count));
    }

    @Override
    public boolean covers(Window window) {
        return true;
    }

    @Override
    public Optional<ChunkTable> chunks(int elementBytes) {
        return Optional.empty();
    }
}
