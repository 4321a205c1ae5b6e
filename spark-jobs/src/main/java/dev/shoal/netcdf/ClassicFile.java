package dev.shoal.netcdf;

import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A netCDF classic file, read by its own header; all numbers are big-endian. */
final class ClassicFile implements ArrayFile {

    private final ByteSource source;
    private final ClassicLayout layout;
    private final Header header;
    private final Map<String, ClassicLayout.Place> places = new HashMap<>();

    private ClassicFile(ByteSource source, ClassicHeader classic) {
        this.source = source;
        this.layout = classic.layout();
        this.header = classic.header();
        layout.places().forEach(place -> places.put(place.header().name(), place));
    }

    /**
     * Opens a file.
     *
     * @throws UnreadableException where the header is damaged, or tells of more bytes than the file has
     */
    static ClassicFile open(ByteSource source, FileFormat format) throws IOException {
        return new ClassicFile(source, checked(source, format));
    }

    /** Reads the header and holds the file's length against it. */
    static ClassicHeader checked(ByteSource source, FileFormat format) throws IOException {
        try {
            ClassicHeader classic = new ClassicHeader(source, format);
            long expected = classic.expectedLength();
            if (source.length() < expected) {
                throw new UnreadableException("Cannot read " + source.location() + ": found " + source.length()
                        + " bytes, expected " + expected + " by the " + format.title()
                        + " header. The file was cut; fetch it again.");
            }
            return classic;
        } catch (RuntimeException | OutOfMemoryError e) {
            throw Fault.of(source.location(), "the header", "a header of " + format.title(), e);
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
        Requests.check(source.location(), variable, window);
        ClassicLayout.Place place = places.get(variable.name());
        if (place == null) {
            throw Requests.noSuchVariable(source.location(), variable);
        }
        Elements elements = new Elements(variable.type(), variable.type().bytes(), ByteOrder.BIG_ENDIAN);
        Object into = elements.allocate(Math.toIntExact(window.size()));
        if (window.isEmpty()) {
            return new ArrayBlock(variable.type(), window.shape(), into);
        }
        Window cells = Window.whole(variable.shape());
        Stretch stretch = new Stretch(source, elements, into);
        if (place.byRecord()) {
            records(place, window, stretch, elements);
        } else {
            new Overlap(Frame.of(cells), Frame.of(window), window)
                    .each((from, at, count) -> stretch.read(place.begin() + from * elements.bytes(), (int) at, count));
        }
        stretch.finish();
        return new ArrayBlock(variable.type(), window.shape(), into);
    }

    private void records(ClassicLayout.Place place, Window window, Stretch stretch, Elements elements)
            throws IOException {
        long perRecord = window.size() / window.length(0);
        for (long number = window.start(0); number < window.end(0); number++) {
            long begin = place.begin() + number * layout.recordBytes();
            long at = (number - window.start(0)) * perRecord;
            Window one = window.with(0, 0, 1);
            Window cells = Window.whole(place.header().shape()).with(0, 0, 1);
            new Overlap(Frame.of(cells), Frame.of(one), one)
                    .each((from, to, count) -> stretch.read(begin + from * elements.bytes(), (int) (at + to), count));
        }
    }

    @Override
    public Optional<ChunkTable> chunks(VariableHeader variable) {
        ClassicLayout.Place place = places.get(variable.name());
        if (place == null) {
            return Optional.empty();
        }
        Window cells = Window.whole(variable.shape());
        if (!place.byRecord()) {
            return Optional.of(
                    ChunkTable.contiguous(cells, place.begin(), variable.type().bytes()));
        }
        long[] record = variable.storage().chunk();
        ChunkTable.Builder table = ChunkTable.builder(new ChunkGrid(variable.shape(), record));
        long[] start = new long[record.length];
        for (long number = 0; number < cells.length(0) && place.bytes() > 0; number++) {
            start[0] = number;
            table.add(start, place.begin() + number * layout.recordBytes(), place.bytes(), 0);
        }
        return Optional.of(table.build());
    }

    @Override
    public Optional<StoredEncoding> encoding(VariableHeader variable) {
        return places.containsKey(variable.name())
                ? Optional.of(new StoredEncoding(true, List.of(), List.of()))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
