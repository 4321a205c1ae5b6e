package dev.shoal.netcdf;

import dev.shoal.plan.Window;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import ucar.ma2.Array;
import ucar.ma2.InvalidRangeException;
import ucar.ma2.Section;
import ucar.nc2.NetcdfFile;
import ucar.nc2.NetcdfFiles;
import ucar.nc2.Variable;

/** A netCDF classic file read by NetCDF-Java; its values are taken raw, before any convention is applied. */
final class UcarFile implements ArrayFile {

    private final ByteSource source;
    private final NetcdfFile file;
    private final Header header;
    private final Map<String, Variable> variables = new HashMap<>();

    private UcarFile(ByteSource source, NetcdfFile file, FileFormat format) {
        this.source = source;
        this.file = file;
        this.header = UcarHeader.of(file, format);
        file.getRootGroup().getVariables().forEach(variable -> variables.put(variable.getShortName(), variable));
    }

    /**
     * Opens a file whose header and length {@link ClassicFile#checked} found sound, which NetCDF-Java itself does not
     * look at.
     */
    static UcarFile open(ByteSource source, FileFormat format) throws IOException {
        try {
            NetcdfFile file = NetcdfFiles.open(new UcarBytes(source), source.location(), null, null);
            return new UcarFile(source, file, format);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
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
        Variable from = variables.get(variable.name());
        if (from == null) {
            throw Requests.noSuchVariable(source.location(), variable);
        }
        if (window.isEmpty()) {
            Elements none = new Elements(variable.type(), variable.type().bytes(), ByteOrder.BIG_ENDIAN);
            return new ArrayBlock(variable.type(), window.shape(), none.allocate(0));
        }
        try {
            Array array = window.rank() == 0 ? from.read() : from.read(section(window));
            Object values = array.get1DJavaArray(array.getDataType());
            return new ArrayBlock(variable.type(), window.shape(), UcarValues.of(values));
        } catch (IOException | RuntimeException | InvalidRangeException | StackOverflowError e) {
            throw Fault.of(
                    source.location(), "variable " + variable.name(), variable.type() + " elements at " + window, e);
        }
    }

    private static Section section(Window window) throws InvalidRangeException {
        int[] origin = new int[window.rank()];
        int[] shape = new int[window.rank()];
        for (int axis = 0; axis < origin.length; axis++) {
            origin[axis] = Math.toIntExact(window.start(axis));
            shape[axis] = Math.toIntExact(window.length(axis));
        }
        return new Section(origin, shape);
    }

    @Override
    public void close() throws IOException {
        file.close();
        source.close();
    }
}
