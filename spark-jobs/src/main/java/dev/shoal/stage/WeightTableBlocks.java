package dev.shoal.stage;

import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Weights;
import dev.shoal.weights.WeightExport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * The weights of a table for a file of weights, in bands of rows as memory takes them.
 *
 * @param table that holds all of them
 * @param key of the weights
 * @param target that they are of
 * @param conf of the file systems
 */
public record WeightTableBlocks(WeightTable table, WeightKey key, Grid target, Configuration conf)
        implements WeightExport.Blocks {

    private static final int MOST_CELLS = 1 << 20;

    @Override
    public long links() throws IOException {
        long[] links = {0};
        each(block -> links[0] += block.entries());
        return links[0];
    }

    @Override
    public void each(WeightExport.Receiver receiver) throws IOException {
        for (GridWindow band : bands()) {
            Weights block = table.load(key, band, conf)
                    .orElseThrow(() -> StageException.configuration("Cannot take the weights of target cells " + band
                            + " from '" + table.folder() + "': they are not there, or damaged. Make them with 'shoal"
                            + " weights make'."));
            receiver.accept(block);
        }
    }

    private List<GridWindow> bands() {
        int rows = Math.max(1, MOST_CELLS / target.nx());
        List<GridWindow> bands = new ArrayList<>();
        for (int y = 0; y < target.ny(); y += rows) {
            bands.add(new GridWindow(y, Math.min(target.ny(), y + rows), 0, target.nx()));
        }
        return bands;
    }
}
