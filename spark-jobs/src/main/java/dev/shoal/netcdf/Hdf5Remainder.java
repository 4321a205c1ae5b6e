package dev.shoal.netcdf;

import io.jhdf.exceptions.UnsupportedHdfException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of an HDF5 file that its tree could not be made to understand. NetCDF-Java is asked for them; what
 * neither knows is listed with a type that cannot be read, so that nothing vanishes.
 */
final class Hdf5Remainder implements Closeable {

    private final Optional<UcarFile> other;
    private final List<VariableHeader> variables = new ArrayList<>();
    private final Map<String, Throwable> unreadable = new HashMap<>();

    Hdf5Remainder(ByteSource source, Map<String, Throwable> failures) throws IOException {
        other = failures.isEmpty() ? Optional.empty() : open(source);
        failures.forEach(this::add);
    }

    private static Optional<UcarFile> open(ByteSource source) throws IOException {
        try {
            return Optional.of(UcarFile.open(source, FileFormat.HDF5));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    private void add(String path, Throwable reason) {
        if (other.isEmpty()) {
            unreadable.put(path, reason);
            variables.add(unknown(path));
            return;
        }
        for (VariableHeader variable : other.get().header().variables()) {
            if (variable.name().equals(path) || variable.name().startsWith(path + "/")) {
                if (elsewhere(reason)) {
                    unreadable.put(variable.name(), reason);
                    variables.add(unknown(variable.name()));
                } else {
                    variables.add(variable);
                }
            }
        }
    }

    /** Tells whether the elements lie in other files, which NetCDF-Java would not notice. */
    private static boolean elsewhere(Throwable reason) {
        for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsupportedHdfException) {
                return true;
            }
        }
        return false;
    }

    private static VariableHeader unknown(String path) {
        return new VariableHeader(
                path,
                ElementType.OTHER,
                List.of(),
                new long[0],
                Attributes.NONE,
                new Storage(false, new long[0], List.of()));
    }

    /** Returns the headers of the variables. */
    List<VariableHeader> variables() {
        return variables;
    }

    /** Returns what can read a variable of these. */
    Optional<ArrayFile> reader(VariableHeader variable) {
        return unreadable.containsKey(variable.name()) ? Optional.empty() : other.map(file -> file);
    }

    /** Closes what was opened; the source stays open. */
    @Override
    public void close() throws IOException {
        if (other.isPresent()) {
            other.get().release();
        }
    }
}
