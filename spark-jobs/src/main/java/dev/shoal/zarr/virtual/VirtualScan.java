package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.ListedFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Finds the virtual arrays of one file: reads its header, its lists of chunks and its small coordinates. */
public final class VirtualScan {

    private VirtualScan() {}

    /**
     * Scans a netCDF-3, netCDF-4 or HDF5 file.
     *
     * @param location a path, or a URI of a scheme that Hadoop's FileSystem knows
     * @return its arrays; those that cannot be virtual are told of among the refused
     * @throws UnreadableException where the file cannot be read; names it
     * @throws IOException where the storage fails
     */
    public static VirtualFile scan(String location, Configuration conf, ScanRequest request) throws IOException {
        SourceFile source = source(location, conf);
        ListedFile listed = new ListedFile(source.location(), source.length(), source.modifiedMillis());
        try (ArrayFile file = ArrayFiles.open(listed, conf)) {
            return scan(file, source, request);
        }
    }

    private static SourceFile source(String location, Configuration conf) throws IOException {
        try {
            Path path = new Path(location);
            FileSystem system = path.getFileSystem(conf);
            FileStatus status = system.getFileStatus(path);
            return SourceFile.of(status);
        } catch (FileNotFoundException absent) {
            throw new UnreadableException(
                    "Cannot read " + location + ": found no such file, expected a file. Correct the path.", absent);
        }
    }

    private static VirtualFile scan(ArrayFile file, SourceFile source, ScanRequest request) throws IOException {
        ArrayScan scan = new ArrayScan(file, request.appendDimension(), bounds(file));
        List<VirtualArray> arrays = new ArrayList<>();
        List<Conflict> refused = new ArrayList<>();
        List<VirtualArray> toCopy = new ArrayList<>();
        Set<String> dropped = new HashSet<>(request.dropped());
        for (VariableHeader variable : file.header().variables()) {
            if (dropped.contains(variable.name())) {
                continue;
            }
            try {
                arrays.add(scan.array(variable));
            } catch (RefusedArrayException reason) {
                refused.add(new Conflict(
                        source.location(), variable.name(), reason.what(), reason.found(), reason.expected()));
                toCopy(scan, variable).ifPresent(toCopy::add);
            } catch (UnreadableException unreadable) { // Told of with the others: one bad variable hides no other.
                refused.add(new Conflict(
                        source.location(),
                        variable.name(),
                        "what cannot be read",
                        "(" + unreadable.getMessage() + ")",
                        "chunks that can be read"));
            }
        }
        return new VirtualFile(source, file.header().attributes(), arrays, refused, toCopy);
    }

    /** What cannot be read cannot be copied either. */
    private static Optional<VirtualArray> toCopy(ArrayScan scan, VariableHeader variable) throws IOException {
        try {
            return scan.toCopy(variable);
        } catch (UnreadableException unreadable) { // It stays among the refused.
            return Optional.empty();
        }
    }

    /** Returns the names of the variables that hold the bounds of others. */
    private static Set<String> bounds(ArrayFile file) {
        Set<String> names = new HashSet<>();
        for (VariableHeader variable : file.header().variables()) {
            String group = variable.name().substring(0, variable.name().lastIndexOf('/') + 1);
            for (String attribute : new String[] {"bounds", "climatology"}) {
                variable.attributes().text(attribute).ifPresent(name -> names.add(group + name));
            }
        }
        return names;
    }
}
