package dev.shoal.qc.argo;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Pressure, temperature and salinity at one place. Arrays are lent, shape {@code (n)} each.
 *
 * @param pressure dbar
 * @param temperature in situ, degrees Celsius
 * @param salinity practical salinity
 * @param longitude degrees east
 * @param latitude degrees north
 */
public record Cast(double[] pressure, double[] temperature, double[] salinity, double longitude, double latitude) {

    /**
     * Returns densities at the surface's pressure.
     *
     * @param usable places that count
     * @param density of sea water
     * @return kg/m3, a new array, NaN where a place does not count
     */
    public double[] potential(BitSet usable, Density density) {
        double[] potential = new double[pressure.length];
        Arrays.setAll(potential, i -> usable.get(i) ? at(i, 0, density) : Double.NaN);
        return potential;
    }

    /**
     * Finds inversions: pairs of neighbours of which the upper is denser at the pressure between them.
     *
     * @param usable places that count; the next that does is the neighbour
     * @param inversion kg/m3 by which the upper must be denser
     * @param density of sea water
     * @return both places of every pair
     */
    public BitSet inversions(BitSet usable, double inversion, Density density) {
        BitSet inverted = new BitSet();
        int upper = usable.nextSetBit(0);
        for (int lower = usable.nextSetBit(upper + 1); upper >= 0 && lower >= 0; lower = usable.nextSetBit(lower + 1)) {
            double between = (pressure[upper] + pressure[lower]) / 2;
            if (at(upper, between, density) - at(lower, between, density) >= inversion) {
                inverted.set(upper);
                inverted.set(lower);
            }
            upper = lower;
        }
        return inverted;
    }

    private double at(int place, double reference, Density density) {
        return density.at(salinity[place], temperature[place], pressure[place], reference, longitude, latitude);
    }
}
