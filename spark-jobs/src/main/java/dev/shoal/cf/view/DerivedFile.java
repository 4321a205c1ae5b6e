package dev.shoal.cf.view;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ChunkTable;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.StoredEncoding;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file with some variables reckoned in the place of its own. */
final class DerivedFile implements ArrayFile {

    private final ArrayFile file;
    private final Header header;
    private final Map<String, DerivedField> fields;

    /**
     * Makes a view; closing it closes the file.
     *
     * @param header what the file seems to say
     * @param fields reckoned ones, by the names that the header gives them
     */
    DerivedFile(ArrayFile file, Header header, Map<String, DerivedField> fields) {
        this.file = file;
        this.header = header;
        this.fields = new LinkedHashMap<>(fields);
    }

    /** Returns a file whose variables of the same names are these, each in its place; others come last. */
    static ArrayFile replacing(ArrayFile file, Map<String, DerivedField> fields) {
        List<VariableHeader> variables = new ArrayList<>();
        for (VariableHeader variable : file.header().variables()) {
            DerivedField field = fields.get(variable.name());
            variables.add(field == null ? variable : field.header());
        }
        Header own = file.header();
        return new DerivedFile(file, new Header(own.format(), own.dimensions(), variables, own.attributes()), fields);
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
        DerivedField field = fields.get(variable.name());
        if (field == null) {
            return file.read(variable, window);
        }
        double[] values = field.values(file, window);
        if (field.header().type() == ElementType.DOUBLE) {
            return new ArrayBlock(ElementType.DOUBLE, window.shape(), values);
        }
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return new ArrayBlock(ElementType.FLOAT, window.shape(), narrow);
    }

    @Override
    public Optional<ChunkTable> chunks(VariableHeader variable) throws IOException {
        return fields.containsKey(variable.name()) ? Optional.empty() : file.chunks(variable);
    }

    @Override
    public Optional<StoredEncoding> encoding(VariableHeader variable) {
        return fields.containsKey(variable.name()) ? Optional.empty() : file.encoding(variable);
    }

    @Override
    public boolean isWritten(VariableHeader variable, Window window) throws IOException {
        return fields.containsKey(variable.name()) || file.isWritten(variable, window);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
