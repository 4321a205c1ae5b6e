package dev.shoal.stage;

import dev.shoal.cf.FeatureType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What planning needs to know of one file, without its data and without its coordinates in space.
 *
 * @param file the file
 * @param featureType declared or guessed
 * @param grids its fields
 * @param columns of its observations; empty where it holds none
 * @param extent how far it reaches
 * @param sha256 of its bytes, hexadecimal
 * @param problems what was odd about it, for people
 */
public record FileDescription(
        FileEntry file,
        FeatureType featureType,
        List<GridDescription> grids,
        List<ObservedColumn> columns,
        Extent extent,
        String sha256,
        List<String> problems)
        implements Serializable {

    /** Copies the lists. */
    public FileDescription {
        grids = new ArrayList<>(grids);
        columns = new ArrayList<>(columns);
        problems = new ArrayList<>(problems);
    }
}
