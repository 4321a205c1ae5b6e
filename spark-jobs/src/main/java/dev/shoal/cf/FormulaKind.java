package dev.shoal.cf;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The dimensionless vertical coordinates of CF 1.11, appendix D, with the formula of each: heights in metres (positive
 * up, from the datum of the surface term) or pressures in the units of the pressure terms.
 *
 * <p>Terms are named and ordered by {@link #terms()}; the last, {@code k}, is the number of the level from 1.
 */
public enum FormulaKind {
    ATMOSPHERE_LN_PRESSURE("atmosphere_ln_pressure_coordinate", "p0 lev") {
        @Override
        double at(double[] t) {
            return t[0] * Math.exp(-t[1]);
        }
    },
    ATMOSPHERE_SIGMA("atmosphere_sigma_coordinate", "sigma ps ptop") {
        @Override
        double at(double[] t) {
            return t[2] + t[0] * (t[1] - t[2]);
        }
    },
    /** The form with {@code ap}. */
    ATMOSPHERE_HYBRID_PRESSURE("atmosphere_hybrid_sigma_pressure_coordinate", "ap b ps") {
        @Override
        double at(double[] t) {
            return t[0] + t[1] * t[2];
        }
    },
    /** The form with {@code a} and {@code p0}. */
    ATMOSPHERE_HYBRID_SIGMA("atmosphere_hybrid_sigma_pressure_coordinate", "a b ps p0") {
        @Override
        double at(double[] t) {
            return t[0] * t[3] + t[1] * t[2];
        }
    },
    ATMOSPHERE_HYBRID_HEIGHT("atmosphere_hybrid_height_coordinate", "a b orog") {
        @Override
        double at(double[] t) {
            return t[0] + t[1] * t[2];
        }
    },
    ATMOSPHERE_SLEVE("atmosphere_sleve_coordinate", "a b1 b2 ztop zsurf1 zsurf2") {
        @Override
        double at(double[] t) {
            return t[0] * t[3] + t[1] * t[4] + t[2] * t[5];
        }
    },
    OCEAN_SIGMA("ocean_sigma_coordinate", "sigma eta depth") {
        @Override
        double at(double[] t) {
            return t[1] + t[0] * (t[2] + t[1]);
        }
    },
    OCEAN_S("ocean_s_coordinate", "s eta depth a b depth_c") {
        @Override
        double at(double[] t) {
            double s = t[0];
            double a = t[3];
            double stretched = (1 - t[4]) * Math.sinh(a * s) / Math.sinh(a)
                    + t[4] * (Math.tanh(a * (s + 0.5)) / (2 * Math.tanh(0.5 * a)) - 0.5);
            return t[1] * (1 + s) + t[5] * s + (t[2] - t[5]) * stretched;
        }
    },
    OCEAN_S_G1("ocean_s_coordinate_g1", "s C eta depth depth_c") {
        @Override
        double at(double[] t) {
            double still = t[4] * t[0] + (t[3] - t[4]) * t[1];
            return still + t[2] * (1 + still / t[3]);
        }
    },
    OCEAN_S_G2("ocean_s_coordinate_g2", "s C eta depth depth_c") {
        @Override
        double at(double[] t) {
            double still = (t[4] * t[0] + t[3] * t[1]) / (t[4] + t[3]);
            return t[2] + (t[2] + t[3]) * still;
        }
    },
    /** Sigma levels down to {@code depth_c}, of which there are {@code nsigma}, and fixed ones below. */
    OCEAN_SIGMA_Z("ocean_sigma_z_coordinate", "sigma eta depth depth_c nsigma zlev") {
        @Override
        double at(double[] t) {
            boolean fixed = t[6] > t[4] || Double.isNaN(t[0]);
            return fixed ? t[5] : t[1] + t[0] * (Math.min(t[3], t[2]) + t[1]);
        }
    },
    OCEAN_DOUBLE_SIGMA("ocean_double_sigma_coordinate", "sigma depth z1 z2 a href k_c") {
        @Override
        double at(double[] t) {
            double half = 0.5 * (t[2] - t[3]);
            double between = 0.5 * (t[2] + t[3]) + half * Math.tanh(t[4] / half * (t[1] - t[5]));
            return t[7] <= t[6] ? t[0] * between : between + (t[0] - 1) * (t[1] - between);
        }
    };

    private final String title;
    private final String terms;

    FormulaKind(String title, String terms) {
        this.title = title;
        this.terms = terms;
    }

    /** Returns the standard name. */
    public String title() {
        return title;
    }

    /** Returns the names of the terms, in the order that {@link #values} takes them. */
    public List<String> terms() {
        return List.of(terms.split(" ", -1));
    }

    /** Tells whether the formula gives pressures; the others give heights. */
    public boolean isPressure() {
        return this == ATMOSPHERE_LN_PRESSURE
                || this == ATMOSPHERE_SIGMA
                || this == ATMOSPHERE_HYBRID_PRESSURE
                || this == ATMOSPHERE_HYBRID_SIGMA;
    }

    /** Returns the formula of a standard name that has these terms, or else the last formula of that name. */
    static Optional<FormulaKind> of(String standardName, Collection<String> given) {
        Optional<FormulaKind> named = Optional.empty();
        for (FormulaKind kind : values()) {
            if (kind.title.equals(standardName)) {
                named = Optional.of(kind);
                if (given.containsAll(kind.terms())) {
                    return named;
                }
            }
        }
        return named;
    }

    /**
     * Reckons the vertical coordinate of many cells.
     *
     * @param given one array per term, in the order of {@link #terms()}, and one of level numbers from 1; each of
     *     length {@code cells}, or of length 1 for a constant; NaN means missing; not changed
     * @param cells how many
     * @return shape {@code (cells)}, a new array; metres positive up, or the unit of pressure; NaN where a term is
     *     missing
     */
    public double[] values(List<double[]> given, int cells) {
        if (given.size() != terms().size() + 1) {
            throw new IllegalArgumentException("Cannot reckon " + title + " from " + given.size() + " arrays, expected "
                    + (terms().size() + 1) + ": " + String.join(", ", terms()) + ", k.");
        }
        double[] values = new double[cells];
        double[] at = new double[given.size()];
        for (int cell = 0; cell < cells; cell++) {
            for (int term = 0; term < at.length; term++) {
                double[] numbers = given.get(term);
                at[term] = numbers[numbers.length == 1 ? 0 : cell];
            }
            values[cell] = at(at);
        }
        return values;
    }

    /** Returns the coordinate of one cell from its terms and, last, its level's number. */
    abstract double at(double[] t);
}
