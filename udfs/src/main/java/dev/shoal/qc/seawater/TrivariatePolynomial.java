package dev.shoal.qc.seawater;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * A polynomial of three variables u, v and w, evaluated by Horner's scheme.
 *
 * <p>Differentiating and weighting give new polynomials, so one published table of coefficients serves for all of a
 * potential's derivatives.
 */
final class TrivariatePolynomial {

    /** The coefficient of {@code u^i v^j w^k} at {@code [k][j][i]}. */
    private final double[][][] coefficients;

    private TrivariatePolynomial(double[][][] coefficients) {
        this.coefficients = coefficients;
    }

    /**
     * Makes a polynomial of its table.
     *
     * @param rows each: the power of v, the power of w, then the coefficients of u's powers from the zeroth up
     */
    static TrivariatePolynomial of(double[]... rows) {
        int powersOfV = 0;
        int powersOfW = 0;
        for (double[] row : rows) {
            powersOfV = Math.max(powersOfV, (int) row[0] + 1);
            powersOfW = Math.max(powersOfW, (int) row[1] + 1);
        }
        double[][][] coefficients = new double[powersOfW][powersOfV][0];
        for (double[] row : rows) {
            double[] ofU = new double[row.length - 2];
            System.arraycopy(row, 2, ofU, 0, ofU.length);
            coefficients[(int) row[1]][(int) row[0]] = ofU;
        }
        return new TrivariatePolynomial(trimmed(coefficients));
    }

    /** Returns the value at a point. */
    double at(double u, double v, double w) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * w + at(coefficients[k], u, v);
        }
        return sum;
    }

    /** Returns the value where w is zero, for the cost of the terms without w. */
    double at(double u, double v) {
        return at(coefficients[0], u, v);
    }

    private static double at(double[][] ofVandU, double u, double v) {
        double sum = 0;
        for (int j = ofVandU.length - 1; j >= 0; j--) {
            double[] ofU = ofVandU[j];
            double inner = 0;
            for (int i = ofU.length - 1; i >= 0; i--) {
                inner = inner * u + ofU[i];
            }
            sum = sum * v + inner;
        }
        return sum;
    }

    /** Returns the derivative with respect to u. */
    TrivariatePolynomial derivativeU() {
        double[][][] derived = new double[coefficients.length][][];
        for (int k = 0; k < derived.length; k++) {
            derived[k] = new double[coefficients[k].length][];
            for (int j = 0; j < derived[k].length; j++) {
                double[] ofU = coefficients[k][j];
                derived[k][j] = new double[Math.max(0, ofU.length - 1)];
                for (int i = 1; i < ofU.length; i++) {
                    derived[k][j][i - 1] = i * ofU[i];
                }
            }
        }
        return new TrivariatePolynomial(trimmed(derived));
    }

    /** Returns this minus its tangent's rise over {@code u + zero}: f - (u + zero) df/du. */
    TrivariatePolynomial minusSlope(double zero) {
        double[][][] result = new double[coefficients.length][][];
        for (int k = 0; k < result.length; k++) {
            result[k] = new double[coefficients[k].length][];
            for (int j = 0; j < result[k].length; j++) {
                double[] ofU = coefficients[k][j];
                double[] rest = new double[ofU.length];
                for (int i = 0; i < rest.length; i++) {
                    double above = i + 1 < ofU.length ? ofU[i + 1] : 0;
                    rest[i] = (1 - i) * ofU[i] - zero * (i + 1) * above;
                }
                result[k][j] = rest;
            }
        }
        return new TrivariatePolynomial(result);
    }

    /** Returns the derivative with respect to w. */
    TrivariatePolynomial derivativeW() {
        double[][][] derived = new double[Math.max(1, coefficients.length - 1)][0][];
        for (int k = 1; k < coefficients.length; k++) {
            int power = k;
            derived[k - 1] = weighted(coefficients[k], v -> power);
        }
        return new TrivariatePolynomial(trimmed(derived));
    }

    /** Returns the polynomial whose terms in {@code v^j} are multiplied by {@code weight(j)}. */
    TrivariatePolynomial weightedByPowerOfV(IntToDoubleFunction weight) {
        double[][][] weighted = new double[coefficients.length][][];
        for (int k = 0; k < weighted.length; k++) {
            weighted[k] = weighted(coefficients[k], weight);
        }
        return new TrivariatePolynomial(trimmed(weighted));
    }

    /** Returns the polynomial without the terms that know neither u nor w. */
    TrivariatePolynomial withoutTermsOfVAlone() {
        double[][][] rest = coefficients.clone();
        rest[0] = rest[0].clone();
        for (int j = 0; j < rest[0].length; j++) {
            rest[0][j] = rest[0][j].clone();
            if (rest[0][j].length > 0) {
                rest[0][j][0] = 0;
            }
        }
        return new TrivariatePolynomial(trimmed(rest));
    }

    /** Returns the coefficients of w's powers where u and v are held, from the zeroth power up; a new array. */
    double[] powersOfW(double u, double v) {
        double[] powers = new double[coefficients.length];
        for (int k = 0; k < powers.length; k++) {
            powers[k] = at(coefficients[k], u, v);
        }
        return powers;
    }

    private static double[][] weighted(double[][] ofVandU, IntToDoubleFunction weight) {
        double[][] weighted = new double[ofVandU.length][];
        for (int j = 0; j < weighted.length; j++) {
            weighted[j] = ofVandU[j].clone();
            for (int i = 0; i < weighted[j].length; i++) {
                weighted[j][i] *= weight.applyAsDouble(j);
            }
        }
        return weighted;
    }

    /** Leaves out the powers of v above the highest that has a coefficient: evaluation would multiply zeros. */
    private static double[][][] trimmed(double[][][] coefficients) {
        double[][][] trimmed = new double[coefficients.length][][];
        for (int k = 0; k < trimmed.length; k++) {
            int powers = coefficients[k].length;
            while (powers > 0 && coefficients[k][powers - 1].length == 0) {
                powers--;
            }
            trimmed[k] = Arrays.copyOf(coefficients[k], powers);
        }
        return trimmed;
    }
}
