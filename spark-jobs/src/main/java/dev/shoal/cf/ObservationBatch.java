package dev.shoal.cf;

/**
 * Some observations of a file, by column. All arrays have {@code size} elements and are owned by the receiver.
 *
 * @param size number of observations, at least 1
 * @param platform its name
 * @param series that QC runs along: the platform for series, trajectories and points (with the instance's number where
 *     a platform carries several); the platform and the level's number for profiles at one place; the platform, the
 *     file's name and the profile's number for profiles
 * @param timeMicros since 1970-01-01T00:00:00Z; {@link TimeUnits#MISSING} where missing
 * @param lat degrees north; NaN where missing
 * @param lon degrees east, as stored; NaN where missing
 * @param depthMetres positive down; NaN where missing
 * @param values {@code values[v][i]} is observation i of the layout's variable v, in canonical units; NaN where missing
 * @param index 0-based place of the observation in the file; rises from batch to batch; padding leaves gaps
 */
public record ObservationBatch(
        int size,
        String[] platform,
        String[] series,
        long[] timeMicros,
        double[] lat,
        double[] lon,
        double[] depthMetres,
        double[][] values,
        long[] index) {}
