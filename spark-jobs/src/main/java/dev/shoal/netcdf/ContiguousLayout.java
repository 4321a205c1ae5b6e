package dev.shoal.netcdf;

import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.Optional;

/**
 * Elements one after the other in one stretch of the file.
 *
 * @param address of the first byte; negative where nothing was written
 * @param cells of the variable
 */
record ContiguousLayout(long address, Window cells) implements Hdf5Layout {

    @Override
    public void read(ByteSource source, Elements elements, Window window, Frame to, Object into) throws IOException {
        if (address < 0) {
            return;
        }
        Stretch stretch = new Stretch(source, elements, into);
        new Overlap(Frame.of(cells), to, window)
                .each((from, at, count) -> stretch.read(address + from * elements.bytes(), (int) at, count));
        stretch.finish();
    }

    @Override
    public boolean covers(Window window) {
        return address >= 0;
    }

    /** All elements are one chunk. */
    @Override
    public Optional<ChunkTable> chunks(int elementBytes) {
        return Optional.of(ChunkTable.contiguous(cells, address, elementBytes));
    }

    @Override
    public boolean isWritten(Window window) {
        return address >= 0;
    }
}
