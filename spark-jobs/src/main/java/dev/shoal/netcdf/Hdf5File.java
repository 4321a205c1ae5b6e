package dev.shoal.netcdf;

import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Inflater;

/** An HDF5 file: jhdf finds the header and the chunks, the bytes of the chunks are decoded here. */
final class Hdf5File implements ArrayFile {

    private final ByteSource source;
    private final Hdf5Tree tree;
    private final Header header;
    private final Map<String, Hdf5Dataset> datasets;
    private final Map<String, Hdf5Layout> layouts = new HashMap<>();
    private final Inflater inflater = new Inflater();

    private Hdf5File(ByteSource source, Hdf5Tree tree) {
        this.source = source;
        this.tree = tree;
        Hdf5Header shown = new Hdf5Header(tree);
        this.header = shown.header();
        this.datasets = shown.datasets();
    }

    static ArrayFile open(ByteSource source) throws IOException {
        Hdf5Superblock.check(source);
        try {
            return new Hdf5File(source, new Hdf5Tree(source));
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
        Throwable failure = tree.failures().get(variable.name());
        if (failure != null) {
            throw Fault.of(source.location(), "variable " + variable.name(), "a kind that jhdf knows", failure);
        }
        Requests.check(source.location(), variable, window);
        Hdf5Dataset dataset = datasets.get(variable.name());
        if (dataset == null) {
            throw Requests.noSuchVariable(source.location(), variable);
        }
        requireKnownFilters(dataset);
        try {
            return new ArrayBlock(variable.type(), window.shape(), values(dataset, window));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw Fault.of(
                    source.location(), "variable " + variable.name(), variable.type() + " elements at " + window, e);
        }
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

    private Object values(Hdf5Dataset dataset, Window window) throws IOException {
        Hdf5Type type = dataset.type();
        Elements elements = new Elements(type.type(), type.bytes(), type.order());
        int count = Math.toIntExact(window.size());
        Object into = elements.allocate(count);
        elements.fill(dataset.fill(), into);
        Optional<Window> held =
                window.rank() == 0 ? Optional.of(window) : window.intersect(Window.whole(dataset.shape()));
        if (held.isPresent() && count > 0) {
            layout(dataset).read(source, elements, held.get(), window, into);
        }
        return type.type() == ElementType.STRING ? tree.texts().texts((byte[]) into, type, count) : into;
    }

    @Override
    public boolean isWritten(VariableHeader variable, Window window) throws IOException {
        Hdf5Dataset dataset = datasets.get(variable.name());
        if (dataset == null || tree.failures().containsKey(variable.name()) || window.rank() == 0) {
            return true;
        }
        try {
            Optional<Window> held = window.intersect(Window.whole(dataset.shape()));
            return held.isPresent() && layout(dataset).isWritten(held.get());
        } catch (RuntimeException | StackOverflowError e) {
            throw Fault.of(source.location(), "variable " + variable.name(), "an index of chunks", e);
        }
    }

    private Hdf5Layout layout(Hdf5Dataset dataset) {
        return layouts.computeIfAbsent(dataset.path(), path -> dataset.layout(inflater));
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        layouts.clear();
        tree.close();
        source.close();
    }
}
