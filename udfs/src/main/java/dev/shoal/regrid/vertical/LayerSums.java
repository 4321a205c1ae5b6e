package dev.shoal.regrid.vertical;

import java.util.Arrays;

/** What the layers of one column put into each target layer. */
final class LayerSums {
    private final double[] edges;
    private final boolean byAmount;
    private final double[] integral;
    private final double[] mean;
    private final double[] valid;
    private final double[] all;

    /**
     * Makes sums of nothing.
     *
     * @param edges of the target layers, rising
     * @param byAmount whether shares are of the amounts that came, and not of the target layers' own thickness
     */
    LayerSums(double[] edges, boolean byAmount) {
        this.edges = edges;
        this.byAmount = byAmount;
        this.integral = new double[edges.length - 1];
        this.mean = new double[edges.length - 1];
        this.valid = new double[edges.length - 1];
        this.all = new double[edges.length - 1];
    }

    void clear() {
        Arrays.fill(integral, 0);
        Arrays.fill(mean, 0);
        Arrays.fill(valid, 0);
        Arrays.fill(all, 0);
    }

    /** Spreads a layer over the targets between its edges; one without edges or amount is none. */
    void add(double from, double to, double amount, double value) {
        double low = Math.min(from, to) + 0.0;
        double high = Math.max(from, to);
        if (Double.isNaN(low) || !(amount > 0)) {
            return;
        }
        if (low == high) {
            int layer = layerOf(low);
            if (layer >= 0) {
                put(layer, amount, value);
            }
            return;
        }
        for (int layer = Math.max(0, layerOf(low)); layer < valid.length && edges[layer] < high; layer++) {
            double overlap = Math.min(high, edges[layer + 1]) - Math.max(low, edges[layer]);
            if (overlap > 0) {
                put(layer, overlap == high - low ? amount : amount * (overlap / (high - low)), value);
            }
        }
    }

    private void put(int layer, double amount, double value) {
        all[layer] += amount;
        if (!Double.isNaN(value)) {
            valid[layer] += amount;
            integral[layer] += amount * value;
            mean[layer] += (value - mean[layer]) * (amount / valid[layer]);
        }
    }

    double integral(int layer) {
        return integral[layer];
    }

    /** Returns the mean; of one layer, or of equal values, it is that value to the last bit. */
    double mean(int layer) {
        return mean[layer];
    }

    /** Returns the valid share of a target layer, at most 1. */
    double share(int layer) {
        double whole = byAmount ? all[layer] : edges[layer + 1] - edges[layer];
        return whole > 0 ? Math.min(1, valid[layer] / whole) : 0;
    }

    /** Returns the layer that a coordinate is in, -1 outside of all; an inner edge belongs to the layer above it. */
    private int layerOf(double coordinate) {
        int place = Arrays.binarySearch(edges, coordinate);
        int layer = place >= 0 ? Math.min(place, valid.length - 1) : -place - 2;
        return layer < valid.length ? layer : -1;
    }
}
