package dev.shoal.regrid;

/**
 * What missing source values do to a target value. {@code w} are the weights of a target cell, {@code valid} is 1 where
 * the source has a value and 0 where it has none, {@code m} is {@link MissingRule#leastValidWeight}.
 *
 * <table>
 * <caption>When a target has a value, and which</caption>
 * <tr><th>method</th><th>{@link #SHOAL}</th><th>{@link #CDO}</th><th>{@link #XESMF}</th></tr>
 * <tr><td>nearest</td><td>that of the nearest of all points, missing where it is missing</td><td>the same</td>
 * <td>the same</td></tr>
 * <tr><td>bilinear, bicubic</td><td>{@code sum(w x valid) / sum(w valid)} where {@code sum(w valid) >= m}</td>
 * <td>{@code sum(w x)} where no contribution is missing, not even one of weight 0; {@code m} is not asked</td>
 * <td>as Shoal</td></tr>
 * <tr><td>inverse distance, the mean of {@code nearest-d2s}</td><td>as bilinear</td>
 * <td>{@code sum(w x valid) / sum(w valid)} where anything is valid; {@code m} is not asked</td><td>as Shoal</td></tr>
 * <tr><td>conservative</td><td>as bilinear: {@code sum(w valid)} is the share of the target cell's own area that has
 * values, so that sea outside the source counts as land inside it does</td>
 * <td>{@code sum(w valid) / sum(w) >= m}: the share of what overlaps the source ({@code REMAP_AREA_MIN})</td>
 * <td>as CDO with {@link Normalisation#FRACAREA} ({@code conservative_normed}), as Shoal with
 * {@link Normalisation#DESTAREA} ({@code conservative}); both divide by {@code sum(w valid)}</td></tr>
 * <tr><td>largest area</td><td>the value with the largest {@code sum(w valid)}, where the cell's area suffices as
 * above</td><td>the same, where the overlap suffices</td><td>as conservative</td></tr>
 * <tr><td>{@code m} where none is given</td><td>0.5</td><td>0</td><td>0, which is {@code na_thres=1}</td></tr>
 * <tr><td>no weights at all</td><td>missing</td><td>missing</td><td>missing (0 in xESMF itself, unless
 * {@code unmapped_to_nan} is set)</td></tr>
 * </table>
 *
 * <p>Contributions of weight 0 do nothing but where the table says so. Where weights have both signs (bicubic, second
 * order) a target is missing, too, where those left nearly cancel: {@code 8 sum(w valid) < sum(|w| valid)}.
 */
public enum MissingPolicy {
    /** Renormalises what is valid, and wants half of the target cell. */
    SHOAL(0.5),
    /** What CDO's {@code remap} operators do. */
    CDO(0),
    /**
     * What xESMF's {@code skipna=True} does: {@code m} is {@code 1 - na_thres}, kept from 1e-6 to 1 - 1e-6 as there.
     * With {@code m = 1} any missing contribution makes the target missing, as {@code skipna=False} does; but there a
     * cell that lies partly outside the source is diluted, and here it is missing.
     */
    XESMF(0);

    private final double leastValidWeight;

    MissingPolicy(double leastValidWeight) {
        this.leastValidWeight = leastValidWeight;
    }

    /** Returns the least valid weight where none is given. */
    public double leastValidWeight() {
        return leastValidWeight;
    }
}
