package dev.shoal.netcdf;

import dev.shoal.plan.Window;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An HDF5 file. */
final class Hdf5File implements ArrayFile {

    private final ByteSource source;
    private final Hdf5Tree tree;
    private final Header header;
    private final Map<String, Hdf5Header.Shown> shown;
    private final Map<String, Hdf5Layout> layouts = new HashMap<>();

    private Hdf5File(ByteSource source, Hdf5Tree tree) {
        this.source = source;
        this.tree = tree;
        Hdf5Header head = new Hdf5Header(tree);
        this.header = head.header();
        this.shown = head.shown();
    }

    /**
     * Opens a file.
     *
     * @param start of its superblock, behind a user block
     */
    static ArrayFile open(ByteSource source, long start) throws IOException {
        ByteSource seen = start == 0 ? source : source.onlyPart(start, source.length() - start);
        Hdf5Superblock superblock = Hdf5Superblock.read(seen, start);
        try {
            return new Hdf5File(seen, new Hdf5Tree(seen, superblock));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw Fault.of(source.location(), "the header", "a header of HDF5", e);
        }
    }

    @Override
    public String location() {
        return source.location();
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public ArrayBlock read(VariableHeader variable, Window window) throws IOException {
        Hdf5Reading reading = reading(variable, window);
        try {
            return new ArrayBlock(variable.type(), window.shape(), reading.values(window));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw failed(variable, window, e);
        }
    }

    @Override
    public void read(VariableHeader variable, Window window, Frame to, Object into) throws IOException {
        Hdf5Reading reading = reading(variable, window);
        try {
            if (reading.read(window, to, into)) {
                return;
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw failed(variable, window, e);
        }
        ArrayFile.super.read(variable, window, to, into);
    }

    private Hdf5Reading reading(VariableHeader variable, Window window) throws IOException {
        Hdf5Header.Shown what = shown.get(variable.name());
        requireReadable(variable, Optional.ofNullable(what));
        Requests.check(source.location(), variable, window);
        if (what == null) {
            throw Requests.noSuchVariable(source.location(), variable);
        }
        try {
            return new Hdf5Reading(source, tree.texts(), what, layout(what.dataset()));
        } catch (RuntimeException | StackOverflowError e) {
            throw failed(variable, window, e);
        }
    }

    private IOException failed(VariableHeader variable, Window window, Throwable cause) {
        return Fault.of(
                source.location(), "variable " + variable.name(), variable.type() + " elements at " + window, cause);
    }

    private void requireReadable(VariableHeader variable, Optional<Hdf5Header.Shown> what) throws IOException {
        Throwable failure = tree.failures().get(variable.name());
        if (failure instanceof UnknownKindException) {
            throw Requests.unread(source.location(), variable, String.valueOf(failure.getMessage()));
        }
        if (failure != null) {
            throw Fault.of(source.location(), "variable " + variable.name(), "a kind that is known", failure);
        }
        String found = tree.unread().get(variable.name());
        if (found != null) {
            throw Requests.unread(source.location(), variable, found);
        }
        if (what.isEmpty()) {
            return;
        }
        Optional<String> obstacle = what.get().dataset().obstacle();
        if (obstacle.isPresent()) {
            throw Requests.unread(source.location(), variable, obstacle.get());
        }
        if (variable.type() == ElementType.OTHER) {
            throw Requests.unread(
                    source.location(), variable, what.get().leaf().type().kind());
        }
        requireKnownFilters(what.get().dataset());
    }

    private void requireKnownFilters(Hdf5Dataset dataset) throws UnreadableException {
        List<Hdf5Filter> unknown =
                dataset.filters().stream().filter(filter -> !filter.known()).toList();
        if (!unknown.isEmpty()) {
            throw new UnreadableException("Cannot read " + source.location() + ", variable "
                    + Hdf5Names.variable(dataset) + ": found the filter "
                    + unknown.get(0).name() + " (number "
                    + unknown.get(0).id() + "), expected " + Hdf5Filter.KNOWN
                    + ". Rewrite the file with h5repack -f GZIP=4 where the filter's plugin is installed.");
        }
    }

    @Override
    public Optional<ChunkTable> chunks(VariableHeader variable) throws IOException {
        Hdf5Header.Shown what = shown.get(variable.name());
        requireReadable(variable, Optional.ofNullable(what));
        if (what == null
                || source instanceof BytePart
                || !what.leaf().isPlain(what.dataset().type().bytes())) {
            return Optional.empty();
        }
        try {
            return layout(what.dataset()).chunks(what.dataset().type().bytes());
        } catch (RuntimeException | StackOverflowError e) {
            throw Fault.of(source.location(), "variable " + variable.name(), "a list of its chunks", e);
        }
    }

    @Override
    public Optional<StoredEncoding> encoding(VariableHeader variable) {
        Hdf5Header.Shown what = shown.get(variable.name());
        if (what == null
                || !what.leaf().isPlain(what.dataset().type().bytes())
                || what.leaf().type().type() == ElementType.STRING) {
            return Optional.empty();
        }
        return Optional.of(encoding(what.dataset(), what.leaf().type()));
    }

    private static StoredEncoding encoding(Hdf5Dataset dataset, Hdf5Type type) {
        byte[] fill = dataset.fill();
        List<Number> number = type.type().isNumeric() && fill.length == type.bytes()
                ? List.of(Widened.of(type.type(), NumberForm.bits(fill, 0, fill.length, type.order())))
                : List.of();
        return new StoredEncoding(
                type.order() == ByteOrder.BIG_ENDIAN,
                number,
                dataset.filters().stream().map(Hdf5Filter::stored).toList());
    }

    private Hdf5Layout layout(Hdf5Dataset dataset) {
        return layouts.computeIfAbsent(dataset.path(), path -> dataset.layout());
    }

    @Override
    public boolean isWritten(VariableHeader variable, Window window) throws IOException {
        Hdf5Header.Shown what = shown.get(variable.name());
        if (what == null || window.rank() == 0 || what.dataset().obstacle().isPresent()) {
            return true;
        }
        try {
            return new Hdf5Reading(source, tree.texts(), what, layout(what.dataset())).isWritten(window);
        } catch (RuntimeException | StackOverflowError e) {
            throw Fault.of(source.location(), "variable " + variable.name(), "an index of chunks", e);
        }
    }

    @Override
    public void close() throws IOException {
        layouts.clear();
        source.close();
    }
}
