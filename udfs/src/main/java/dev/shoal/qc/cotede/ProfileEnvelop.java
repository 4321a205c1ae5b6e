package dev.shoal.qc.cotede;

import java.io.Serializable;
import java.util.List;

/**
 * Flags what lies outside the range of its layer (GTSPP's profile envelope). The ends of a range are outside.
 *
 * <p>Where layers overlap the last decides; a value in none of them, or of unknown pressure, is not evaluated.
 *
 * @param layers in the order in which they are asked
 * @param grades what is given
 */
public record ProfileEnvelop(List<Layer> layers, Grades grades) implements Procedure {

    /** Copies the layers. */
    public ProfileEnvelop {
        layers = List.copyOf(layers);
    }

    /**
     * One layer and what is good in it.
     *
     * @param from first bound of the pressure
     * @param to second bound of the pressure
     * @param min largest value too small
     * @param max smallest value too large
     */
    public record Layer(Bound from, Bound to, double min, double max) implements Serializable {

        boolean holds(double pressure) {
            return from.holds(pressure) && to.holds(pressure);
        }
    }

    @Override
    public String flagName() {
        return "profile_envelop";
    }

    @Override
    public List<String> needs() {
        return List.of(Cotede.PRESSURE);
    }

    @Override
    public Span reach() {
        return Span.NONE;
    }

    @Override
    public Flagging on(Profile profile) {
        double[] pressure = profile.column(Cotede.PRESSURE);
        double[] values = profile.values();
        return Sample.ofValues(profile, i -> judge(pressure[i], values[i]));
    }

    private byte judge(double pressure, double value) {
        for (int k = Double.isFinite(pressure) ? layers.size() - 1 : -1; k >= 0; k--) {
            Layer layer = layers.get(k);
            if (layer.holds(pressure)) {
                return value > layer.min() && value < layer.max() ? grades.good() : grades.bad();
            }
        }
        return CotedeFlag.NOT_EVALUATED;
    }
}
