package dev.shoal.qc.cotede;

import dev.shoal.qc.seawater.Teos10;
import dev.shoal.qc.window.Measure;
import java.util.List;
import java.util.Map;

/**
 * Flags samples lighter than the one before although deeper, or heavier although shallower (Argo test 14), by potential
 * density at the surface.
 *
 * <p>The step is {@code sign(p[i] - p[i-1]) (rho[i] - rho[i-1])}, where TEOS-10's exact potential density takes the
 * practical salinity for an absolute one, as CoTeDe has it. Nothing is flagged as missing: where something is missing
 * the sample is not evaluated.
 *
 * @param threshold step in kg m-3 below which a sample is bad; negative lets small inversions pass
 * @param grades what is given
 */
public record DensityInversion(double threshold, Grades grades) implements Procedure {

    @Override
    public String flagName() {
        return "density_inversion";
    }

    @Override
    public List<String> needs() {
        return List.of(Cotede.TEMPERATURE, Cotede.SALINITY, Cotede.PRESSURE);
    }

    @Override
    public Span reach() {
        return new Span(1, 0);
    }

    @Override
    public Flagging on(Profile profile) {
        Measure step = step(profile);
        return (start, end, flags) -> {
            double[] block = new double[end - start];
            step.fill(start, end, block);
            for (int i = 0; i < block.length; i++) {
                byte notEvaluated = Double.isNaN(block[i]) ? CotedeFlag.NOT_EVALUATED : grades.good();
                flags[i] = block[i] < threshold ? grades.bad() : notEvaluated;
            }
        };
    }

    @Override
    public Map<String, Measure> features(Profile profile) {
        return Map.of("densitystep", step(profile));
    }

    private static Measure step(Profile profile) {
        double[] salinity = profile.column(Cotede.SALINITY);
        double[] temperature = profile.column(Cotede.TEMPERATURE);
        double[] pressure = profile.column(Cotede.PRESSURE);
        return (start, end, into) -> {
            double before = start == 0 ? Double.NaN : density(salinity, temperature, pressure, start - 1);
            for (int i = start; i < end; i++) {
                double density = density(salinity, temperature, pressure, i);
                double descent = i == 0 ? Double.NaN : Math.signum(pressure[i] - pressure[i - 1]);
                into[i - start] = descent * (density - before);
                before = density;
            }
        };
    }

    private static double density(double[] salinity, double[] temperature, double[] pressure, int i) {
        return Teos10.potentialDensityExact(salinity[i], temperature[i], pressure[i], 0);
    }
}
