package dev.shoal.spec;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run reads.
 *
 * @param paths files, folders (walked) and globs of any Hadoop file system; at least one
 * @param variables names or CF standard names of the variables to take; empty for all
 * @param kind whether the files are taken as grids, as observations, or as each file says
 */
public record SourceSpec(List<String> paths, List<String> variables, Kind kind) implements Serializable {

    /** How the files of a source are taken. */
    public enum Kind {
        /** As the first readable file says. */
        AUTO,
        /** Arrays over latitude and longitude. */
        GRIDS,
        /** CF discrete sampling geometries. */
        OBSERVATIONS
    }

    /** Copies the lists. */
    public SourceSpec {
        paths = new ArrayList<>(paths);
        variables = new ArrayList<>(variables);
    }
}
