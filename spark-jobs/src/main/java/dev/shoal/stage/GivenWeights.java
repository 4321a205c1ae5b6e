package dev.shoal.stage;

import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.Weights;
import dev.shoal.weights.GridCheck;
import dev.shoal.weights.WeightFile;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Weights that a user gives instead of having them made: those of a file, for the grids that it tells of itself.
 *
 * @param key of the grids and the scheme that they were found to be for
 * @param weights of the whole target
 */
record GivenWeights(WeightKey key, Weights weights) implements WeightStore {

    private static final long serialVersionUID = 1;

    /**
     * Returns where weights between two grids are taken from.
     *
     * @param location a file of weights, see {@link WeightFile}; or the folder of a {@link WeightTable}, which need not
     *     hold all, for what it lacks is made and kept there
     * @throws StageException where there is neither
     * @throws IOException where the file's grids are others, or the storage fails
     */
    static WeightStore of(String location, Grid source, Grid target, Scheme scheme, Configuration conf)
            throws IOException {
        Path path = new Path(location);
        FileSystem system = path.getFileSystem(conf);
        if (!system.exists(path)) {
            throw StageException.configuration("Cannot take weights from '" + location
                    + "': there is no such file or folder. Make weights with 'shoal weights make'.");
        }
        if (system.getFileStatus(path).isDirectory()) {
            return new WeightTable(location);
        }
        Weights given = WeightFile.load(location, source, target, scheme, GridCheck.POSITIONS, conf);
        return new GivenWeights(WeightKey.of(source, target, scheme), given);
    }

    @Override
    public Optional<Weights> load(WeightKey wanted, GridWindow window, Configuration conf) {
        if (!wanted.equals(key) || !weights.target().contains(window)) {
            return Optional.empty();
        }
        return Optional.of(
                window.equals(weights.target())
                        ? weights
                        : weights.window(window.y0(), window.y1(), window.x0(), window.x1()));
    }

    /** Keeps nothing: what was given is not added to. */
    @Override
    public void save(WeightKey made, Weights others, Configuration conf) {}
}
