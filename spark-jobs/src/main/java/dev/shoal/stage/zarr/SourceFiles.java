package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArrayStores;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** The one source file that a task has open; a task goes through files in order. For one thread. */
final class SourceFiles implements Closeable {

    private final StoreWork work;
    private final Configuration conf;
    private int number = -1;
    private Optional<ArrayFile> open = Optional.empty();

    SourceFiles(StoreWork work, Configuration conf) {
        this.work = work;
        this.conf = conf;
    }

    /**
     * Reads a box of a variable as the store is to hold it.
     *
     * @throws UnreadableException where the file is not as it was when the work was planned
     */
    Object read(int file, TargetArray target, Window window) throws IOException {
        ArrayFile source = file(file);
        VariableHeader header = source.header()
                .variable(target.source())
                .orElseThrow(() -> changed(source, target, "nothing of that name"));
        if (target.form() == TargetArray.Form.STORED
                && header.type() != target.array().type()) {
            throw changed(source, target, "elements of type " + header.type());
        }
        ArrayBlock block = source.read(header, squeezed(header, window));
        return target.form() == TargetArray.Form.DECODED
                ? Conversion.unpacking(header, target.array().type()).convert(block)
                : Conversion.of(source, header, work.template()).convert(block);
    }

    /** Gives back the axes of length 1 that the store's array lacks. */
    private static Window squeezed(VariableHeader header, Window window) {
        if (header.rank() == window.rank()) {
            return window;
        }
        long[] start = new long[header.rank()];
        long[] end = new long[header.rank()];
        int at = 0;
        for (int axis = 0; axis < start.length; axis++) {
            boolean lacks = header.shape()[axis] == 1;
            start[axis] = lacks ? 0 : window.start(at);
            end[axis] = lacks ? 1 : window.end(at);
            at += lacks ? 0 : 1;
        }
        return new Window(start, end);
    }

    private static UnreadableException changed(ArrayFile file, TargetArray target, String found) {
        return new UnreadableException("Cannot read " + file.location() + ", variable " + target.source() + ": found "
                + found + ", expected " + target.array().type()
                + " as when the work was planned. The file was changed; run the command again.");
    }

    private ArrayFile file(int file) throws IOException {
        if (open.isPresent() && number == file) {
            return open.get();
        }
        close();
        ArrayFile opened = work.template().named(ArrayStores.open(work.files().get(file), conf));
        open = Optional.of(opened);
        number = file;
        return opened;
    }

    @Override
    public void close() throws IOException {
        if (open.isPresent()) {
            ArrayFile last = open.get();
            open = Optional.empty();
            last.close();
        }
    }
}
