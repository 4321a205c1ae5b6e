package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ChunkTable;
import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.Frame;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.StoredEncoding;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A file whose variables and dimensions have other names, in the attributes that name them too. */
final class RenamedFile implements ArrayFile {

    /** Attributes whose words are names of variables. */
    private static final Set<String> NAMING = Set.of(
            "coordinates",
            "bounds",
            "climatology",
            "grid_mapping",
            "formula_terms",
            "cell_measures",
            "ancillary_variables");

    private final ArrayFile file;
    private final Map<String, String> names;
    private final Header header;
    private final Map<String, VariableHeader> originals = new HashMap<>();

    private RenamedFile(ArrayFile file, Map<String, String> names) {
        this.file = file;
        this.names = names;
        Header before = file.header();
        List<VariableHeader> variables = new ArrayList<>();
        for (VariableHeader variable : before.variables()) {
            variables.add(renamed(variable));
            originals.put(renamed(variable.name()), variable);
        }
        List<Dimension> dimensions = new ArrayList<>();
        before.dimensions()
                .forEach(dimension -> dimensions.add(
                        new Dimension(renamed(dimension.name()), dimension.length(), dimension.unlimited())));
        this.header = new Header(before.format(), dimensions, variables, before.attributes());
    }

    /**
     * Returns a file under other names, or the file itself where there are none.
     *
     * @param names new ones by old ones
     */
    static ArrayFile of(ArrayFile file, Map<String, String> names) {
        return names.isEmpty() ? file : new RenamedFile(file, names);
    }

    /**
     * Returns a store whose arrays in groups have the dimensions of the groups above, as the files have that it was
     * made of; arrays of a store name their axes without saying whose they are.
     */
    static ArrayFile inherited(ArrayFile store) {
        Map<String, String> names = new HashMap<>();
        for (Dimension dimension : store.header().dimensions()) {
            String name = dimension.name();
            String last = name.substring(name.lastIndexOf('/') + 1);
            boolean isOfRoot = store.header()
                    .dimension(last)
                    .filter(other -> other.length() == dimension.length())
                    .isPresent();
            if (isOfRoot && !name.equals(last) && store.header().variable(name).isEmpty()) {
                names.put(name, last);
            }
        }
        return of(store, names);
    }

    private String renamed(String name) {
        return names.getOrDefault(name, name);
    }

    private VariableHeader renamed(VariableHeader variable) {
        return new VariableHeader(
                renamed(variable.name()),
                variable.type(),
                variable.dimensions().stream().map(this::renamed).toList(),
                variable.shape(),
                renamed(variable.attributes()),
                variable.storage(),
                variable.base());
    }

    private Attributes renamed(Attributes attributes) {
        List<Attribute> list = new ArrayList<>();
        for (Attribute attribute : attributes.list()) {
            boolean isNaming = NAMING.contains(attribute.name()) && attribute.isText();
            list.add(
                    isNaming
                            ? Attribute.of(
                                    attribute.name(), words(attribute.text().orElse("")))
                            : attribute);
        }
        return new Attributes(list);
    }

    private String words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.trim().split("\\s+", -1)) {
            words.add(renamed(word));
        }
        return String.join(" ", words);
    }

    private VariableHeader original(VariableHeader variable) {
        return originals.getOrDefault(variable.name(), variable);
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
        return file.read(original(variable), window);
    }

    @Override
    public void read(VariableHeader variable, Window window, Frame to, Object into) throws IOException {
        file.read(original(variable), window, to, into);
    }

    @Override
    public Optional<ChunkTable> chunks(VariableHeader variable) throws IOException {
        return file.chunks(original(variable));
    }

    @Override
    public Optional<StoredEncoding> encoding(VariableHeader variable) {
        return file.encoding(original(variable));
    }

    @Override
    public boolean isWritten(VariableHeader variable, Window window) throws IOException {
        return file.isWritten(original(variable), window);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
