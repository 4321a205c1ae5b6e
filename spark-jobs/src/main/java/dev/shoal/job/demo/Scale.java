package dev.shoal.job.demo;

import java.time.LocalDate;

/**
 * How much archive to write.
 *
 * @param start the first day
 * @param days of daily grids and of mooring records, at least 4
 * @param gridStep degrees between the cells of the daily grids
 * @param modelRows of the model's own grid
 * @param modelColumns of the model's own grid
 * @param modelLevels of the model, at least 1
 * @param modelTimes in each of the model's two files, at most half the days
 * @param sampleSeconds between the samples of a mooring
 * @param dives of each glider
 * @param diveSampleSeconds between the samples of a glider
 */
public record Scale(
        LocalDate start,
        int days,
        double gridStep,
        int modelRows,
        int modelColumns,
        int modelLevels,
        int modelTimes,
        int sampleSeconds,
        int dives,
        int diveSampleSeconds) {

    /** A year at 0.125 degrees: 165 MB of arrays as stored, 290 MB once unpacked to floats. */
    public static final Scale FULL = new Scale(LocalDate.of(2023, 1, 1), 365, 0.125, 180, 240, 6, 6, 1800, 320, 30);

    /** Six days at one degree across the end of a month, for tests: about 1 MB. */
    public static final Scale TINY = new Scale(LocalDate.of(2023, 1, 29), 6, 1, 24, 32, 3, 2, 1800, 6, 240);

    /** Refuses what no archive can be made of. */
    public Scale {
        if (days < Math.max(4, 2 * modelTimes)
                || modelLevels < 1
                || modelTimes < 1
                || sampleSeconds < 1
                || dives < 2
                || diveSampleSeconds < 1) {
            throw new IllegalArgumentException(
                    "Cannot size an archive: days, levels, times, dives or steps too small in scale of " + days
                            + " days, " + modelLevels + " levels, " + modelTimes + " times, " + dives + " dives.");
        }
        if (!(gridStep > 0) || gridStep > 5 || modelRows < 4 || modelColumns < 4) {
            throw new IllegalArgumentException("Cannot size an archive: grid step " + gridStep + " degrees, model "
                    + modelRows + " x " + modelColumns + "; expected a step up to 5 and at least 4 x 4.");
        }
    }

    /** Returns the rows of a daily grid. */
    public int gridRows() {
        return (int) Math.round((Geography.NORTH - Geography.SOUTH) / gridStep);
    }

    /** Returns the columns of a daily grid. */
    public int gridColumns() {
        return (int) Math.round((Geography.EAST - Geography.WEST) / gridStep);
    }
}
