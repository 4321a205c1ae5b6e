package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Frame;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.array.Boxes;
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

    /**
     * Reads a box of a variable into a larger one as the store is to hold it.
     *
     * @param to the cells that {@code into} holds, in the cells of the file's variable
     * @param into an array of the store's type
     * @throws UnreadableException where the file is not as it was when the work was planned
     */
    void read(int file, TargetArray target, Window window, Frame to, Object into) throws IOException {
        ArrayFile source = file(file);
        Optional<VariableHeader> header = source.header().variable(target.source());
        boolean asStored = target.form() == TargetArray.Form.STORED
                && header.isPresent()
                && header.get().type() == target.array().type()
                && header.get().rank() == window.rank()
                && Conversion.of(source, header.get(), work.template()) == Conversion.NONE;
        if (asStored) {
            source.read(header.get(), window, to, into);
            return;
        }
        long[] origin = window.start().clone();
        for (int axis = 0; axis < origin.length; axis++) {
            origin[axis] -= to.origin()[axis];
        }
        Window there = Window.at(origin, window.shape());
        Boxes.copy(read(file, target, window), there, into, Window.whole(to.shape()), there);
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
