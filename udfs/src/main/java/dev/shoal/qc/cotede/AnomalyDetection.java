package dev.shoal.qc.cotede;

import dev.shoal.qc.window.Measure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Flags by how likely a sample's features are together, each by an exponentiated Weibull distribution (Castelao 2021,
 * Comput. Geosci. 155, 104803).
 *
 * <p>The feature is the sum of the natural logarithms of the chances to exceed each feature, a chance of 0 counted as
 * 1e-25. Features that are missing count for nothing; where all are a value is not evaluated.
 *
 * @param threshold sum below which a value is bad
 * @param features distributions of the features, by name
 */
public record AnomalyDetection(double threshold, Map<String, ExponWeibull> features) implements Procedure {

    private static final String NAME = "anomaly_detection";

    private static final double SMALLEST_CHANCE = 1e-25;

    /** Copies the map. */
    public AnomalyDetection {
        features = new LinkedHashMap<>(features);
    }

    /**
     * An exponentiated Weibull distribution, {@code (1 - exp(-((x - location) / scale)^shape))^exponent}.
     *
     * @param exponent power of the Weibull distribution
     * @param shape power of the scaled number
     * @param location smallest number
     * @param scale unit of the number above it
     */
    public record ExponWeibull(double exponent, double shape, double location, double scale) implements Serializable {

        /** Returns the chance to exceed a number. */
        double chanceAbove(double x) {
            double scaled = (x - location) / scale;
            return scaled <= 0 ? 1 : 1 - Math.pow(-Math.expm1(-Math.pow(scaled, shape)), exponent);
        }
    }

    @Override
    public String flagName() {
        return NAME;
    }

    @Override
    public List<String> needs() {
        return features.keySet().stream()
                .flatMap(name -> Measured.needs(name).stream())
                .toList();
    }

    @Override
    public Span reach() {
        return Span.WHOLE;
    }

    @Override
    public Flagging on(Profile profile) {
        double[] chance = chance(profile);
        return Sample.each(i -> judge(chance[i]));
    }

    @Override
    public Map<String, Measure> features(Profile profile) {
        double[] chance = chance(profile);
        return Map.of(NAME, (start, end, into) -> System.arraycopy(chance, start, into, 0, end - start));
    }

    private byte judge(double chance) {
        if (chance < threshold) {
            return CotedeFlag.BAD;
        }
        return chance >= threshold ? CotedeFlag.GOOD : CotedeFlag.NOT_EVALUATED;
    }

    private double[] chance(Profile profile) {
        List<double[]> columns = new ArrayList<>();
        List<ExponWeibull> distributions = new ArrayList<>(features.values());
        features.keySet().forEach(name -> columns.add(Measured.column(profile, name)));
        double[] chance = new double[profile.size()];
        for (int i = 0; i < chance.length; i++) {
            double sum = Double.NaN;
            for (int k = 0; k < columns.size(); k++) {
                double measured = columns.get(k)[i];
                if (Double.isFinite(measured)) {
                    double above = distributions.get(k).chanceAbove(measured);
                    double log = Math.log(above == 0 ? SMALLEST_CHANCE : above);
                    sum = Double.isNaN(sum) ? log : sum + log;
                }
            }
            chance[i] = sum;
        }
        return chance;
    }
}
