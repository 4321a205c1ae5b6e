package dev.shoal.stage.zarr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a pyramid.
 *
 * @param base how level 0 is made: one layout, named {@value #BASE}
 * @param levels above level 0, or nothing for as many as it takes until a level is one chunk of its plane
 * @param factor cells of the level below in a cell, along each of the averaged dimensions; 2 or more
 * @param over dimensions that are averaged; none for those of the grid's rows and columns
 * @param accepted flags of values that are averaged; nothing for those whose meaning says that they are good
 * @param masking what becomes of values with other flags
 * @param minValid least share of the cells of level 0 that have a value in a cell that has one, 0 to 1
 */
public record PyramidRequest(
        RechunkRequest base,
        Optional<Integer> levels,
        int factor,
        List<String> over,
        Optional<List<Long>> accepted,
        Masking masking,
        double minValid) {

    /** Group of level 0. */
    public static final String BASE = "0";

    /** What is done about flags. */
    public enum Masking {
        /** Values whose flags are not accepted are left out. */
        BY_FLAGS,
        /** Flags are not looked at. */
        NONE
    }

    /** Copies its lists; refuses what no pyramid can have. */
    public PyramidRequest {
        over = new ArrayList<>(over);
        accepted = accepted.map(ArrayList::new);
        boolean based =
                base.layouts().size() == 1 && base.layouts().get(0).name().equals(BASE);
        if (!based || levels.orElse(1) < 1 || factor < 2 || !(minValid >= 0 && minValid <= 1)) {
            throw new IllegalArgumentException(levels.map(String::valueOf).orElse("all") + " levels by factor " + factor
                    + " with " + minValid + " of the cells valid, expected 1 level and more, a factor of 2 and more,"
                    + " and 0 to 1");
        }
    }
}
