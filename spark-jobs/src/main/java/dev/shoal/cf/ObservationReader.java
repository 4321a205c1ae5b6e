package dev.shoal.cf;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.plan.RowWindows;
import dev.shoal.plan.Window;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the observations of a file in bounded batches, in the order of the file's own arrays.
 *
 * <p>A place of the file's arrays is padding, and left out, where a coordinate (time, latitude, longitude or the
 * vertical one) is missing and every {@link ObservedVariable.Kind#DATA} variable is missing too. An observation with
 * all its coordinates stays, even without a single value.
 *
 * <p>Windows of at most {@link #BATCH_SIZE} places are read along the observations' dimensions; only coordinates of
 * instances and profiles, one value each, may be read beyond a window. Not safe for use by several threads. Closing
 * closes the file.
 */
public final class ObservationReader implements Closeable {

    /** The most observations in a batch. */
    public static final int BATCH_SIZE = 65_536;

    private final ArrayFile file;
    private final SampleSpace space;
    private final BatchAssembly assembly;
    private final Iterator<Window> windows;
    private final Map<RaggedLink, Parents> parents = new HashMap<>();
    private ObservationBatch batch;

    private ObservationReader(ArrayFile file, ObservationLayout layout, long most, ObservationChoice choice) {
        this.file = file;
        this.space = SampleSpace.of(
                file.header(), layout.dimensions(), layout.links(), () -> new FileCoordinates(file.header()));
        this.assembly = new BatchAssembly(file, space, layout, choice);
        this.windows = new RowWindows(space.shape(), most);
        this.batch = BatchAssembly.nothing(layout.variables().size());
    }

    /**
     * Starts reading.
     *
     * @param file that {@code dataset} describes; closed with the reader
     * @param dataset with observations
     */
    public static ObservationReader open(ArrayFile file, CfDataset dataset) {
        return open(file, dataset, BATCH_SIZE);
    }

    /**
     * Starts reading a part.
     *
     * @param choice of observations and variables; the same observations as without it, but for those that it leaves
     *     out
     */
    public static ObservationReader open(ArrayFile file, CfDataset dataset, ObservationChoice choice) {
        return open(file, dataset, BATCH_SIZE, choice);
    }

    /** Starts reading in batches of at most {@code most} observations. */
    static ObservationReader open(ArrayFile file, CfDataset dataset, long most) {
        return open(file, dataset, most, ObservationChoice.ALL);
    }

    private static ObservationReader open(ArrayFile file, CfDataset dataset, long most, ObservationChoice choice) {
        ObservationLayout layout = dataset.observations()
                .orElseThrow(() -> new IllegalArgumentException("Cannot read observations of " + dataset.location()
                        + ": it holds " + dataset.featureType().title() + ", expected observations."));
        return new ObservationReader(file, layout, most, choice);
    }

    /**
     * Reads the next batch.
     *
     * @return false where there are no more observations
     * @throws dev.shoal.netcdf.UnreadableException where the bytes are damaged or cannot be decoded
     * @throws IOException where the storage fails
     */
    public boolean next() throws IOException {
        while (windows.hasNext()) {
            Positions places = new Positions(space, windows.next(), parents, file);
            Optional<Window> chosen = assembly.chosen(places);
            if (chosen.isPresent()) {
                boolean whole = chosen.get().equals(places.window());
                batch = assembly.assemble(whole ? places : new Positions(space, chosen.get(), parents, file));
                if (batch.size() > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the batch that the last {@link #next()} read. */
    public ObservationBatch batch() {
        return batch;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
