package dev.shoal.job;

import dev.shoal.regrid.CellEdges;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.Reach;
import dev.shoal.regrid.Scheme;
import dev.shoal.stage.StageException;
import dev.shoal.stage.TargetGridReader;
import dev.shoal.stage.WeightKey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Option;

/** Which weights: the two grids and how target values are made. */
final class WeightGrids {

    @Option(
            names = "--from",
            required = true,
            paramLabel = "GRID",
            description = "The grid that values are taken from: a file (FILE#VARIABLE where it has several), or as"
                    + " --grid.")
    private String from = "";

    @Option(
            names = "--grid",
            required = true,
            paramLabel = "GRID",
            description = "The target: a name such as global_0.25 or r360x180, a grid description of CDO's, YAML, or a"
                    + " file whose grid to take.")
    private String to = "";

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "nearest, nearest-d2s, inverse-distance, bilinear, bicubic, conservative, conservative2,"
                    + " largest-area (default: ${DEFAULT-VALUE}).")
    private String method = "bilinear";

    @Option(names = "--neighbours", paramLabel = "N", description = "Points that inverse-distance takes (default: 4).")
    private Optional<Integer> neighbours = Optional.empty();

    @Option(
            names = "--edges",
            paramLabel = "EDGES",
            description = "What joins the corners of rectilinear cells: latitude-circle as CDO (default), great-circle"
                    + " as ESMF.")
    private String edges = "latitude-circle";

    @Option(names = "--everywhere", description = "Take the nearest cells also for targets outside of the source.")
    private boolean everywhere;

    /** Reads the grid that values are taken from. */
    Grid source(Configuration conf) {
        return TargetGridReader.read(from, conf).grid();
    }

    /** Reads the grid that values are made for. */
    Grid target(Configuration conf) {
        return TargetGridReader.read(to, conf).grid();
    }

    /** Returns how values are made. */
    Scheme scheme() {
        Scheme scheme = Scheme.of(named(Method.values(), "method", method))
                .along(named(CellEdges.values(), "edges", edges))
                .within(everywhere ? Reach.EVERYWHERE : Reach.WITHIN_SOURCE);
        try {
            return neighbours.isPresent() ? scheme.nearest(neighbours.get()) : scheme;
        } catch (IllegalArgumentException fault) {
            throw StageException.configuration(fault.getMessage() + " Correct --neighbours.", fault);
        }
    }

    /** Returns what the weights are kept by. */
    WeightKey key(Grid source, Grid target) {
        return WeightKey.of(source, target, scheme());
    }

    /** Returns the constant that a word names. */
    static <E extends Enum<E>> E named(E[] known, String option, String word) {
        List<String> words = Arrays.stream(known)
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        int place = words.indexOf(word.toLowerCase(Locale.ROOT));
        if (place < 0) {
            throw StageException.configuration("Cannot take '" + word + "' as --" + option + ", expected one of "
                    + String.join(", ", words) + ".");
        }
        return known[place];
    }
}
