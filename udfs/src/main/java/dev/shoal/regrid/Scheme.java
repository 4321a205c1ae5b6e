package dev.shoal.regrid;

import java.io.Serializable;
import java.util.Locale;

/**
 * What weights between two grids depend on beside the grids.
 *
 * @param method how target values are made
 * @param neighbours for {@link Method#INVERSE_DISTANCE} how many source points a target takes, from 1
 * @param reach how far from the source's points a target may lie
 * @param edges of rectilinear grids' cells, where the method is by area
 */
public record Scheme(Method method, int neighbours, Reach reach, CellEdges edges) implements Serializable {
    private static final int DEFAULT_NEIGHBOURS = 4;
    private static final int MOST_NEIGHBOURS = 1000;

    /** Refuses a number of neighbours that no target can have. */
    public Scheme {
        if (neighbours < 1 || neighbours > MOST_NEIGHBOURS) {
            throw new IllegalArgumentException("Cannot regrid from the " + neighbours
                    + " nearest points, expected a number from 1 to " + MOST_NEIGHBOURS + ".");
        }
    }

    /** Returns the scheme of a method with four neighbours, within the source, latitude circles as edges. */
    public static Scheme of(Method method) {
        return new Scheme(method, DEFAULT_NEIGHBOURS, Reach.WITHIN_SOURCE, CellEdges.LATITUDE_CIRCLE);
    }

    /** Returns the same scheme with another method. */
    public Scheme by(Method other) {
        return new Scheme(other, neighbours, reach, edges);
    }

    /** Returns the same scheme with another reach. */
    public Scheme within(Reach other) {
        return new Scheme(method, neighbours, other, edges);
    }

    /** Returns the same scheme with other edges. */
    public Scheme along(CellEdges other) {
        return new Scheme(method, neighbours, reach, other);
    }

    /** Returns the same scheme with another number of neighbours. */
    public Scheme nearest(int count) {
        return new Scheme(method, count, reach, edges);
    }

    /** Returns the scheme as a word that differs wherever weights may: part of the key that they are kept by. */
    public String key() {
        String name = method.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String count = method == Method.INVERSE_DISTANCE ? "-" + neighbours : "";
        String lines = method.isByArea() && edges == CellEdges.GREAT_CIRCLE ? "-great-circle" : "";
        return name + count + lines + (reach == Reach.EVERYWHERE ? "-everywhere" : "");
    }
}
