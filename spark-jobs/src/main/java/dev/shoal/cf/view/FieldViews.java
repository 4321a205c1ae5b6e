package dev.shoal.cf.view;

import dev.shoal.netcdf.ArrayFile;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What the fields of a file are made before anything else is done with them: first currents are turned towards east and
 * north, then columns are taken to other levels.
 *
 * @param vectors which variables are turned
 * @param levels the levels; at most one
 */
public record FieldViews(VectorChoice vectors, List<LevelChoice> levels) implements Serializable {

    private static final long serialVersionUID = 1;

    /** Fields as they are stored. */
    public static final FieldViews NONE = of(VectorChoice.NONE);

    /** Copies the list. */
    public FieldViews {
        levels = new ArrayList<>(levels);
    }

    /** Makes a choice of vectors alone. */
    public static FieldViews of(VectorChoice vectors) {
        return new FieldViews(vectors, List.of());
    }

    /** Returns the same with columns taken to levels. */
    public FieldViews to(LevelChoice choice) {
        return new FieldViews(vectors, List.of(choice));
    }

    /**
     * Returns a file as if it held the fields so made; closing it closes the file. Reads headers and coordinates.
     *
     * @throws IllegalArgumentException where the file lacks what is asked for, in words for its user
     */
    public ArrayFile over(ArrayFile file) throws IOException {
        ArrayFile turned = vectors.isEmpty() ? file : new VectorView(file, vectors).view();
        return levels.isEmpty() ? turned : new LevelView(turned, levels.get(0)).view();
    }

    /** Returns what decides which values come out. */
    public String canonical() {
        return vectors + levels.toString();
    }
}
