package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ChunkTable;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Frame;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.StoredEncoding;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ZarrFormat;
import dev.shoal.zarr.array.StoredType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file whose arrays of characters are shown as the texts they spell, without the axis of the letters.
 *
 * <p>An axis is one of letters where xarray takes it for one: no variable is named like it, and all that have it are
 * characters and have it last. Bytes that are no UTF-8 are taken as Latin-1; noughts at the end are no letters.
 */
final class JoinedTexts implements ArrayFile {

    /** Attribute of a text variable that says how many bytes the longest can have; it speaks of layout. */
    static final String TEXT_BYTES = "_TextBytes";

    /** What becomes of the characters of a variable. */
    private enum Way {
        /** They stay. */
        STAY,
        /** Those of the last axis are one text. */
        JOIN,
        /** Each is a text. */
        SINGLE,
        /** The last axis, of length 1, goes. */
        SQUEEZE
    }

    private final ArrayFile file;
    private final Header header;
    private final Map<String, VariableHeader> originals = new HashMap<>();
    private final Map<String, Way> ways = new HashMap<>();

    private JoinedTexts(ArrayFile file, boolean named, Function<VariableHeader, Way> choice) {
        this.file = file;
        List<VariableHeader> variables = new ArrayList<>();
        for (VariableHeader variable : file.header().variables()) {
            Way way = variable.type() == ElementType.CHAR ? choice.apply(variable) : Way.STAY;
            ways.put(variable.name(), way);
            originals.put(variable.name(), variable);
            variables.add(way == Way.STAY ? variable : shown(variable, way, named));
        }
        Header before = file.header();
        this.header = new Header(before.format(), before.dimensions(), variables, before.attributes());
    }

    /** Returns a file as it is to be written into a new store: v3 knows no type for characters that others read. */
    static ArrayFile of(ArrayFile file, ZarrFormat format) {
        boolean fixed = format == ZarrFormat.V2;
        return new JoinedTexts(file, fixed, variable -> {
            boolean letters = isOfLetters(file.header(), variable);
            if (fixed && letters) {
                return last(variable) == 1 ? Way.SQUEEZE : Way.JOIN;
            }
            return fixed ? Way.STAY : letters ? Way.JOIN : Way.SINGLE;
        });
    }

    /** Returns a file as these variables have it, which were read from its like or from a store. */
    static ArrayFile like(ArrayFile file, List<VariableHeader> variables) {
        Map<String, VariableHeader> expected = new HashMap<>();
        variables.forEach(variable -> expected.put(variable.name(), variable));
        return new JoinedTexts(file, true, variable -> {
            VariableHeader as = expected.getOrDefault(variable.name(), variable);
            boolean shorter = as.rank() == variable.rank() - 1;
            if (as.type() == ElementType.STRING) {
                return shorter ? Way.JOIN : Way.SINGLE;
            }
            return shorter && last(variable) == 1 ? Way.SQUEEZE : Way.STAY;
        });
    }

    private static long last(VariableHeader variable) {
        return variable.shape()[variable.rank() - 1];
    }

    private static boolean isOfLetters(Header header, VariableHeader variable) {
        if (variable.rank() == 0 || last(variable) == 0) {
            return false;
        }
        String name = variable.dimensions().get(variable.rank() - 1);
        return header.variable(name).isEmpty()
                && header.variables().stream()
                        .filter(other -> other.dimensions().contains(name))
                        .allMatch(other -> other.type() == ElementType.CHAR
                                && other.dimensions().indexOf(name) == other.rank() - 1);
    }

    private static VariableHeader shown(VariableHeader variable, Way way, boolean named) {
        int rank = way == Way.SINGLE ? variable.rank() : variable.rank() - 1;
        Storage storage = variable.storage();
        boolean whole = storage.chunk().length == variable.rank();
        long[] chunk = whole ? Arrays.copyOf(storage.chunk(), rank) : storage.chunk();
        List<Attribute> attributes = new ArrayList<>(variable.attributes().list());
        if (way == Way.JOIN && named) {
            attributes.add(new Attribute(TEXT_BYTES, ElementType.INT, List.of((int) last(variable))));
        }
        return new VariableHeader(
                variable.name(),
                way == Way.SQUEEZE ? ElementType.CHAR : ElementType.STRING,
                variable.dimensions().subList(0, rank),
                Arrays.copyOf(variable.shape(), rank),
                new Attributes(attributes),
                new Storage(storage.chunked(), chunk, storage.filters()));
    }

    private VariableHeader original(VariableHeader variable) {
        return originals.getOrDefault(variable.name(), variable);
    }

    private Way way(VariableHeader variable) {
        return ways.getOrDefault(variable.name(), Way.STAY);
    }

    @Override
    public String location() {
        return file.location();
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public ArrayBlock read(VariableHeader variable, Window window) throws IOException {
        VariableHeader original = original(variable);
        return switch (way(variable)) {
            case STAY -> file.read(original, window);
            case SINGLE -> texts(file.read(original, window), window, 1, variable);
            case JOIN, SQUEEZE -> {
                ArrayBlock letters = file.read(original, withLetters(window, last(original)));
                yield way(variable) == Way.SQUEEZE
                        ? new ArrayBlock(ElementType.CHAR, window.shape(), letters.values())
                        : texts(letters, window, Math.toIntExact(last(original)), variable);
            }
        };
    }

    @Override
    public void read(VariableHeader variable, Window window, Frame to, Object into) throws IOException {
        if (way(variable) == Way.STAY) {
            file.read(original(variable), window, to, into);
        } else {
            ArrayFile.super.read(variable, window, to, into);
        }
    }

    private static Window withLetters(Window window, long letters) {
        long[] start = Arrays.copyOf(window.start(), window.rank() + 1);
        long[] end = Arrays.copyOf(window.end(), window.rank() + 1);
        end[window.rank()] = letters;
        return new Window(start, end);
    }

    private ArrayBlock texts(ArrayBlock letters, Window window, int width, VariableHeader variable)
            throws UnreadableException {
        try {
            StoredType type = StoredType.of(StoredType.Form.BYTES, ElementType.STRING, width);
            Object texts = type.decode((byte[]) letters.values(), Math.toIntExact(window.size()));
            return new ArrayBlock(ElementType.STRING, window.shape(), texts);
        } catch (IOException | IllegalArgumentException unfit) {
            throw new UnreadableException(
                    "Cannot read texts of " + location() + ", variable " + variable.name() + ": " + unfit.getMessage()
                            + ". Leave it out with --exclude " + variable.name() + ".",
                    unfit);
        }
    }

    @Override
    public Optional<ChunkTable> chunks(VariableHeader variable) throws IOException {
        return way(variable) == Way.STAY ? file.chunks(original(variable)) : Optional.empty();
    }

    @Override
    public Optional<StoredEncoding> encoding(VariableHeader variable) {
        return way(variable) == Way.STAY ? file.encoding(original(variable)) : Optional.empty();
    }

    @Override
    public boolean isWritten(VariableHeader variable, Window window) throws IOException {
        return way(variable) != Way.STAY || file.isWritten(original(variable), window);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
