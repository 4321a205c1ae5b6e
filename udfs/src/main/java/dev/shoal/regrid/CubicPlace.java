package dev.shoal.regrid;

/** Finds the 16 cells around a target point, and their weights. For one thread. */
sealed interface CubicPlace permits CubicPlaceOnAxes, CubicPlaceInSpace {

    /**
     * Finds the cells and weights of a target point.
     *
     * @param corner what the target's bilinear weights are of
     * @param share those weights
     * @return one object, loaded again at the next call
     */
    CubicPatch find(int[] corner, double[] share, double lat, double lon);
}
