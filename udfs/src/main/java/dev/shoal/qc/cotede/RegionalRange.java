package dev.shoal.qc.cotede;

import java.io.Serializable;
import java.util.List;

/**
 * Flags what lies outside the range of the region that the profile was taken in (Argo test 7, regional range).
 *
 * <p>Where regions overlap, the last that judges a value bad decides. A profile outside all of them, or without a
 * place, is not evaluated. Where latitudes and longitudes were sampled, CoTeDe gives no flags at all.
 *
 * @param regions in the order in which they are asked
 * @param grades what is given
 */
public record RegionalRange(List<Region> regions, Grades grades) implements Procedure {

    /** Copies the regions. */
    public RegionalRange {
        regions = List.copyOf(regions);
    }

    /**
     * One region and what is good in it.
     *
     * @param name of the region
     * @param area its area, in degrees east and north as they are given: nothing is wrapped
     * @param min smallest good value, below {@code max}
     * @param max largest good value
     */
    public record Region(String name, Area area, double min, double max) implements Serializable {

        /** Refuses a range without an inside. */
        public Region {
            if (!(min < max)) {
                throw new IllegalArgumentException("Cannot make the regional range of " + name + ": found " + min
                        + " to " + max + ", expected minval below maxval.");
            }
        }
    }

    @Override
    public String flagName() {
        return "regional_range";
    }

    @Override
    public Span reach() {
        return Span.NONE;
    }

    @Override
    public Flagging on(Profile profile) {
        if (!Double.isFinite(profile.lat()) || !Double.isFinite(profile.lon())) {
            return Sample.each(i -> CotedeFlag.NOT_EVALUATED);
        }
        List<Region> here = regions.stream()
                .filter(region -> region.area().covers(profile.lon(), profile.lat()))
                .toList();
        double[] values = profile.values();
        return Sample.ofValues(profile, i -> judge(here, values[i]));
    }

    private byte judge(List<Region> here, double value) {
        byte flag = CotedeFlag.NOT_EVALUATED;
        for (Region region : here) {
            if (value < region.min() || value > region.max()) {
                flag = grades.bad();
            } else if (flag < grades.good()) {
                flag = grades.good();
            }
        }
        return flag;
    }
}
