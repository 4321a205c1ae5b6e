package dev.shoal.stage;

import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Weights;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import shaded.parquet.org.apache.thrift.TException;

/**
 * Weights as a table: Parquet files in one folder, a row for each link, by target cells. Spark and others read the
 * folder as a table of {@code scheme, source, target} (the key, out of the names of the folders inside),
 * {@code target_row, target_column, source_row, source_column, weight, target_area}.
 *
 * <p>Each file holds a window of the target, told by its name, and is put whole or not at all; a window that was kept
 * in other pieces is put together from them. A file that is damaged is as good as none: its weights are made again.
 *
 * <p>Weights that are not all there is to a value ({@link Weights#isPlain}) are not kept, but made again: a table of
 * links has no place for what is added where no value is missing.
 *
 * @param folder a path, or a URI of a scheme that Hadoop's FileSystem knows
 */
public record WeightTable(String folder) implements WeightStore {

    private static final String SCHEME = "scheme=";

    /** What the folders in that of a table are called. */
    static final String SCHEMES = SCHEME + "*";

    private static final Pattern NAME = Pattern.compile("cells-(\\d+)-(\\d+)-(\\d+)-(\\d+)\\.parquet");

    /**
     * A file of the table.
     *
     * @param path of it
     * @param cells that it holds
     */
    private record Piece(Path path, GridWindow cells) {}

    @Override
    public Optional<Weights> load(WeightKey key, GridWindow window, Configuration conf) throws IOException {
        if (window.isEmpty()) {
            return Optional.empty();
        }
        WeightRowsReader reader = new WeightRowsReader(window);
        try {
            Piece own = new Piece(path(key, window), window);
            if (own.path().getFileSystem(conf).exists(own.path())) {
                reader.add(own.path(), window, conf);
            }
            List<Piece> others = reader.isWhole() ? List.of() : pieces(key, conf);
            for (Piece piece : others) {
                if (!reader.isWhole() && overlap(piece.cells(), window)) {
                    reader.add(piece.path(), piece.cells(), conf);
                }
            }
        } catch (FileNotFoundException gone) { // By another process that makes it anew.
            return Optional.empty();
        } catch (IOException failed) {
            if (failed.getCause() instanceof TException) { // Parquet tells so of a damaged footer.
                return Optional.empty();
            }
            throw failed;
        } catch (RuntimeException damaged) { // And so of damage elsewhere: the weights are to be made again.
            return Optional.empty();
        }
        return reader.isWhole() ? Optional.of(reader.weights()) : Optional.empty();
    }

    @Override
    public void save(WeightKey key, Weights weights, Configuration conf) throws IOException {
        if (!weights.target().isEmpty() && weights.isPlain()) {
            WeightRowsFile.write(path(key, weights.target()), weights, conf);
        }
    }

    /** Tells whether a window was kept as such. */
    boolean holds(WeightKey key, GridWindow window, Configuration conf) throws IOException {
        Path path = path(key, window);
        return path.getFileSystem(conf).exists(path);
    }

    /** Returns the windows that were kept, in the order of their first cells, larger ones first. */
    List<GridWindow> windows(WeightKey key, Configuration conf) throws IOException {
        return pieces(key, conf).stream().map(Piece::cells).toList();
    }

    private List<Piece> pieces(WeightKey key, Configuration conf) throws IOException {
        Path folderOfKey = folder(key);
        FileSystem system = folderOfKey.getFileSystem(conf);
        List<Piece> pieces = new ArrayList<>();
        if (!system.exists(folderOfKey)) {
            return pieces;
        }
        for (FileStatus file : system.listStatus(folderOfKey)) {
            Matcher name = NAME.matcher(file.getPath().getName());
            if (name.matches()) {
                GridWindow cells = new GridWindow(number(name, 1), number(name, 2), number(name, 3), number(name, 4));
                pieces.add(new Piece(file.getPath(), cells));
            }
        }
        pieces.sort(Comparator.comparingInt((Piece piece) -> piece.cells().y0())
                .thenComparingInt(piece -> piece.cells().x0())
                .thenComparingLong(
                        piece -> -(long) piece.cells().rows() * piece.cells().columns()));
        return pieces;
    }

    private static int number(Matcher name, int group) {
        return Integer.parseInt(name.group(group));
    }

    private static boolean overlap(GridWindow one, GridWindow other) {
        return one.y0() < other.y1() && other.y0() < one.y1() && one.x0() < other.x1() && other.x0() < one.x1();
    }

    private Path folder(WeightKey key) {
        return new Path(folder, SCHEME + key.scheme() + "/source=" + key.source() + "/target=" + key.target());
    }

    private Path path(WeightKey key, GridWindow cells) {
        String name = String.format("cells-%d-%d-%d-%d.parquet", cells.y0(), cells.y1(), cells.x0(), cells.x1());
        return new Path(folder(key), name);
    }
}
