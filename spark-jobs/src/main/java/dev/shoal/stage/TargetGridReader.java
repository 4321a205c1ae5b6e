package dev.shoal.stage;

import dev.shoal.cf.CdoGridText;
import dev.shoal.cf.CfDataset;
import dev.shoal.cf.FileGrid;
import dev.shoal.cf.ObservationLayout;
import dev.shoal.cf.Packing;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.qc.NearestName;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.TargetGrids;
import dev.shoal.regrid.UnstructuredGrid;
import dev.shoal.spec.GridReader;
import dev.shoal.zarr.ArrayStores;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Makes the grid that a text stands for: the name of a grid, or the path of CDO's description of one, of a YAML file,
 * of a table of positions ({@code .csv}), or of a data file or store whose grid is taken. A data file of several grids
 * needs the name of a variable behind {@code #} or {@code ?}.
 */
public final class TargetGridReader {

    /** Texts longer than this are no descriptions of grids. */
    private static final long MOST_TEXT = 1L << 30;

    private final Configuration conf;

    private TargetGridReader(Configuration conf) {
        this.conf = conf;
    }

    /**
     * Makes the grid of a text.
     *
     * @throws StageException that names the text, what was found and what was expected
     */
    public static TargetGrid read(String text, Configuration conf) {
        try {
            if (TargetGrids.isName(text)) {
                return new TargetGrid(text, "name", TargetGrids.named(text), List.of());
            }
            return new TargetGridReader(conf).file(text);
        } catch (IllegalArgumentException error) {
            throw StageException.configuration(String.valueOf(error.getMessage()), error);
        } catch (IOException error) {
            throw StageException.configuration(
                    "Cannot take the grid of '" + text + "': " + error.getMessage()
                            + (String.valueOf(error.getMessage()).endsWith(".") ? "" : ".")
                            + " Check the path, or name a grid as 'shoal grid list' shows them.",
                    error);
        }
    }

    /** Makes the grid of a path that a specification names: a fault is one of its own, told with the others. */
    public static Grid ofSpecification(String path, Configuration conf) {
        try {
            return read(path, conf).grid();
        } catch (StageException fault) {
            throw new IllegalArgumentException(String.valueOf(fault.getMessage()), fault);
        }
    }

    /** Tells whether a text is the path of a data file or a store, without the name of a variable. */
    static boolean isData(String text, Configuration conf) {
        if (text.startsWith("icechunk:")) {
            return true;
        }
        Path path = new Path(text);
        try {
            boolean there =
                    !TargetGrids.isName(text) && path.getFileSystem(conf).exists(path);
            return there
                    && new TargetGridReader(conf)
                            .isBinary(path, path.getFileSystem(conf).getFileStatus(path));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private boolean isBinary(Path path, FileStatus status) throws IOException {
        if (status.isDirectory() || path.getName().endsWith(".json")) {
            return true;
        }
        String begin = begin(path);
        return begin.chars().anyMatch(letter -> letter == 0) || begin.startsWith("CDF");
    }

    private TargetGrid file(String text) throws IOException {
        int mark = Math.max(text.lastIndexOf('#'), text.lastIndexOf('?'));
        String variable = mark < 0 ? "" : text.substring(mark + 1);
        Path path = new Path(mark < 0 ? text : text.substring(0, mark));
        FileStatus status = status(path, text);
        if (isBinary(path, status)) {
            return data(text, path.toString(), variable);
        }
        String name = path.getName().toLowerCase(Locale.ROOT);
        if (status.getLen() > MOST_TEXT) {
            throw new IllegalArgumentException("Cannot take the grid of '" + text + "': it is a text of "
                    + status.getLen() + " bytes, expected at most " + MOST_TEXT + ".");
        }
        String content = content(path);
        List<String> problems = new ArrayList<>();
        if (CdoGridText.isOne(content)) {
            return new TargetGrid(text, "grid description", CdoGridText.read(content, text, problems::add), problems);
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return new TargetGrid(text, "YAML", GridReader.ofYaml(content, text), problems);
        }
        return new TargetGrid(text, "positions", PositionTable.read(content, text), problems);
    }

    private FileStatus status(Path path, String text) throws IOException {
        FileSystem system = path.getFileSystem(conf);
        try {
            return system.getFileStatus(path);
        } catch (FileNotFoundException absent) {
            if (path.toString().contains("/") || path.getName().contains(".")) {
                throw new FileNotFoundException("there is no file or store at " + path);
            }
            TargetGrids.named(text);
            throw absent;
        }
    }

    private String begin(Path path) throws IOException {
        byte[] begin = new byte[512];
        try (FSDataInputStream in = path.getFileSystem(conf).open(path)) {
            int length = in.readNBytes(begin, 0, begin.length);
            return new String(begin, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    private String content(Path path) throws IOException {
        try (FSDataInputStream in = path.getFileSystem(conf).open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private TargetGrid data(String text, String path, String variable) throws IOException {
        try (ArrayFile file = ArrayStores.open(path, conf)) {
            CfDataset dataset = CfDataset.withCells(file);
            List<FileGrid> grids = FileGrid.of(file, dataset);
            Optional<FileGrid> chosen = grids.stream()
                    .filter(grid -> variable.isEmpty() || grid.names().contains(variable))
                    .findFirst();
            if (chosen.isPresent() && (grids.size() == 1 || !variable.isEmpty())) {
                return new TargetGrid(text, "grid of a file", chosen.get().grid(), dataset.problems());
            }
            if (grids.isEmpty() && variable.isEmpty() && dataset.observations().isPresent()) {
                Grid points = places(file, dataset.observations().get(), text);
                return new TargetGrid(text, "places of observations", points, dataset.problems());
            }
            throw new IllegalArgumentException(
                    "Cannot take the grid of '" + text + "': " + found(grids, variable, dataset));
        }
    }

    private static String found(List<FileGrid> grids, String variable, CfDataset dataset) {
        if (grids.isEmpty()) {
            return "the file has no grid, expected latitudes and longitudes. " + String.join(" ", dataset.problems());
        }
        List<String> names =
                grids.stream().flatMap(grid -> grid.names().stream()).toList();
        if (!variable.isEmpty()) {
            return "no variable " + variable + " lies on a grid, expected one of " + String.join(", ", names) + "."
                    + NearestName.hint(variable, names);
        }
        List<String> each = grids.stream()
                .map(grid -> grid.names().isEmpty()
                        ? grid.origin().lat() + ", " + grid.origin().lon()
                        : grid.names().get(0))
                .toList();
        return "the file has " + grids.size()
                + " grids, expected the name of a variable on the one that is meant. Write "
                + "it behind the path, as PATH#" + each.get(0) + "; there are those of " + String.join(" | ", each)
                + ".";
    }

    private static Grid places(ArrayFile file, ObservationLayout layout, String text) throws IOException {
        Optional<VariableHeader> lat = layout.latitude();
        Optional<VariableHeader> lon = layout.longitude();
        boolean along = lat.isPresent()
                && lon.isPresent()
                && lat.get().size() == lon.get().size();
        if (!along) {
            throw new IllegalArgumentException("Cannot take the places of '" + text
                    + "': its observations have no latitudes and longitudes," + " expected one of each.");
        }
        double[] north = Packing.of(lat.get()).decode(file.read(lat.get()));
        double[] east = Packing.of(lon.get()).decode(file.read(lon.get()));
        return UnstructuredGrid.points(north, east);
    }
}
