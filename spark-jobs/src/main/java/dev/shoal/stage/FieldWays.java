package dev.shoal.stage;

import static java.util.Objects.requireNonNull;

import dev.shoal.regrid.Extrapolation;
import dev.shoal.regrid.Filling;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.Scheme;
import dev.shoal.spec.FieldRegrid;
import dev.shoal.spec.RegridSpec;
import dev.shoal.spec.RegridSpec.ValidFraction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Decides how each variable comes to the target grid; variables that need the same weights share them. */
final class FieldWays {

    private final RegridSpec regrid;
    private final Configuration conf;
    private final Map<WeightKey, TargetWeights> weights = new HashMap<>();

    FieldWays(RegridSpec regrid, Configuration conf) {
        this.regrid = regrid;
        this.conf = conf;
    }

    /** What becomes of a variable that cannot be had on the target. */
    enum Unfit {
        /** Nothing is done at all. */
        REFUSED,
        /** It is left out; where all are, nothing is done. */
        LEFT_OUT
    }

    /**
     * The ways of variables.
     *
     * @param ways of those that can be had
     * @param unfit those that cannot, with the reasons
     */
    record Found(Map<String, FieldWay> ways, Map<String, String> unfit) {

        /** Returns the ways, and adds those that have none to others. */
        Map<String, FieldWay> taken(Map<String, String> leftOut) {
            leftOut.putAll(unfit);
            return ways;
        }
    }

    /**
     * Returns the way of every variable.
     *
     * @throws StageException where a mean of categories is asked for, and where one has no way, or where those are left
     *     out none has: a target beside the data, a method that the grids have no weights by
     */
    Found of(Map<String, GridDescription> variables, Map<String, GridSource> sources, Unfit rule) {
        Set<String> levels = new HashSet<>();
        variables.values().forEach(field -> levels.add(field.vertical().name()));
        Found found = new Found(new LinkedHashMap<>(), new TreeMap<>());
        variables.forEach((name, field) -> {
            FieldRegrid asked = Categories.resolved(field, regrid.of(name, field.standardName()));
            try {
                if (rule == Unfit.LEFT_OUT && levels.contains(name)) {
                    throw StageException.configuration(
                            "Cannot regrid '" + name + "': it has the name of its own axis of levels.");
                }
                found.ways.put(name, way(name, asked, requireNonNull(sources.get(name))));
            } catch (StageException reason) {
                if (rule == Unfit.REFUSED) {
                    throw reason;
                }
                found.unfit.put(name, String.valueOf(reason.getMessage()));
            }
        });
        if (found.ways.isEmpty() && !found.unfit.isEmpty()) {
            throw StageException.configuration(found.unfit.values().iterator().next());
        }
        return found;
    }

    private FieldWay way(String name, FieldRegrid asked, GridSource source) {
        boolean tells = regrid.fraction() == ValidFraction.OF_ALL
                || (regrid.fraction() == ValidFraction.OF_JUDGED && source.flagged());
        return new FieldWay(
                weights(name, source.grid(), asked),
                asked.rule(),
                asked.extrapolation(),
                asked.scheme().method().isByArea() && asked.scheme().method() != Method.LARGEST_AREA
                        ? regrid.integrals()
                        : RegridSpec.IntegralReport.NOT_TOLD,
                tells ? FieldWay.Companions.VALID_FRACTION : FieldWay.Companions.NONE);
    }

    private TargetWeights weights(String variable, Grid source, FieldRegrid asked) {
        Scheme scheme = asked.scheme();
        requireFillable(variable, asked.extrapolation());
        return weights.computeIfAbsent(WeightKey.of(source, regrid.target(), scheme), key -> {
            WeightStore store = store(variable, source, scheme);
            TargetWeights own = TargetWeights.of(source, regrid.target(), scheme, store);
            requireOverlap(variable, own, asked.extrapolation());
            return own;
        });
    }

    /** Returns where weights are taken from: a file or a table of a user's, else the folder where a run keeps them. */
    private WeightStore store(String variable, Grid source, Scheme scheme) {
        String location = regrid.weights();
        if (location.isEmpty()) {
            return WeightStore.NONE;
        }
        try {
            return isGiven(new Path(location))
                    ? GivenWeights.of(location, source, regrid.target(), scheme, conf)
                    : new WeightFolder(location);
        } catch (IOException unfit) {
            throw StageException.configuration(
                    "Cannot regrid '" + variable + "' by the weights of '" + location + "': " + unfit.getMessage(),
                    unfit);
        }
    }

    private boolean isGiven(Path location) throws IOException {
        FileSystem system = location.getFileSystem(conf);
        return system.exists(location)
                && (system.getFileStatus(location).isFile()
                        || system.globStatus(new Path(location, WeightTable.SCHEMES)).length > 0);
    }

    private void requireFillable(String variable, Extrapolation extrapolation) {
        try {
            extrapolation.check(regrid.target());
        } catch (IllegalArgumentException unfit) {
            throw StageException.configuration("Cannot regrid '" + variable + "': " + unfit.getMessage(), unfit);
        }
    }

    /** Refuses a method that the grids have no weights by, and a target of which no cell can get a value. */
    private void requireOverlap(String variable, TargetWeights own, Extrapolation extrapolation) {
        boolean overlap;
        try {
            overlap = own.overlap();
        } catch (IllegalArgumentException unfit) {
            throw StageException.configuration(
                    "Cannot regrid '" + variable + "': " + unfit.getMessage()
                            + " Choose another method, such as nearest.",
                    unfit);
        }
        if (!overlap && extrapolation.filling() == Filling.NONE) {
            throw StageException.configuration("Cannot regrid '" + variable + "': no cell of the target grid ("
                    + regrid.name() + ", " + TargetOverlap.text(regrid.target().box()) + ") lies within the data ("
                    + TargetOverlap.text(own.source().box())
                    + "), so all would be missing. Choose a target grid over the data.");
        }
    }

    /**
     * Makes the weights that are small, each once for all variables.
     *
     * @param mostBytes most that those of two grids may take to be made before the tasks
     */
    static List<FieldWay> prepared(List<FieldWay> ways, long mostBytes, int threads, Configuration conf)
            throws IOException {
        Map<WeightKey, TargetWeights> made = new HashMap<>();
        List<FieldWay> prepared = new ArrayList<>();
        for (FieldWay way : ways) {
            WeightKey key = way.weights().key();
            if (!made.containsKey(key)) {
                made.put(key, way.weights().prepared(mostBytes, threads, conf));
            }
            prepared.add(way.with(requireNonNull(made.get(key))));
        }
        return prepared;
    }
}
