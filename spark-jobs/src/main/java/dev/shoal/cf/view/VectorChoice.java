package dev.shoal.cf.view;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Which pairs of variables are components along a grid's own directions, to be turned towards east and north.
 *
 * @param pairs by name
 * @param byStandardName whether those count that say so by their standard names, such as {@code sea_water_x_velocity}
 *     and {@code sea_water_y_velocity}
 */
public record VectorChoice(List<Pair> pairs, boolean byStandardName) implements Serializable {

    private static final long serialVersionUID = 1;

    /** No variable is turned. */
    public static final VectorChoice NONE = new VectorChoice(List.of(), false);

    /** Those are turned whose standard names say that they run along the grid. */
    public static final VectorChoice AUTOMATIC = new VectorChoice(List.of(), true);

    /** Copies the list. */
    public VectorChoice {
        pairs = new ArrayList<>(pairs);
    }

    /**
     * Two components.
     *
     * @param along name of the component along the grid's columns, such as {@code u}
     * @param across name of the component to its left, such as {@code v}
     */
    public record Pair(String along, String across) implements Serializable {

        private static final long serialVersionUID = 1;

        /** Refuses a pair of one variable. */
        public Pair {
            if (along.isBlank() || across.isBlank() || along.equals(across)) {
                throw new IllegalArgumentException("Cannot turn the vector of '" + along + "' and '" + across
                        + "', expected two variables, such as u and v.");
            }
        }
    }

    /** Tells whether nothing is turned. */
    boolean isEmpty() {
        return pairs.isEmpty() && !byStandardName;
    }
}
