package dev.shoal.qc.neighbour;

import java.io.Serializable;

/**
 * How far around an observation others count as its neighbours; the ends belong to it.
 *
 * <p>Distances are chords of a sphere of 6,371 km, which fall short of the way over the ground by 1 m in 100 km.
 *
 * @param metres horizontal distance, above 0
 * @param seconds difference in time; infinite for any, where times may be missing
 * @param heightMetres difference in height or depth; infinite for any, where heights may be missing
 */
public record Surroundings(double metres, double seconds, double heightMetres) implements Serializable {

    /** Refuses a distance that is not above 0 and finite, and other differences below 0. */
    public Surroundings {
        if (!(metres > 0) || Double.isInfinite(metres) || !(seconds >= 0) || !(heightMetres >= 0)) {
            throw new IllegalArgumentException("Cannot look around: found " + metres + " m, " + seconds + " s and "
                    + heightMetres + " m of height, expected a finite distance above 0 and no difference below 0.");
        }
    }

    /** Makes surroundings of any time and height. */
    public Surroundings(double metres) {
        this(metres, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Returns the surroundings as many times as wide: what a test reaches that looks so many times over. */
    public Surroundings times(int factor) {
        return new Surroundings(metres * factor, seconds * factor, heightMetres * factor);
    }
}
