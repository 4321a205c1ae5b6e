package dev.shoal.stage;

import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Weights;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Where weights are kept from one run to the next. Safe for several threads and processes. */
public interface WeightStore extends Serializable {

    /** Keeps nothing. */
    WeightStore NONE = new NoWeights();

    /**
     * Looks for the weights of a window of the target.
     *
     * @return nothing where they are not there, whole and undamaged
     * @throws IOException where the storage fails
     */
    Optional<Weights> load(WeightKey key, GridWindow window, Configuration conf) throws IOException;

    /**
     * Keeps the weights of a window of the target; whole or not at all, whoever else does so at the same time.
     *
     * @throws IOException where the storage fails
     */
    void save(WeightKey key, Weights weights, Configuration conf) throws IOException;

    /** Keeps nothing. */
    record NoWeights() implements WeightStore {

        @Override
        public Optional<Weights> load(WeightKey key, GridWindow window, Configuration conf) {
            return Optional.empty();
        }

        @Override
        public void save(WeightKey key, Weights weights, Configuration conf) {}
    }
}
