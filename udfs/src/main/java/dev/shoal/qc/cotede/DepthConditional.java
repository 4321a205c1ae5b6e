package dev.shoal.qc.cotede;

import dev.shoal.qc.window.LocalMeasure;
import dev.shoal.qc.window.Measure;
import java.util.List;
import java.util.Map;

/**
 * Flags a spike or a gradient against one threshold in shallow water and another below: CoTeDe's SpikeDepthConditional
 * and GradientDepthConditional.
 *
 * <p>A gradient counts by its size, a spike with its sign. Where the pressure is missing a value is not evaluated.
 *
 * @param flagName name of the flags
 * @param feature what is measured
 * @param pressureThreshold pressure in decibars down to which, itself included, water is shallow
 * @param shallowMax above which a value is bad in shallow water, in the values' unit
 * @param deepMax above which a value is bad below, in the values' unit
 * @param grades what is given
 */
public record DepthConditional(
        String flagName,
        LocalMeasure feature,
        double pressureThreshold,
        double shallowMax,
        double deepMax,
        Grades grades)
        implements Procedure {

    @Override
    public List<String> needs() {
        return List.of(Cotede.PRESSURE);
    }

    @Override
    public Span reach() {
        return Span.of(feature);
    }

    @Override
    public Flagging on(Profile profile) {
        double[] pressure = profile.column(Cotede.PRESSURE);
        Measure measured = feature.of(profile.values(), profile.size());
        return (start, end, flags) -> {
            double[] block = new double[end - start];
            measured.fill(start, end, block);
            for (int i = start; i < end; i++) {
                flags[i - start] = profile.isMissing(i) ? CotedeFlag.MISSING : judge(pressure[i], block[i - start]);
            }
        };
    }

    private byte judge(double pressure, double measured) {
        double counted = feature == LocalMeasure.SPIKE ? measured : Math.abs(measured);
        if (!Double.isFinite(pressure)) {
            return CotedeFlag.NOT_EVALUATED;
        }
        if (pressure <= pressureThreshold) {
            return grades.atMost(counted, shallowMax);
        }
        return pressure > pressureThreshold ? grades.atMost(counted, deepMax) : CotedeFlag.NOT_EVALUATED;
    }

    @Override
    public Map<String, Measure> features(Profile profile) {
        return Map.of(Cotede.title(feature), feature.of(profile.values(), profile.size()));
    }
}
